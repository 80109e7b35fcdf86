package io.minewatch.series.questdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.series.SeriesContract;
import io.minewatch.series.connect.SeriesRetention;
import io.minewatch.series.server.Flavour;
import io.minewatch.series.server.Retention;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.Lines;
import io.minewatch.servers.Loopback;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

  @Test
  void eachTableIsToldHowLongItsClassIsKept() {
    assertThat(SeriesRetention.apply(server(), Retention.USUAL, Instant.EPOCH)).isEmpty();

    // QuestDB takes what a table is told as it takes lines: a moment later.
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(kept())
                    .containsEntry("methane", "450 DAY")
                    .containsEntry(Lines.UNREGISTERED, "450 DAY")
                    .containsEntry(Lines.STATISTIC, "800 DAY")
                    .containsEntry(Lines.REWRITE, "800 DAY")
                    .containsEntry(Lines.POSITION, "30 DAY")
                    .containsEntry(Lines.OWN_ALARM, "30 DAY"));
  }

  private Map<String, String> kept() {
    Map<String, String> told = new TreeMap<>();
    String query = "SELECT table_name, ttlValue, ttlUnit FROM tables()";
    for (JsonNode row : new QuestDbHttp(server()).rows(query)) {
      told.put(row.path(0).asText(), row.path(1).asText() + " " + row.path(2).asText());
    }
    return told;
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
