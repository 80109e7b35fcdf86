package io.minewatch.series.questdb;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.series.SeriesContract;
import io.minewatch.series.server.Flavour;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.servers.Loopback;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** QuestDB in this JVM, its kind found out by asking it. */
class QuestDbContractTest extends SeriesContract {
  @TempDir static Path folder;
  private static EmbeddedQuestDb questdb;

  @BeforeAll
  static void start() throws Exception {
    questdb = EmbeddedQuestDb.start(folder, Loopback.freePort());
  }

  @AfterAll
  static void stop() {
    questdb.close();
  }

  @Override
  protected SeriesServer server() {
    return questdb.address().as(Flavour.AUTO);
  }

  @Override
  protected List<Long> endsOfOwnAlarms(String query) {
    List<Long> ends = new ArrayList<>();
    for (JsonNode row : new QuestDbHttp(server()).rows(query + " AND ended IS NOT NULL")) {
      ends.add(row.path(0).asLong());
    }
    return ends;
  }
}
