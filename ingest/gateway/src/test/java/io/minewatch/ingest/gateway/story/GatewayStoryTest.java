package io.minewatch.ingest.gateway.story;

import static io.minewatch.ingest.gateway.story.Mine.DEVICES;
import static io.minewatch.ingest.gateway.story.Mine.MINE;
import static io.minewatch.ingest.gateway.story.Mine.PASSWORD;
import static io.minewatch.ingest.gateway.story.Mine.SITE;
import static io.minewatch.ingest.gateway.story.Mine.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.Receipt;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real program with the real broker, and somebody who plays the jobs. */
@Timeout(600)
class GatewayStoryTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  /** The whole process, by the options of the launcher; the promise of docs/gateway.md. */
  private static final long MOST_MEGABYTES = 100;

  @TempDir Path temp;
  private Mine mine;
  private Jobs jobs;

  @BeforeEach
  void begin() throws IOException {
    mine = new Mine(temp);
    jobs = new Jobs(SITE, mine.uri(), PASSWORD);
  }

  @AfterEach
  void end() {
    jobs.close();
    mine.close();
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
          try (var left = Files.newDirectoryStream(mine.drop(), "*.json")) {
            assertThat(left).isEmpty();
          }
        });
  }

  private GatewayStatus.State lastState() {
    return jobs.statuses.get(jobs.statuses.size() - 1).state();
  }

  @Test
  void aDayAtTheMine() throws Exception {
    try (GatewayProcess first = mine.gateway()) {
      goodAndBadFiles();
      messagesOfADevice();
      messagesLostBehindTheBroker();
      String session = jobs.session();

      mine.stopBroker();
      mine.dropReadings(200);
      awaitFolderEmpty();
      Instant longEnough = Clock.systemUTC().instant().plusSeconds(4);
      await().atMost(LONG).until(() -> Clock.systemUTC().instant().isAfter(longEnough));
      mine.startBroker();
      liveFirst();
      System.out.println("memory at most: " + first.mostMegabytes() + " MB");
      first.kill();
      awaitThat(() -> assertThat(lastState()).isEqualTo(GatewayStatus.State.CUT));

      try (GatewayProcess second = mine.gateway()) {
        awaitAllCovered(mine.files() + 1);
        assertThat(jobs.session()).as("the session goes on").isEqualTo(session);
        assertThat(backfill()).isGreaterThan(100);
        mine.dropReadings(1);
        awaitAllCovered(mine.files() + 1);
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
    mine.dropReadings(3);
    Files.writeString(mine.drop().resolve("bad.json"), "[{\"bn\":\"x/\",\"n\":\"T1\",\"v\":1}]");
    awaitAllCovered(3);
    assertThat(mine.drop().resolve("refused/bad.json.reason")).content().contains("WRONG_TOPIC");
    try (var done = Files.list(mine.drop().resolve("done"))) {
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
    MqttSettings settings = MqttSettings.of(mine.uri(), DEVICES + ".probe", "device", PASSWORD);
    try (MqttLink device = MqttLink.open(settings, List.of(), d -> {}, Clock.systemUTC())) {
      String topic = "mw/v1/" + DEVICES + "/probe/readings";
      device.publish(Outgoing.event(topic, "no pack".getBytes(StandardCharsets.UTF_8), "")).join();
      device
          .publish(Outgoing.event(topic, reading(9_999).getBytes(StandardCharsets.UTF_8), ""))
          .join();
      awaitAllCovered(mine.files() + 1);
    }
    awaitThat(
        () ->
            assertThat(jobs.statuses.get(jobs.statuses.size() - 1).health().refusedRecords())
                .isEqualTo(1));
  }

  private void messagesLostBehindTheBroker() throws Exception {
    jobs.lose(5, 6, 9, 13); // the last one is the tail: no gap shows it
    mine.dropReadings(10);
    awaitAllCovered(mine.files() + 1);
    assertThat(jobs.lost()).isEqualTo(4);
  }

  /** After the outage: what comes in now is heard before most of the backlog is. */
  private void liveFirst() throws Exception {
    int before = jobs.heard.size();
    awaitThat(
        () -> {
          int unused = mine.dropReading();
          assertThat(afterOutage(before, Lane.LIVE)).isNotEmpty();
        });
    Envelope live = afterOutage(before, Lane.LIVE).get(0);
    awaitThat(() -> assertThat(afterOutage(before, Lane.BACKFILL)).hasSizeGreaterThan(100));
    List<Envelope> all = List.copyOf(jobs.heard);
    assertThat(all.subList(all.indexOf(live), all.size()))
        .filteredOn(m -> m.lane() == Lane.BACKFILL && m.sequence() < live.sequence())
        .hasSizeGreaterThan(50);
  }

  private List<Envelope> afterOutage(int before, Lane lane) {
    List<Envelope> all = List.copyOf(jobs.heard);
    return all.subList(before, all.size()).stream().filter(m -> m.lane() == lane).toList();
  }

  private long backfill() {
    return jobs.heard.stream().filter(m -> m.lane() == Lane.BACKFILL).count();
  }

  @Test
  void aQueueThatHasGoneBackInTimeBeginsANewSession() throws Exception {
    try (GatewayProcess gateway = mine.gateway()) {
      mine.dropReadings(2);
      awaitAllCovered(2);
      String session = jobs.session();
      jobs.say(
          new Receipt(MINE, SITE.gateway(), session, 500, List.of(), Clock.systemUTC().instant()));
      awaitThat(
          () ->
              assertThat(jobs.statuses.get(jobs.statuses.size() - 1).session())
                  .isNotEqualTo(session));
      mine.dropReadings(2);
      awaitThat(() -> assertThat(jobs.session()).isNotEqualTo(session));
      awaitAllCovered(2);
      assertThat(gateway.isAlive()).isTrue();
    }
  }
}
