package io.minewatch.standalone.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Role;
import io.minewatch.broker.account.Passwords;
import io.minewatch.broker.hive.BrokerSettings;
import io.minewatch.broker.hive.EmbeddedBroker;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.app.FleetMain;
import io.minewatch.ingest.fleet.Sketches;
import io.minewatch.ingest.mqtt.Delivery;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.ingest.script.Script;
import io.minewatch.ingest.station.Fleet;
import io.minewatch.ingest.station.Punctuality;
import io.minewatch.ingest.station.SharedLinks;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many simulated mines from one process through a real broker, which hold their periods. The long
 * form is {@code -Dminewatch.fleet.mines=3338 -Dminewatch.fleet.points=480
 * -Dminewatch.fleet.seconds=60}; it says what it measured.
 */
class FleetTest {
  private static final int MINES = Integer.getInteger("minewatch.fleet.mines", 12);
  private static final int POINTS = Integer.getInteger("minewatch.fleet.points", 0);
  private static final int SECONDS = Integer.getInteger("minewatch.fleet.seconds", 0);
  private static final Duration TELL_EVERY = Duration.ofSeconds(SECONDS > 0 ? 10 : 6);
  private static final Pattern MEASURED = Pattern.compile("\"(bt|at)\":(\\d+)");
  private static final Duration STEP = Duration.ofSeconds(5);
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final String PASSWORD = "of-this-test-alone";

  @TempDir private Path folder;
  private final Set<String> heard = ConcurrentHashMap.newKeySet();
  private final AtomicLong messages = new AtomicLong();
  private final AtomicLong readings = new AtomicLong();
  private final AtomicLong latest = new AtomicLong();
  private final List<Punctuality.Told> told = new CopyOnWriteArrayList<>();
  private final CompletableFuture<MqttLink> ear = new CompletableFuture<>();

  @Test
  void everyMineIsHeardOverAFewLines() throws Exception {
    FleetMain.main(
        new String[] {
          "--mines",
          "" + MINES,
          "--points",
          "" + POINTS,
          "--seed",
          "7",
          "--write",
          folder.resolve("m") + ""
        });
    Map<String, MineEntry> mines =
        MineLoader.load(folder.resolve("m"), RulePackLoader.load(Path.of("../rules")));
    SecureRandom random = new SecureRandom();
    List<Account> accounts = new ArrayList<>();
    for (Role role : List.of(Role.SIMULATOR, Role.ALERTING, Role.JUDGE)) {
      accounts.add(new Account(role.name(), Passwords.hash(PASSWORD, random), role, null));
    }
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(BrokerSettings.of(folder.resolve("b"), 0), accounts)) {
      URI uri = URI.create("tcp://127.0.0.1:" + broker.port());
      Clock clock = Clock.systemUTC();
      try (MqttLink judge =
              MqttLink.open(
                  MqttSettings.of(uri, "judge-fleet", "JUDGE", PASSWORD),
                  List.of(Topic.filter(Topic.Kind.READINGS), Topic.filter(Topic.Kind.POSITIONS)),
                  this::hear,
                  clock);
          MqttLink alerting =
              MqttLink.open(
                  MqttSettings.of(uri, "alerting-fleet", "ALERTING", PASSWORD),
                  List.of(),
                  unheard -> {},
                  clock)) {
        ear.complete(judge);
        for (MineEntry mine : mines.values()) {
          String topic = Topic.of(Topic.Kind.PLAN, mine.plan().mine()).toString();
          alerting
              .publish(Outgoing.retained(topic, Messages.write(mine.plan()), ContentTypes.JSON))
              .get();
        }
        SharedLinks links =
            new SharedLinks(
                MqttSettings.of(uri, "simulator-fleet", "SIMULATOR", PASSWORD), clock, 4);
        try (Fleet fleet =
            Fleet.start(
                FleetMain.stations(Sketches.first(MINES, 7, POINTS), Script.QUIET), links, clock)) {
          Awaitility.await().atMost(LONG).until(() -> heard.size() == MINES);
          fleet.tellEvery(TELL_EVERY, told::add);
          measure(broker);
          Awaitility.await().atMost(LONG).until(() -> !told.isEmpty());
        }
      }
    }
    assertThat(heard).isEqualTo(mines.keySet());
    told.forEach(each -> System.out.println(each.over(TELL_EVERY)));
    assertThat(told).allMatch(each -> each.leftOut() == 0);
    assertThat(told.get(told.size() - 1).latest()).as("of steps of 5 s").isLessThan(STEP);
  }

  private void measure(EmbeddedBroker broker) {
    if (SECONDS > 0) {
      long before = messages.get();
      long readingsBefore = readings.get();
      long begun = System.nanoTime();
      awaitSeconds(begun, Math.max(0, SECONDS - 60));
      long lastMinute = messages.get();
      latest.set(0);
      awaitSeconds(begun, SECONDS);
      double seconds = (System.nanoTime() - begun) / 1e9;
      Runtime jvm = Runtime.getRuntime();
      System.gc();
      System.out.printf(
          "fleet of %d mines: %.0f messages/s with %.0f readings/s over %.0f s, of these in the last"
              + " minute %.0f messages/s, heard at most %.1f s after they were measured; %d dropped by"
              + " the broker, %d MB heap with broker and subscriber%n",
          MINES,
          (messages.get() - before) / seconds,
          (readings.get() - readingsBefore) / seconds,
          seconds,
          (messages.get() - lastMinute) / Math.min(60.0, SECONDS),
          latest.get() / 1e3,
          broker.droppedMessages(),
          (jvm.totalMemory() - jvm.freeMemory()) >> 20);
    }
  }

  private static void awaitSeconds(long begun, long seconds) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(seconds + 60))
        .until(() -> System.nanoTime() - begun > seconds * 1_000_000_000L);
  }

  /** The time of the first reading or position of a message. */
  private static long measured(Envelope message) {
    int length = Math.min(message.payload().length, 200);
    Matcher time = MEASURED.matcher(new String(message.payload(), 0, length, UTF_8));
    if (!time.find()) {
      throw new IllegalStateException("no time in a message of " + message.topic());
    }
    long told = Long.parseLong(time.group(2));
    return time.group(1).equals("bt") ? told * 1_000 : told;
  }

  private void hear(Delivery delivery) {
    messages.incrementAndGet();
    latest.accumulateAndGet(
        delivery.envelope().receivedMillis() - measured(delivery.envelope()), Math::max);
    if (delivery.envelope().topic().endsWith("/readings")) {
      for (byte each : delivery.envelope().payload()) {
        readings.addAndGet(each == '{' ? 1 : 0); // a record of a pack is one object
      }
    }
    heard.add(Topic.mineOf(delivery.envelope().topic()));
    var unused = ear.thenAccept(link -> link.acknowledge(delivery));
  }
}
