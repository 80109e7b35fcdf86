package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.judge.feed.Origin;
import io.minewatch.judge.mine.MineJudge;
import io.minewatch.judge.mine.MineMemory;
import io.minewatch.judge.mine.Moment;
import io.minewatch.judge.mine.Verdicts;
import io.minewatch.series.connect.SeriesServers;
import io.minewatch.series.questdb.EmbeddedQuestDb;
import io.minewatch.series.server.Flavour;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.LineWriter;
import io.minewatch.series.store.Lines;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded day in a real QuestDB, judged anew through the API of the real service. */
class BackTestTest {
  private static final String MINE = "140921021337";
  private static final String POINT = "T1-0101";
  private static final Instant DAY = Instant.parse("2026-02-28T00:00:00Z");
  private static final int STEP_SECONDS = 10;
  private static final int STEPS = 86_400 / STEP_SECONDS;

  @TempDir static Path folder;
  private static EmbeddedQuestDb questdb;
  private static AlertingService service;
  private static Api api;
  private static final MemoryBus BUS = new MemoryBus();
  private static final List<Finding> JUDGED = new ArrayList<>();

  @BeforeAll
  static void record() throws Exception {
    questdb = EmbeddedQuestDb.start(folder.resolve("questdb"), freePort());
    SeriesServer server = questdb.address().as(Flavour.QUESTDB);
    MovedClock clock = new MovedClock(DAY.plus(Duration.ofDays(1)));
    service =
        AlertingService.start(
            Running.settings(folder), clock, null, SeriesServers.store(server), BUS);
    api = new Api(service.port());
    await().until(() -> BUS.newest("mw/v1/" + MINE + "/plan", Plan.class) != null);
    try (LineWriter writer = SeriesServers.writer(server)) {
      write(writer);
    }
    judge(BUS.newest("mw/v1/" + MINE + "/plan", Plan.class));
    JUDGED.forEach(finding -> BUS.finding("mw/v1/" + MINE + "/findings", finding));
  }

  private static int freePort() throws Exception {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }

  @AfterAll
  static void stop() {
    service.close();
    questdb.close();
  }

  /** Methane of one point: over the alarm at 06:00, below it but high at 14:00, cut at 20:00. */
  private static double value(int step) {
    int minute = step * STEP_SECONDS / 60;
    if (minute >= 360 && minute < 380) {
      return 1.2;
    } else if (minute >= 840 && minute < 850) {
      return 0.9;
    }
    return minute >= 1_190 && minute < 1_230 ? 1.6 : 0.3;
  }

  /** From 20:00 for half an hour nothing comes, while the value was over the cut. */
  private static boolean isSent(int step) {
    int minute = step * STEP_SECONDS / 60;
    return minute < 1_200 || minute >= 1_220;
  }

  private static Instant at(int step) {
    return DAY.plusSeconds((long) step * STEP_SECONDS);
  }

