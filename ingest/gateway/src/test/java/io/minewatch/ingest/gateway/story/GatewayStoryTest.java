package io.minewatch.ingest.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Role;
import io.minewatch.broker.account.Passwords;
import io.minewatch.broker.hive.BrokerSettings;
import io.minewatch.broker.hive.EmbeddedBroker;
import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.Receipt;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.ingest.gateway.message.Site;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real program with the real broker, and somebody who plays the jobs. */
@Timeout(300)
class GatewayStoryTest {
  private static final MineCode MINE = new MineCode("140921021337");
  private static final MineCode DEVICES = new MineCode("140921029999");
  private static final Site SITE = new Site(MINE, new GatewayId("gw-01"));
  private static final String PASSWORD = "only-in-this-test";
  private static final Duration LONG = Duration.ofSeconds(60);

  /** The whole process, with 64 MB of heap allowed; the promise of docs/gateway.md. */
  private static final long MOST_MEGABYTES = 100;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final List<Account> ACCOUNTS =
      List.of(
          account("gateway", Role.GATEWAY, MINE),
          account("device", Role.GATEWAY, DEVICES),
          account("judge", Role.JUDGE, null),
          account("archive", Role.ARCHIVE, null));

  @TempDir Path temp;
  private EmbeddedBroker broker;
  private int port;
  private Jobs jobs;
  private Path drop;
  private int files;

  private static Account account(String user, Role role, MineCode mine) {
    return new Account(user, Passwords.hash(PASSWORD, RANDOM), role, mine);
  }

  @BeforeEach
  void begin() throws IOException {
    startBroker();
    drop = temp.resolve("drop");
    jobs = new Jobs(SITE, uri(), PASSWORD);
  }

  @AfterEach
  void end() {
    jobs.close();
    broker.close();
  }

  private void startBroker() throws IOException {
    broker = EmbeddedBroker.start(BrokerSettings.of(temp.resolve("broker"), port), ACCOUNTS);
    port = broker.port();
  }

  private URI uri() {
    return URI.create("tcp://127.0.0.1:" + port);
  }

