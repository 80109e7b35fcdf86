package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.minewatch.alerting.notify.ChannelContract;
import io.minewatch.alerting.notify.HttpEnd;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watchdog that looks at the real service and calls by a webhook. */
class WatchdogTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Map<String, String> SECRET =
      Map.of("MINEWATCH_WATCHDOG_WEBHOOK_SECRET", "a-secret-of-thirty-two-characters");

  private final MovedClock platform = new MovedClock(START);
  private final MovedClock own = new MovedClock(START);
  private final MemoryBus bus = new MemoryBus();

  @TempDir private Path folder;

  @Test
  void aCutWayOfAlarmsAndASilentPlatformAreCalledOutAndTheEndIsTold() throws Exception {
    try (HttpEnd phone = new HttpEnd();
        AlertingService service = Running.start(folder, platform, bus);
        Watchdog watchdog = watchdog(phone.url(), service.port())) {
      look(watchdog, 0, 3_600);
      assertThat(phone.requests).as("while all is well").isEmpty();

      platform.move(Duration.ofMinutes(3).plusSeconds(1));
      assertThat(health(service.port())).as("no test reading came back").isEqualTo(503);
      look(watchdog, 0, 59);
      assertThat(phone.requests).as("before its patience ends").isEmpty();
      phone.answer(ChannelContract.Answer.NOT_NOW);
      look(watchdog, 1);
      phone.answer(ChannelContract.Answer.WELL);
      look(watchdog, 5, 30);
      assertThat(phone.requests).as("again, for the first did not get through").hasSize(2);
      phone.requests.remove(0);
      assertThat(phone.requests.get(0).body()).contains("says 503").contains("65");
      assertThat(phone.requests.get(0).signature()).isNotEmpty();

      bus.finding("mw/v1/" + MineCode.CANARY + "/findings", comesBack());
      await().until(() -> health(service.port()) == 200);
      look(watchdog, 1, 1);
      assertThat(phone.requests).hasSize(2);
      assertThat(phone.requests.get(1).body()).contains("well again");

      service.close();
      look(watchdog, 0, 60, 599, 1);
      assertThat(phone.requests).as("at once and after ten minutes").hasSize(4);
      assertThat(phone.requests.get(3).body()).contains("does not answer");
    }
  }

  @Test
  void settingsThatCannotServeAreRefusedTogether() throws Exception {
    Path file = folder.resolve("watchdog.yaml");
    Files.writeString(
        file,
        """
        watch: ["not an address", "alone"]
        channels: {webhook: {url: "http://elsewhere/"}}
        calls: [{channel: broadcast}, {channel: mail, address: "a@b"}]
        patience: PT0S
        surplus: 1
        """);
    assertThatThrownBy(() -> WatchdogSettings.read(file, Map.of()))
        .isInstanceOf(Problems.BadFiles.class)
        .hasMessageContaining("not an address")
        .hasMessageContaining("'alone'")
        .hasMessageContaining("https")
        .hasMessageContaining("calls by 'broadcast'")
        .hasMessageContaining("calls by 'mail'")
        .hasMessageContaining("patience")
        .hasMessageContaining("surplus");
  }

  private void look(Watchdog watchdog, long... secondsLater) throws InterruptedException {
    for (long seconds : secondsLater) {
      own.move(Duration.ofSeconds(seconds));
      watchdog.round();
    }
  }

  private Watchdog watchdog(String phone, int port) throws Exception {
    Path file = folder.resolve("watchdog.yaml");
    Files.writeString(
        file,
        """
        watch: ["http://127.0.0.1:%d"]
        channels: {webhook: {url: "%s"}}
        calls: [{channel: webhook}]
        """
            .formatted(port, phone));
    return new Watchdog(WatchdogSettings.read(file, SECRET), own, own);
  }

  private static int health(int port) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + port + "/actuator/health");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
        .statusCode();
  }

  /** The finding of a test reading, as the judge job sends it. */
  private Finding comesBack() {
    Instant now = platform.instant();
    return new Finding(
        new FindingId("0".repeat(32)),
        0,
        FindingKind.OPENED,
        MineCode.CANARY,
        Subject.of(new PointId("canary")),
        new ZoneId("canary"),
        Measure.METHANE,
        Measure.METHANE.unit(),
        Check.LIMIT,
        "canary",
        Severity.BLUE,
        now,
        now,
        now,
        now,
        1.1,
        Quality.GOOD,
        1.0,
        1.1,
        now,
        1,
        Map.of());
  }
}
