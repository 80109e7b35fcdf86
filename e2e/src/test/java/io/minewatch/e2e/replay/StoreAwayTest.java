package io.minewatch.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.jobs.judge.JudgeLimits;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** InfluxDB is away for a minute while the mine goes on. */
@Timeout(240)
class StoreAwayTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final String POINT = "T1";
  private static final Duration AWAY = Duration.ofSeconds(60);

  /** Excursions begin this long after the store went away; the last shortly before it is back. */
  private static final List<Duration> RISES =
      List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(50));

  /** Generous; what is usual is printed. */
  private static final Duration PROMPT = Duration.ofSeconds(5);

  @TempDir private Path folder;

  @Test
  void findingsComeWhileTheStoreIsAwayAndTheMinuteIsThereAfterwards() throws Exception {
    try (Plant plant = Plant.start(folder, Plans.MINE)) {
      plant.publish(Plans.of(Map.of(POINT, Measure.METHANE)));
      plant.runJobs(JudgeLimits.DEFAULTS);
      plant.awaitListening(Plans.MINE);
      try (SteadyGateway mine = new SteadyGateway(plant.gatewayLink(Plans.MINE, "gw-01"))) {
        await("the series begins").atMost(Plant.LONG).until(() -> stored(plant).size() > 10);
        plant.influxd.stop();
        riseAndFallWhileAway(plant, mine);
        plant.influxd.start();
        long back = System.nanoTime();
        int during = mine.sent().size();
        await("ten readings more").until(() -> mine.sent().size() > during + 10);
        mine.close();
        await("all is stored")
            .atMost(Plant.LONG)
            .until(() -> stored(plant).size() >= mine.sent().size());
        assertThat(stored(plant)).isEqualTo(mine.sent());
        System.out.printf(
            "store away: %d readings, all stored %.1f s after it was back%n",
            mine.sent().size(), (System.nanoTime() - back) / 1e9);
      }
      assertThat(plant.stored.counts()).containsOnlyKeys("methane", "temperature");
      assertThat(plant.bothJobsRun()).isTrue();
    }
  }

  private static void riseAndFallWhileAway(Plant plant, SteadyGateway mine) {
    long gone = System.nanoTime();
    int before = 0;
    for (Duration rise : RISES) {
      awaitSince(gone, rise);
      for (double value : List.of(1.2, 1.6, 0.4)) {
        mine.value = value;
        int known = before++;
        await("a finding at " + value + " within " + PROMPT)
            .atMost(PROMPT)
            .pollInterval(Duration.ofMillis(20))
            .until(() -> facts(plant).size() > known);
        Plant.Heard<Finding> fact = facts(plant).get(known);
        long late = fact.envelope().receivedMillis() - mine.publishedAt(fact.message());
        assertThat(late).isBetween(0L, PROMPT.toMillis());
        System.out.printf(
            "store away for %.0f s: %s heard %d ms after its reading was published%n",
            (System.nanoTime() - gone) / 1e9, fact.message().kind(), late);
      }
    }
    assertThat(facts(plant))
        .extracting(fact -> fact.message().kind())
        .containsExactly(
            FindingKind.OPENED,
            FindingKind.RAISED,
            FindingKind.CLEARED,
            FindingKind.OPENED,
            FindingKind.RAISED,
            FindingKind.CLEARED,
            FindingKind.OPENED,
            FindingKind.RAISED,
            FindingKind.CLEARED);
    awaitSince(gone, AWAY);
  }

  private static void awaitSince(long begun, Duration time) {
    await().atMost(AWAY).until(() -> System.nanoTime() - begun >= time.toNanos());
  }

  private static List<Plant.Heard<Finding>> facts(Plant plant) {
    return plant.heard(Topic.Kind.FINDINGS, Plans.MINE, Finding.class);
  }

  private static List<Stored.Value> stored(Plant plant) {
    return plant.stored.values("methane", POINT);
  }

  /** Ten messages a second of one reading each, measured ten a second to the millisecond. */
  private static final class SteadyGateway implements AutoCloseable {
    private static final long PERIOD_MILLIS = 100;
    private static final Topic TOPIC =
        Topic.of(Topic.Kind.READINGS, Plans.MINE, new GatewayId("gw-01"));

    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
    private final Map<Long, Long> publishedAt = new ConcurrentHashMap<>();
    private final Map<Long, Double> sent = new ConcurrentHashMap<>();
    private final MqttLink link;
    private final long first = CLOCK.millis();
    private long sequence;
    volatile double value = 0.4;

    SteadyGateway(MqttLink link) {
      this.link = link;
      var unused =
          clockwork.scheduleAtFixedRate(this::send, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void send() {
      long measured = first + sequence * PERIOD_MILLIS;
      ReadingBatch batch = new ReadingBatch();
      double now = value;
      batch.add(POINT, now, "/100", measured, Quality.GOOD);
      publishedAt.put(measured, CLOCK.millis());
      sent.put(measured, now);
      byte[] payload = Senml.writeJson(TOPIC, batch);
      var unused =
          link.publish(
              Outgoing.numbered(
                  TOPIC.toString(), payload, ContentTypes.SENML_JSON, "s1", sequence, Lane.LIVE));
      sequence++;
    }

    long publishedAt(Finding fact) {
      return publishedAt.get(fact.measured().toEpochMilli());
    }

    List<Stored.Value> sent() {
      List<Stored.Value> all = new ArrayList<>();
      sent.forEach((millis, value) -> all.add(new Stored.Value(millis, value)));
      all.sort(Comparator.comparingLong(Stored.Value::millis));
      return all;
    }

    @Override
    public void close() throws InterruptedException {
      clockwork.shutdown();
      assertThat(clockwork.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }
  }
}