  private GatewayProcess gateway() throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("MINEWATCH_GATEWAY_MINE", MINE.toString());
    environment.put("MINEWATCH_GATEWAY_GATEWAY", "gw-01");
    environment.put("MINEWATCH_GATEWAY_QUEUE", temp.resolve("queue").toString());
    environment.put("MINEWATCH_GATEWAY_FOLDERS", drop.toString());
    environment.put("MINEWATCH_GATEWAY_FOLDER_SETTLE", "PT0.5S");
    environment.put("MINEWATCH_GATEWAY_BROKER_URI", uri().toString());
    environment.put("MINEWATCH_GATEWAY_BROKER_USER", "gateway");
    environment.put("MINEWATCH_GATEWAY_BROKER_PASSWORD", PASSWORD);
    environment.put("MINEWATCH_GATEWAY_DEVICES_URI", uri().toString());
    environment.put("MINEWATCH_GATEWAY_DEVICES_USER", "judge");
    environment.put("MINEWATCH_GATEWAY_DEVICES_PASSWORD", PASSWORD);
    environment.put("MINEWATCH_GATEWAY_DEVICES_READINGS", "mw/v1/" + DEVICES + "/+/readings");
    environment.put("MINEWATCH_GATEWAY_LIVE_FOR", "PT3S");
    environment.put("MINEWATCH_GATEWAY_GAP_PATIENCE", "PT1S");
    environment.put("MINEWATCH_GATEWAY_RECEIPT_STALL", "PT4S");
    environment.put("MINEWATCH_GATEWAY_BACKFILL_RATE", "40");
    environment.put("MINEWATCH_GATEWAY_STATUS_EVERY", "PT1S");
    return GatewayProcess.start(temp.resolve("gateway.log"), environment);
  }

  private static String reading(int number) {
    return "[{\"bn\":\"140921021337/gw-01/\",\"bt\":1767225600,\"n\":\"T1\",\"v\":" + number + "}]";
  }

  /** As a careful program drops a file: written under another name, then renamed. */
  private int dropReading() throws IOException {
    Files.createDirectories(drop);
    Path part = Files.writeString(drop.resolve("r.part"), reading(files));
    Files.move(
        part, drop.resolve(String.format("r%05d.json", files)), StandardCopyOption.ATOMIC_MOVE);
    return files++;
  }

  private void dropReadings(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      int unused = dropReading();
    }
  }

  private static void awaitThat(ThrowingRunnable assertion) {
    await().atMost(LONG).pollInterval(Duration.ofMillis(200)).untilAsserted(assertion);
  }

  private void awaitAllCovered(int messages) {
    awaitThat(
        () -> {
          jobs.sendReceipts();
          assertThat(jobs.has()).hasToString("0-" + (messages - 1));
          assertThat(jobs.isAllCovered()).isTrue();
        });
  }

  private void awaitFolderEmpty() {
    awaitThat(
        () -> {
          try (var left = Files.newDirectoryStream(drop, "*.json")) {
            assertThat(left).isEmpty();
          }
        });
  }

  private GatewayStatus.State lastState() {
    return jobs.statuses.get(jobs.statuses.size() - 1).state();
  }

  @Test
  void aDayAtTheMine() throws Exception {
    try (GatewayProcess first = gateway()) {
      goodAndBadFiles();
      messagesOfADevice();
      messagesLostBehindTheBroker();
      String session = jobs.session();

      broker.close();
      dropReadings(150);
      awaitFolderEmpty();
      Instant longEnough = Clock.systemUTC().instant().plusSeconds(4);
      await().atMost(LONG).until(() -> Clock.systemUTC().instant().isAfter(longEnough));
      startBroker();
      liveFirst();
      System.out.println("memory at most: " + first.mostMegabytes() + " MB");
      first.kill();
      awaitThat(() -> assertThat(lastState()).isEqualTo(GatewayStatus.State.CUT));

      try (GatewayProcess second = gateway()) {
        awaitAllCovered(files + 1);
        assertThat(jobs.session()).as("the session goes on").isEqualTo(session);
        assertThat(backfill()).isGreaterThan(100);
        dropReadings(1);
        awaitAllCovered(files + 1);
        long megabytes = second.mostMegabytes();
        System.out.println("memory at most: " + megabytes + " MB");
        assertThat(megabytes).isLessThan(MOST_MEGABYTES);
        assertThat(second.end()).isEqualTo(143); // by SIGTERM
      }
      awaitThat(() -> assertThat(lastState()).isEqualTo(GatewayStatus.State.LEFT));
    }
  }

  private void goodAndBadFiles() throws Exception {
    awaitThat(() -> assertThat(jobs.statuses).isNotEmpty());
    dropReadings(3);
    Files.writeString(drop.resolve("bad.json"), "[{\"bn\":\"x/\",\"n\":\"T1\",\"v\":1}]");
    awaitAllCovered(3);
    assertThat(drop.resolve("refused/bad.json.reason")).content().contains("WRONG_TOPIC");
    try (var done = Files.list(drop.resolve("done"))) {
      assertThat(done).hasSize(3);
    }
    awaitThat(
        () -> {
          GatewayStatus last = jobs.statuses.get(jobs.statuses.size() - 1);
          assertThat(last.state()).isEqualTo(GatewayStatus.State.ONLINE);
          assertThat(last.health().refusedFiles()).isEqualTo(1);
          assertThat(last.health().sentLive()).isEqualTo(3);
        });
    assertThat(jobs.heard).extracting(Envelope::lane).containsOnly(Lane.LIVE);
  }

  private void messagesOfADevice() {
    MqttSettings settings = MqttSettings.of(uri(), DEVICES + ".probe", "device", PASSWORD);
    try (MqttLink device = MqttLink.open(settings, List.of(), d -> {}, Clock.systemUTC())) {
      String topic = "mw/v1/" + DEVICES + "/probe/readings";
      device.publish(Outgoing.event(topic, "no pack".getBytes(StandardCharsets.UTF_8), "")).join();
      device
          .publish(Outgoing.event(topic, reading(9_999).getBytes(StandardCharsets.UTF_8), ""))
          .join();
      awaitAllCovered(files + 1);
    }
    awaitThat(
        () ->
            assertThat(jobs.statuses.get(jobs.statuses.size() - 1).health().refusedRecords())
                .isEqualTo(1));
  }

  private void messagesLostBehindTheBroker() throws Exception {
    jobs.lose(5, 6, 9, 13); // the last one is the tail: no gap shows it
    dropReadings(10);
    awaitAllCovered(files + 1);
    assertThat(jobs.lost()).isEqualTo(4);
  }

  /** After the outage: what comes in now is there before the backlog is. */
  private void liveFirst() throws Exception {
    awaitThat(() -> assertThat(lastState()).isEqualTo(GatewayStatus.State.ONLINE));
    int live = dropReading();
    String text = reading(live);
    awaitThat(
        () ->
            assertThat(jobs.heard)
                .anyMatch(m -> new String(m.payload(), StandardCharsets.UTF_8).equals(text)));
    assertThat(jobs.has().without(jobs.has().lowest(1)).count()).isLessThan(files);
    Envelope arrived =
        jobs.heard.stream()
            .filter(m -> new String(m.payload(), StandardCharsets.UTF_8).equals(text))
            .findFirst()
            .orElseThrow();
    assertThat(arrived.lane()).isEqualTo(Lane.LIVE);
  }

  private long backfill() {
    return jobs.heard.stream().filter(m -> m.lane() == Lane.BACKFILL).count();
  }

  @Test
  void aQueueThatHasGoneBackInTimeBeginsANewSession() throws Exception {
    try (GatewayProcess gateway = gateway()) {
      dropReadings(2);
      awaitAllCovered(2);
      String session = jobs.session();
      jobs.say(
          new Receipt(MINE, SITE.gateway(), session, 500, List.of(), Clock.systemUTC().instant()));
      awaitThat(
          () ->
              assertThat(jobs.statuses.get(jobs.statuses.size() - 1).session())
                  .isNotEqualTo(session));
      dropReadings(2);
      awaitThat(() -> assertThat(jobs.session()).isNotEqualTo(session));
      awaitAllCovered(2);
      assertThat(gateway.isAlive()).isTrue();
    }
  }
}
