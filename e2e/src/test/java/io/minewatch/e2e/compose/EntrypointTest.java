package io.minewatch.e2e.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the image starts for each word, told by a java that only says how it was called. */
class EntrypointTest {
  private static final Path SCRIPT = Path.of("../deploy/compose/entrypoint.sh");

  @TempDir private Path folder;

  @BeforeEach
  void aJavaThatTells() throws IOException {
    Path java = folder.resolve("java");
    Files.writeString(
        java,
        "#!/bin/sh\nprintf '%s\\n' \"$@\"\necho \"rules=${MINEWATCH_RULES:-} secret=${A_SECRET:-}\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "broker, io.minewatch.broker.app.BrokerMain, FILE",
    "jobs, io.minewatch.jobs.app.JobsMain, FILE",
    "alerting, io.minewatch.alerting.app.AlertingMain, FILE",
    "watchdog, io.minewatch.alerting.app.WatchdogMain, FILE",
    "verify, io.minewatch.alerting.app.VerifyMain, FILE",
    "backup, io.minewatch.alerting.app.BackupMain, make FILE",
    "restore, io.minewatch.alerting.app.BackupMain, restore FILE",
    "doctor, io.minewatch.standalone.app.DoctorMain, FILE",
    "fleet, io.minewatch.ingest.app.FleetMain, FILE",
    "replay, io.minewatch.ingest.app.ReplayMain, FILE",
    "simulator, io.minewatch.ingest.app.SimulatorMain, FILE"
  })
  void eachWordStartsAProgramThatIsThere(String word, String main, String arguments)
      throws Exception {
    List<String> said = said(Map.of(), word, "FILE");
    int at = said.indexOf(main);
    assertThat(at).as(word + " starts " + said).isPositive();
    List<String> expected = List.of(arguments.split(" "));
    assertThat(said.subList(at + 1, at + 1 + expected.size())).isEqualTo(expected);
    assertThat(
            Class.forName(main, false, getClass().getClassLoader())
                .getMethod("main", String[].class))
        .isNotNull();
  }

  @Test
  void theDoctorFindsTheRulesOfTheImageAndASecretStaysAFile() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "s3");
    assertThat(said(Map.of("A_SECRET__FILE", secret.toString()), "doctor"))
        .contains("rules=/opt/minewatch/rules secret=s3");
  }

  @Test
  void aSecretThatWasNotMadeIsNamed() throws Exception {
    assertThat(said(Map.of("A_SECRET__FILE", folder.toString()), "alerting"))
        .hasSize(2)
        .first()
        .asString()
        .contains(folder.toString(), "secrets.sh");
  }

  @Test
  void anotherWordIsRefused() throws Exception {
    assertThat(said(Map.of(), "no-such")).containsExactly("no such program: no-such", "ended: 64");
  }

  private List<String> said(Map<String, String> environment, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", SCRIPT.toRealPath().toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("MINEWATCH_"));
    builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    byte[] all = process.getInputStream().readAllBytes();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    List<String> lines = new ArrayList<>(new String(all, StandardCharsets.UTF_8).lines().toList());
    if (process.exitValue() != 0) {
      lines.add("ended: " + process.exitValue());
    }
    return lines;
  }
}