  private static void write(LineWriter writer) throws Exception {
    Lines lines = new Lines();
    String head = Lines.head(Measure.METHANE, MINE, POINT, "face-0101");
    for (int step = 0; step < STEPS; step++) {
      if (isSent(step)) {
        lines.add(head, value(step), Quality.GOOD, at(step).toEpochMilli());
      }
      if (step % 6 == 0) {
        lines.addPosition(MINE, fix("c-1", step), Lines.Place.OWN);
        lines.addPosition(MINE, fix("c-2", step), Lines.Place.OWN);
      }
    }
    assertThat(writer.write(lines.take()).status()).isBetween(200, 204);
    // What was written becomes readable a moment later.
    Span day = new Span(DAY, DAY.plus(Duration.ofDays(1)));
    MineCode mine = new MineCode(MINE);
    try (SeriesStore store = SeriesServers.store(questdb.address().as(Flavour.QUESTDB))) {
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () ->
                  store.recorded(mine, Measure.METHANE, day).size() == sent()
                      && store.positions(mine, day).size() == 2 * STEPS / 6);
    }
  }

  private static Fix fix(String card, int step) {
    return new Fix(
        new CardId(card), at(step), true, new ZoneId("face-0101"), null, "", 0, false, false);
  }

  /** As the judge job does, reading by reading, each reaching us a second late. */
  private static void judge(Plan plan) {
    long begin = DAY.toEpochMilli();
    MineMemory memory = new MineMemory(plan, begin);
    Verdicts out = new Verdicts();
    ReadingBatch batch = new ReadingBatch();
    for (int step = 0; step < STEPS; step++) {
      long now = at(step).toEpochMilli() + 1_000;
      while (MineJudge.wakeAt(memory) <= now) {
        MineJudge.onTime(memory, new Moment(MineJudge.wakeAt(memory), begin), out);
      }
      if (isSent(step)) {
        batch.clear();
        batch.add(POINT, value(step), "%CH4", at(step).toEpochMilli(), Quality.GOOD);
        Origin origin = new Origin("t", new GatewayId("gw-01"), "s", step, Lane.LIVE, now);
        MineJudge.onReadings(memory, batch, origin, new Moment(now, begin), out);
      }
      JUDGED.addAll(out.findings());
      out.findings().clear();
    }
  }

  @Test
  void aStricterLimitIsTriedBeforeItHolds() throws Exception {
    ObjectNode document = document();
    ObjectNode own = document.putArray("own").addObject();
    own.put("point", POINT).put("rule", "cn-coal-2025:536-2").put("alarm", 0.8);
    own.putArray("cut").add(1.5);
    own.put("restore", 0.8).put("by", "总工").put("why", "试").put("date", "2026-03-01");

    JsonNode done = run(document, "DONE");

    JsonNode outcome = done.get("outcome");
    assertThat(done.at("/percent").asInt()).isEqualTo(100);
    assertThat(outcome.at("/before/findings").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(outcome.at("/after/findings").asInt())
        .isEqualTo(outcome.at("/before/findings").asInt() + 1);
    assertThat(outcome.at("/after/calls").asInt())
        .isEqualTo(outcome.at("/before/calls").asInt() + 1);
    assertThat(outcome.at("/after/people").asInt())
        .isEqualTo(outcome.at("/before/people").asInt() + 2);
    assertThat(outcome.at("/readings").asLong()).isEqualTo(sent());
    assertThat(outcome.at("/positions").asLong()).isEqualTo(2L * STEPS / 6);
    assertThat(api.get("regulator", "/api/mines/" + MINE + "/backtests").findValuesAsText("id"))
        .contains(done.at("/id").asText());
  }

  private static long sent() {
    long count = 0;
    for (int step = 0; step < STEPS; step++) {
      count += isSent(step) ? 1 : 0;
    }
    return count;
  }

  @Test
  void withoutThePointNothingIsFoundOfIt() throws Exception {
    ObjectNode document = document();
    ArrayNode points = document.putArray("points");
    for (JsonNode point : document().get("points")) {
      if (!point.get("id").asText().equals(POINT)) {
        points.add(point);
      }
    }
    JsonNode outcome = run(document, "DONE").get("outcome");
    assertThat(outcome.at("/after/findings").asInt())
        .isLessThanOrEqualTo(outcome.at("/before/findings").asInt() - 2);
    assertThat(outcome.get("onlyBefore")).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void everyFindingOfALimitComesOutAgainWithTheSameIdAndTimes() throws Exception {
    Set<String> ids = new TreeSet<>();
    Set<FindingKind> kinds = EnumSet.noneOf(FindingKind.class);
    // What is stored does not say which gateway sent it: outages cannot be derived again.
    JUDGED.stream()
        .filter(finding -> finding.check() == Check.LIMIT)
        .forEach(
            finding -> {
              ids.add(finding.id().value());
              kinds.add(finding.kind());
            });
    assertThat(kinds)
        .contains(FindingKind.OPENED, FindingKind.RAISED, FindingKind.BLIND, FindingKind.CLEARED);
    await().until(() -> api.get("leader", "/api/incidents").size() > 0);
    for (String id : ids) {
      await()
          .untilAsserted(
              () -> {
                JsonNode answer = api.get("regulator", "/api/findings/" + id + "/rederive");
                assertThat(answer.get("differences")).as(answer.toString()).isEmpty();
                assertThat(answer.get("same").asBoolean()).isTrue();
                assertThat(answer.get("planVersion").asLong()).isEqualTo(1);
              });
    }
  }

  private JsonNode run(ObjectNode document, String state) throws Exception {
    ObjectNode body = Api.JSON.createObjectNode();
    body.set("document", document);
    body.put("from", DAY.toString()).put("to", DAY.plus(Duration.ofDays(1)).toString());
    String path = "/api/mines/" + MINE + "/backtests";
    var answer = api.send("leader", "POST", path, body.toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    String id = Api.JSON.readTree(answer.body()).get("id").asText();
    await()
        .atMost(Duration.ofMinutes(5)) // the past of the day is judged first
        .untilAsserted(
            () ->
                assertThat(api.get("leader", path + "/" + id).get("state").asText())
                    .isEqualTo(state));
    return api.get("leader", path + "/" + id);
  }

  private static ObjectNode document() throws Exception {
    return (ObjectNode) api.get("leader", "/api/mines/" + MINE + "/registry").get("document");
  }
}
