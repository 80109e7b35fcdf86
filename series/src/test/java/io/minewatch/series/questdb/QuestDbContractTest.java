package io.minewatch.series.questdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.series.SeriesContract;
import io.minewatch.series.connect.SeriesRetention;
import io.minewatch.series.connect.SeriesServers;
import io.minewatch.series.server.Flavour;
import io.minewatch.series.server.Retention;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.LineWriter;
import io.minewatch.series.store.Lines;
import io.minewatch.series.store.SeriesException;
import io.minewatch.servers.Loopback;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

  @Test
  void nothingIsReadOrWrittenWithoutThePassword() {
    SeriesServer known = questdb.address();
    for (String wrong : new String[] {"", known.secret() + "x"}) {
      String user = wrong.isEmpty() ? "" : known.user();
      SeriesServer stranger =
          new SeriesServer(known.url(), Flavour.QUESTDB, known.database(), "", user, wrong);
      assertThatThrownBy(() -> new QuestDbHttp(stranger).rows("SELECT 1"))
          .isInstanceOf(SeriesException.class)
          .hasMessageContaining("401");
      // It hangs up while the lines still come, so that often no status is read.
      assertThat(written(stranger, "stranger")).isIn(0, 401);
    }
    assertThat(written(known, "known")).isEqualTo(204);
    assertThat(kept()).containsKey("known").doesNotContainKey("stranger");
  }

  private static int written(SeriesServer server, String table) {
    String line = table + " value=1 1772352000000000000";
    try (LineWriter writer = SeriesServers.writer(server)) {
      return writer.write(line.getBytes(UTF_8)).status();
    }
  }

  @Test
  void onlyItsOwnerReadsThePassword() throws Exception {
    Path file = folder.resolve("conf/server.conf");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
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
