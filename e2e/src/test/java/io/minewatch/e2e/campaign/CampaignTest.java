package io.minewatch.e2e.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Samples;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.mqtt.MqttLink;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jobs and the broker are killed at random moments while a gateway sends: each time one or both
 * jobs, and the broker before, after or with them. The long form of twenty kills of each runs with
 * {@code -Dminewatch.campaign.kills=20}; a seed is set by {@code -Dminewatch.campaign.seed}.
 */
class CampaignTest {
  private static final int KILLS = Integer.getInteger("minewatch.campaign.kills", 2);
  private static final long SEED = Long.getLong("minewatch.campaign.seed", System.nanoTime());
  private static final Duration LONG = Duration.ofMinutes(3);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @Test
  void nothingIsLostOrTakenTwiceWithOurBroker() throws Exception {
    Path accounts = folder.resolve("accounts");
    String password = Works.accounts(accounts);
    try (Stored stored = new Stored(folder);
        Works works =
            new Works(folder, new OurBroker(folder, accounts), password, stored.address())) {
      Outcome outcome = run("our broker", works, stored);
      assertThat(outcome.live()).as("judged live, each once").isEqualTo(outcome.onsets());
    }
  }

  @Test
  void nothingIsLostOrTakenTwiceWithMosquittoWhichForgets() throws Exception {
    Optional<Mosquitto> there = Mosquitto.in(folder);
    assumeTrue(there.isPresent(), "there is no Mosquitto");
    try (Stored stored = new Stored(folder);
        Mosquitto broker = there.get();
        Works works = new Works(folder, broker, "any", stored.address())) {
      Outcome outcome = run("mosquitto", works, stored);
      Set<Instant> found = new TreeSet<>(outcome.live());
      found.addAll(outcome.late());
      assertThat(found).as("found, now or as past, and heard").isEqualTo(outcome.onsets());
      assertThat(outcome.live()).isNotEmpty();
    }
  }

  /**
   * Onsets sent, one in each message, and those of which a finding of now or of then was heard, by
   * a listener that answers as alerting does.
   */
  private record Outcome(Set<Instant> onsets, Set<Instant> live, Set<Instant> late) {}

  private static Outcome run(String broker, Works works, Stored stored) throws Exception {
    System.out.printf("campaign with %s: %d kills, seed %d%n", broker, KILLS, SEED);
    Random random = new Random(SEED);
    works.startBroker();
    try (MqttLink alerting =
            MqttLink.open(works.line("alerting", "alerting"), List.of(), m -> {}, clock());
        Overheard bus = new Overheard(works.line("observer", "observer.campaign"), alerting)) {
      tellPlan(alerting);
      works.start(Works.JOBS);
      bus.awaitSummary(summary -> summary.points() > 0, LONG);
      try (Sender sender = new Sender(works.line("gateway", Works.MINE + ".gw-01"))) {
        await().atMost(LONG).until(() -> sender.messages() > 100 && sender.uncovered() < 200);
        for (int i = 0; i < KILLS; i++) {
          strike(works, sender, alerting, random);
        }
        sender.finish();
        await().atMost(LONG).until(() -> sender.uncovered() == 0);
        return check(broker, sender, bus, stored);
      }
    }
  }

  private static void strike(Works works, Sender sender, MqttLink alerting, Random random)
      throws Exception {
    List<String> jobs =
        List.of(List.of("judge"), List.of("archive"), Works.JOBS).get(random.nextInt(3));
    boolean brokerFirst = random.nextBoolean();
    wait(sender, random);
    if (brokerFirst) {
      works.killBroker();
    } else {
      works.kill(jobs);
    }
    if (random.nextBoolean()) {
      wait(sender, random);
    }
    if (brokerFirst) {
      works.kill(jobs);
    } else {
      works.killBroker();
    }
    works.startBroker();
    tellPlan(alerting);
    works.start(jobs);
    System.out.printf(
        "  killed %s and the broker by message %d; %d are uncovered, %d were sent again%n",
        jobs, sender.messages(), sender.uncovered(), sender.sentAgain());
  }

  private static void wait(Sender sender, Random random) {
    long until = sender.messages() + random.nextInt(120);
    await().atMost(LONG).until(() -> sender.messages() >= until);
  }

  private static Outcome check(String broker, Sender sender, Overheard bus, Stored stored) {
    long last = sender.messages() - 1;
    Summary.Gateway shown =
        bus.awaitSummary(
                summary ->
                    summary.gateways().stream()
                        .anyMatch(g -> g.through() == last && g.missing() == 0),
                LONG)
            .gateways()
            .get(0);
    System.out.printf(
        "campaign with %s: %d messages, %d sent again, %d doubles removed, %d recovered%n",
        broker, last + 1, sender.sentAgain(), shown.duplicates(), shown.recovered());
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(stored.times())
                    .as("every message is stored, and once")
                    .isEqualTo(sender.measured()));
    assertThat(sender.takenBack()).isEmpty();
    assertThat(shown.gaps()).isZero();
    assertThat(shown.givenUp()).isZero();
    assertThat(bus.unreadable()).isEmpty();
    bus.ask();
    await()
        .atMost(LONG)
        .until(() -> onsets(bus, Lane.LIVE, Lane.BACKFILL).containsAll(sender.onsets()));
    long readings = sender.measured().size();
    Summary.Readings judged =
        bus.awaitSummary(s -> s.readings().live() + s.readings().backfill() >= readings, LONG)
            .readings();
    System.out.printf("campaign with %s: of %d readings judged: %s%n", broker, readings, judged);
    assertThat(judged.live() + judged.backfill())
        .as("every reading is judged, as of now or as of the past, and once")
        .isEqualTo(readings);
    return new Outcome(
        new TreeSet<>(sender.onsets()), onsets(bus, Lane.LIVE), onsets(bus, Lane.BACKFILL));
  }

  private static Set<Instant> onsets(Overheard bus, Lane... lanes) {
    Set<Instant> opened = new TreeSet<>();
    for (Finding each : bus.opened()) {
      if (List.of(lanes).contains(each.lane())) {
        opened.add(each.onset());
      }
    }
    return opened;
  }

  private static void tellPlan(MqttLink alerting) throws Exception {
    String topic = Topic.of(Topic.Kind.PLAN, Works.MINE).toString();
    var unused =
        alerting.publish(Outgoing.retained(topic, Samples.bytes("plan.json"), ContentTypes.JSON));
  }

  private static Clock clock() {
    return Clock.systemUTC();
  }
}
