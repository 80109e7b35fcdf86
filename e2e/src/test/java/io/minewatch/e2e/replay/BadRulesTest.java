package io.minewatch.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.app.AlertingMain;
import io.minewatch.e2e.process.JavaProgram;
import io.minewatch.servers.Loopback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real alerting program does not start on rules that are missing or contradict each other. */
@Timeout(180)
class BadRulesTest {
  private static final String COAL = "cn-coal-2025.yaml";
  private static final int BAD_SETTINGS = 2;

  @TempDir private Path folder;
  private Path rules;

  @BeforeEach
  void copyThePacks() throws IOException {
    rules = Files.createDirectory(folder.resolve("rules"));
    try (Stream<Path> packs = Files.list(Checkout.rules())) {
      for (Path pack : packs.toList()) {
        Files.copy(pack, rules.resolve(pack.getFileName()));
      }
    }
  }

  @Test
  void aContradictoryRowIsNamedWithFileRowAndClause() throws Exception {
    Path pack = rules.resolve(COAL);
    String text = Files.readString(pack);
    Files.writeString(
        pack,
        text.replaceFirst("restore: 1\\.0", "restore: 1.2")
            .replaceFirst(" {4}clause: \"煤矿安全规程（2025）第536条 表 第8项\"\n", ""));
    assertThat(refusal())
        .contains("cannot start")
        .contains(COAL + ", row 536-1: restore 1.2 lies beyond the alarm 1.0")
        .contains("第536条 表 第1项")
        .contains("row 536-8: clause is missing");
  }

  @Test
  void aMissingPackIsNamed() throws Exception {
    Files.delete(rules.resolve(COAL));
    assertThat(refusal()).contains("cannot start").contains(COAL + ": missing");
  }

  private String refusal() throws IOException {
    Path settings = folder.resolve("alerting.yaml");
    Files.writeString(
        settings,
        """
        database:
          url: "jdbc:sqlite:%s"
        broker:
          server: "tcp://127.0.0.1:%d"
        rules: "%s"
        mines: "%s"
        http:
          port: 0
        """
            .formatted(
                folder.resolve("journal.db"),
                Loopback.freePort(), // nobody is there, nor needed to refuse
                rules,
                Checkout.demoMines()));
    try (JavaProgram alerting =
        JavaProgram.start("alerting", folder, AlertingMain.class, Map.of(), settings.toString())) {
      assertThat(alerting.awaitExit(Duration.ofSeconds(60))).isEqualTo(BAD_SETTINGS);
      return alerting.printed();
    }
  }
}
