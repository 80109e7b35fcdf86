package io.minewatch.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingIds;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.house.Recordings;
import io.minewatch.ingest.oracle.Excursion;
import io.minewatch.ingest.oracle.TripleScan;
import io.minewatch.ingest.replay.Column;
import io.minewatch.ingest.replay.Pace;
import io.minewatch.ingest.replay.Progress;
import io.minewatch.ingest.replay.Recording;
import io.minewatch.ingest.replay.Replay;
import io.minewatch.ingest.replay.ReplaySettings;
import io.minewatch.ingest.station.Gateway;
import io.minewatch.ingest.station.MqttLinks;
import io.minewatch.jobs.judge.JudgeLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The recorded longwall through broker, jobs and InfluxDB, as fast as it will go. */
@Timeout(300)
class LongwallReplayTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final List<Column> COLUMNS = Column.parse(Column.LONGWALL);

  /** What we keep pressure in is Pa, the recording has hPa. */
  private static final Map<Measure, Double> FACTORS = Map.of(Measure.PRESSURE, 100.0);

  @TempDir private Path folder;
  private final Map<String, double[]> recorded = new LinkedHashMap<>();
  private LimitRule triple;

  @Test
  void everyRowIsStoredOnceAndTheFindingsAreThoseOfThePlainScan() throws Exception {
    Path file = Recordings.longwall();
    read(file);
    Map<String, Measure> measures = new LinkedHashMap<>();
    COLUMNS.forEach(column -> measures.put(column.point().value(), column.measure()));
    Plan plan = Plans.of(measures);
    triple = plan.limits().get(0);
    try (Plant plant = Plant.start(folder, Plans.MINE)) {
      plant.publish(plan);
      plant.runJobs(JudgeLimits.DEFAULTS);
      plant.awaitListening(Plans.MINE);
      replay(plant, file);
      assertEveryRowIsStoredOnce(plant);
      assertFindingsAreThoseOfTheScan(plant);
    }
  }

  private void read(Path file) throws IOException {
    Map<String, List<Double>> columns = new LinkedHashMap<>();
    try (Recording recording = Recording.open(file)) {
      for (String[] row = recording.next(); row != null; row = recording.next()) {
        for (Column column : COLUMNS) {
          columns
              .computeIfAbsent(column.point().value(), point -> new ArrayList<>())
              .add(Double.valueOf(row[recording.names().indexOf(column.name())]));
        }
      }
    }
    columns.forEach(
        (point, values) ->
            recorded.put(point, values.stream().mapToDouble(Double::doubleValue).toArray()));
    assertThat(recorded).hasSize(6).allSatisfy((p, values) -> assertThat(values).hasSize(13_368));
  }

  private void replay(Plant plant, Path file) throws Exception {
    long begun = System.nanoTime();
    Gateway gateway =
        Gateway.sending(
            new MqttLinks(plant.gateway(Plans.MINE), CLOCK),
            new Gateway.Identity(Plans.MINE, new GatewayId("replay"), "session-1"),
            CLOCK.instant());
    try (Recording recording = Recording.open(file)) {
      ReplaySettings fastest = ReplaySettings.fastest(COLUMNS, START, STEP);
      Progress end =
          new Replay(fastest, gateway, CLOCK, seen -> {})
              .run(recording, Pace.times(Double.POSITIVE_INFINITY));
      assertThat(end.missing()).isZero();
      tell("taken by the broker", end.readings(), begun);
      awaitJudged(plant, end.measured());
      tell("judged (told every 5 s)", end.readings(), begun);
      await("the last row is stored")
          .atMost(Plant.LONG)
          .until(() -> plant.stored.count("methane", "MM116") >= end.rows());
      tell("stored", end.readings(), begun);
    } finally {
      gateway.leave(CLOCK.instant());
    }
  }

  private static void awaitJudged(Plant plant, Instant last) {
    await("the last row is judged")
        .atMost(Plant.LONG)
        .until(
            () ->
                plant.heard(Topic.Kind.SUMMARY, Plans.MINE, Summary.class).stream()
                    .anyMatch(heard -> last.equals(heard.message().lastReading())));
  }

  private static void tell(String what, long readings, long begun) {
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        "longwall: %d readings %s after %.1f s, %.0f readings/s%n",
        readings, what, seconds, readings / seconds);
  }

  private void assertEveryRowIsStoredOnce(Plant plant) {
    Map<String, Long> counts = new TreeMap<>(Map.of("temperature", 1L)); // the probe
    for (Column column : COLUMNS) {
      String measurement = column.measure().name().toLowerCase(java.util.Locale.ROOT);
      String point = column.point().value();
      double[] values = recorded.get(point);
      List<Stored.Value> expected = new ArrayList<>();
      for (int row = 0; row < values.length; row++) {
        double factor = FACTORS.getOrDefault(column.measure(), 1.0);
        expected.add(new Stored.Value(at(row).toEpochMilli(), values[row] * factor));
      }
      assertThat(plant.stored.values(measurement, point))
          .as("stored of %s", point)
          .isEqualTo(expected);
      counts.merge(measurement, (long) values.length, Long::sum);
    }
    assertThat(plant.stored.counts()).as("nothing more, nothing unregistered").isEqualTo(counts);
  }

  private void assertFindingsAreThoseOfTheScan(Plant plant) throws Exception {
    assertThat(triple.steps().get(0).at()).isEqualTo(1.0);
    assertThat(triple.steps().get(1).at()).isEqualTo(1.5);
    assertThat(triple.restore()).isEqualTo(1.0);
    TripleScan scan = new TripleScan(1.0, 1.5, 1.0);
    assertThat(told(plant, "MM31")).isEqualTo(scan.scan(recorded.get("MM31"))).isEmpty();
    List<Excursion> expected = scan.scan(recorded.get("MM116"));
    assertThat(expected).hasSizeGreaterThan(100);
    assertThat(expected.get(0).onsetRow()).isZero();
    assertThat(expected.get(expected.size() - 1).endRow()).isEqualTo(Excursion.NONE);
    assertThat(facts(plant, "MM116")).noneMatch(fact -> fact.kind() == FindingKind.BLIND);
    blindTheOpenOne(plant);
    assertThat(told(plant, "MM116")).isEqualTo(expected);
    System.out.printf("longwall: %d excursions of MM116, none of MM31%n", expected.size());
    assertTheIdleStretchIsQuiet(plant);
  }

  /** An open excursion tells its peak with its next fact: a faulty sensor makes it tell. */
  private void blindTheOpenOne(Plant plant) throws Exception {
    Topic topic = Topic.of(Topic.Kind.READINGS, Plans.MINE, new GatewayId("fault"));
    ReadingBatch fault = new ReadingBatch();
    int row = recorded.get("MM116").length;
    fault.add("MM116", 0, "/100", at(row).toEpochMilli(), Quality.SENSOR_FAULT);
    Plant.publish(
        plant.gatewayLink(Plans.MINE, "fault"),
        Outgoing.event(topic.toString(), Senml.writeJson(topic, fault), ContentTypes.SENML_JSON));
    await("the open excursion is blind")
        .atMost(Plant.LONG)
        .until(() -> facts(plant, "MM116").stream().anyMatch(f -> f.kind() == FindingKind.BLIND));
  }

  private static List<Finding> facts(Plant plant, String point) {
    return plant.heard(Topic.Kind.FINDINGS, Plans.MINE, Finding.class).stream()
        .map(Plant.Heard::message)
        .filter(fact -> fact.subject().toString().equals(point))
        .toList();
  }

  /** The excursions of a point as its facts tell them, in the order of their opening. */
  private List<Excursion> told(Plant plant, String point) {
    Map<String, List<Finding>> byId = new LinkedHashMap<>();
    for (Finding fact : facts(plant, point)) {
      byId.computeIfAbsent(fact.id().value(), id -> new ArrayList<>()).add(fact);
    }
    return byId.values().stream().map(this::told).toList();
  }

  private Excursion told(List<Finding> facts) {
    int cut = Excursion.NONE;
    int end = Excursion.NONE;
    for (int number = 0; number < facts.size(); number++) {
      Finding fact = facts.get(number);
      assertThat(fact.fact()).as("each fact once and in order: %s", facts).isEqualTo(number);
      assertThat(fact.rule()).isEqualTo(triple.id());
      assertThat(fact.id())
          .isEqualTo(
              FindingIds.of(Plans.MINE, fact.subject().toString(), triple.id(), fact.onset()));
      switch (fact.kind()) {
        case OPENED -> assertThat(fact.measured()).isEqualTo(fact.onset());
        case RAISED -> cut = row(fact.measured());
        case CLEARED -> end = row(fact.measured());
        case BLIND -> assertThat(row(fact.measured())).isEqualTo(13_368);
        case LOWERED, SEEN -> assertThat(fact).as("not expected").isNull();
      }
    }
    Finding last = facts.get(facts.size() - 1);
    return new Excursion(row(last.onset()), last.peak(), row(last.peakAt()), cut, end);
  }

  private void assertTheIdleStretchIsQuiet(Plant plant) {
    double[] values = recorded.get("MM116");
    Stretch idle = Stretch.longest(values);
    assertThat(values[idle.from()]).isEqualTo(0.4);
    assertThat(STEP.multipliedBy(idle.length())).isGreaterThan(Duration.ofHours(11));
    Instant begin = at(idle.from());
    Instant end = at(idle.from() + idle.length());
    assertThat(plant.heard(Topic.Kind.FINDINGS, Plans.MINE, Finding.class))
        .extracting(Plant.Heard::message)
        .noneMatch(fact -> !fact.measured().isBefore(begin) && fact.measured().isBefore(end));
    System.out.printf("longwall: idle at 0.4 %%: %s, quiet%n", idle);
  }

  private static Instant at(int row) {
    return START.plus(STEP.multipliedBy(row));
  }

  private static int row(Instant measured) {
    return (int) Duration.between(START, measured).dividedBy(STEP);
  }
}
