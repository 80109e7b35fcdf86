package io.minewatch.broker.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.broker.hive.Client;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own. */
class BrokerMainTest {
  private static final String FINDINGS = "mw/v1/140921021337/findings";

  @TempDir Path dir;

  @Test
  void keepsWhatItHasAcknowledgedThroughKillNine() throws Exception {
    Path accounts = dir.resolve("accounts");
    String judgePassword = AddAccount.add(accounts, "judge", "judge", null, new SecureRandom());
    int port = BrokerProcess.freePort();
    Path settings = dir.resolve("broker.yaml");
    Files.write(
        settings,
        List.of("accounts: " + accounts, "data-dir: " + dir.resolve("data"), "port: " + port));
    List<String> expected = new ArrayList<>();
    String alertingPassword;

    try (var first = run(settings)) {
      first.ready();
      try (var added =
          BrokerProcess.start(
              dir.resolve("added"),
              Map.of(),
              "add-account",
              accounts.toString(),
              "alerting",
              "ALERTING")) {
        assertThat(added.end()).as(added.said()).isZero();
        alertingPassword = added.said().strip();
      }
      try (var alerting = Client.at(port, "alerting-0")) {
        alerting.connect("alerting", alertingPassword);
        alerting.subscribe("mw/v1/+/findings");
      }
      try (var judge = Client.at(port, "judge-0")) {
        judge.connect("judge", judgePassword);
        for (int i = 0; i < 200; i++) {
          assertThat(judge.publish(FINDINGS, "finding " + i)).isZero();
          expected.add(FINDINGS + " finding " + i);
        }
        first.kill();
      }
    }
    try (var second = run(settings);
        var alerting = Client.at(port, "alerting-0")) {
      second.ready();
      assertThat(alerting.connect("alerting", alertingPassword)).isTrue();
      await().untilAsserted(() -> assertThat(alerting.received).isEqualTo(expected));
      second.close();
      assertThat(BrokerProcess.isOpen(port)).isFalse();
      assertThat(second.said()).doesNotContain(judgePassword, alertingPassword);
    }
  }

  @Test
  void tellsAllThatIsWrongAndDoesNotStart() throws Exception {
    try (var process =
        BrokerProcess.start(
            dir.resolve("out"),
            Map.of("MINEWATCH_BROKER_PORT", "none", "MINEWATCH_BROKER_COLOUR", "red"),
            "run")) {
      assertThat(process.end()).isEqualTo(1);
      assertThat(process.said())
          .contains("data-dir: is needed")
          .contains("accounts: is needed")
          .contains("port: cannot be 'none'")
          .contains("colour: is unknown");
    }
  }

  private BrokerProcess run(Path settings) throws Exception {
    return BrokerProcess.start(
        Files.createTempFile(dir, "broker", ".out"),
        Map.of(),
        "run",
        "--settings",
        settings.toString());
  }
}
