package io.minewatch.ingest.gateway.story;

import static io.minewatch.ingest.gateway.story.Mine.PASSWORD;
import static io.minewatch.ingest.gateway.story.Mine.SITE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.ingest.gateway.input.FolderSettings;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the real process needs while it takes files of 100 points and messages of devices at a local
 * broker, loses the platform for a third of the time, and sends the backlog. The long form is
 * {@code -Dminewatch.gateway.seconds=600}, of the runnable jar with {@code
 * -Dminewatch.gateway.jar=FILE}; it says what it measured.
 */
@Timeout(3_600)
class MemoryTest {
  private static final int SECONDS = Integer.getInteger("minewatch.gateway.seconds", 6);
  private static final int DEVICE_MESSAGES = 20;
  private static final long MOST_MEGABYTES = 100;

  /** What the class path of the tests, some hundred jars, may cost more than the one jar. */
  private static final long OF_THE_CLASS_PATH = 8;

  private static final Clock CLOCK = Clock.systemUTC();

  private enum Platform {
    THERE,
    AWAY
  }

  @TempDir Path temp;
  private int sent;

  @Test
  void staysBelowItsLimitThroughAnOutageAndItsBacklog() throws Exception {
    try (Mine mine = new Mine(temp);
        Mosquitto local = Mosquitto.start(temp.resolve("local"));
        Jobs jobs = new Jobs(SITE, mine.uri(), PASSWORD)) {
      Map<String, String> settings =
          Map.of(
              "MINEWATCH_GATEWAY_DEVICES_URI",
              local.uri().toString(),
              "MINEWATCH_GATEWAY_LIVE_FOR",
              "PT0.5S",
              "MINEWATCH_GATEWAY_BACKFILL_RATE",
              "200");
      try (GatewayProcess gateway = mine.gateway(settings);
          MqttLink device =
              MqttLink.open(
                  MqttSettings.of(local.uri(), "probe", "", ""), List.of(), d -> {}, CLOCK)) {
        await().atMost(Duration.ofMinutes(1)).until(() -> !jobs.statuses.isEmpty());
        feed(mine, jobs, device, Platform.THERE);
        mine.stopBroker();
        feed(mine, jobs, device, Platform.AWAY);
        long outage = gateway.mostMegabytes();
        mine.startBroker();
        feed(mine, jobs, device, Platform.THERE);
        int all = mine.files() + sent;
        await()
            .atMost(Duration.ofMinutes(10))
            .pollInterval(Duration.ofSeconds(1))
            .until(
                () -> {
                  jobs.sendReceipts();
                  return jobs.has().list().size() == 1 && jobs.has().last() == all - 1;
                });
        await()
            .atMost(Duration.ofMinutes(2))
            .pollInterval(Duration.ofSeconds(1))
            .until(
                () -> {
                  jobs.sendReceipts();
                  return jobs.isAllCovered();
                });
        long late = jobs.heard.stream().filter(m -> m.lane() == Lane.BACKFILL).count();
        System.out.printf(
            "gateway: %d files of 100 points and %d messages of devices in %d s, of these %d sent"
                + " as backfill; at most %d MB resident, %d MB by the end of the outage%n",
            mine.files(), sent, SECONDS, late, gateway.mostMegabytes(), outage);
        assertThat(late).isPositive();
        assertThat(gateway.mostMegabytes()).isLessThan(MOST_MEGABYTES);
        try (var left = Files.list(mine.drop().resolve("done"))) {
          assertThat(left.count()).isEqualTo(mine.files());
        }
      }
    }
  }

  /** The largest files that are read, of the forms that take most, thrice each. */
  @Test
  void staysBelowItsLimitOnTheLargestFilesThatItReads() throws Exception {
    try (Mine mine = new Mine(temp);
        GatewayProcess gateway = mine.gateway()) {
      for (int round = 0; round < 3; round++) {
        for (Map.Entry<String, String> file : LargeFiles.of(round).entrySet()) {
          Path part = Files.writeString(mine.drop().resolve("large.part"), file.getValue());
          assertThat(Files.size(part)).isBetween(2_500_000L, FolderSettings.USUAL_BYTES);
          Files.move(part, mine.drop().resolve(file.getKey()), StandardCopyOption.ATOMIC_MOVE);
          await()
              .atMost(Duration.ofMinutes(2))
              .until(
                  () ->
                      !gateway.isAlive()
                          || Files.exists(mine.drop().resolve("done").resolve(file.getKey())));
          assertThat(gateway.isAlive()).as(gateway.said()).isTrue();
          System.out.printf(
              "gateway: after %s of 2.5 MB at most %d MB resident%n",
              file.getKey(), gateway.mostMegabytes());
        }
      }
      assertThat(gateway.isAlive()).isTrue();
      boolean jar = System.getProperty("minewatch.gateway.jar") != null;
      assertThat(gateway.mostMegabytes())
          .isLessThan(jar ? MOST_MEGABYTES : MOST_MEGABYTES + OF_THE_CLASS_PATH);
    }
  }

  /** A third of the time. */
  private void feed(Mine mine, Jobs jobs, MqttLink device, Platform platform) throws Exception {
    for (int second = 0; second < SECONDS / 3; second++) {
      long until = System.nanoTime() + 1_000_000_000L;
      mine.dropCycle(100);
      for (int i = 0; i < DEVICE_MESSAGES; i++) {
        String topic = "mw/v1/" + Mine.DEVICES + "/probe/readings";
        device.publish(Outgoing.event(topic, Mine.reading(sent).getBytes(UTF_8), "")).join();
        sent++;
      }
      if (platform == Platform.THERE) {
        jobs.sendReceipts();
      }
      await().atMost(Duration.ofSeconds(10)).until(() -> System.nanoTime() >= until);
    }
  }
}
