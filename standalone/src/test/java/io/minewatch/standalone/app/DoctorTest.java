package io.minewatch.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.station.Scripts;
import io.minewatch.ingest.station.StationSettings;
import io.minewatch.ingest.world.ModelSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor at a real installation: series store, broker, both jobs, alerting, a mine. */
class DoctorTest {
  private static final MineCode MINE = new MineCode("140921021337");

  @TempDir static Path folder;
  private static Path home;
  private static Standalone all;

  private record Told(int code, String words) {}

  @BeforeAll
  static void start() throws Exception {
    home = folder.resolve("home");
    StandaloneSettings settings =
        new StandaloneSettings(
            home, Path.of("../rules"), Path.of("../deploy/demo"), 0, null, null, null);
    all = Standalone.start(settings, List.of(MINE), Clock.systemUTC());
    all.simulate(StationSettings.of(MINE, ModelSettings.modelColliery(1), Scripts.named("quiet")));
  }

  @AfterAll
  static void stop() {
    all.close();
  }

  private static Map<String, String> environment() {
    return new HashMap<>(
        Map.of(
            "MINEWATCH_HOME", home.toString(),
            "MINEWATCH_RULES", "../rules",
            "MINEWATCH_MINES", "../deploy/demo"));
  }

  private static Told doctor(Map<String, String> environment, String... args) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    int code = DoctorMain.run(args, environment, out, Clock.systemUTC(), Duration.ofSeconds(8));
    return new Told(code, bytes.toString(StandardCharsets.UTF_8));
  }

  @Test
  void findsNothingWrongWithAHealthyHomeAndSaysSoOfEachPart() {
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInSameThread()
        .untilAsserted(
            () -> {
              Told told = doctor(environment());
              assertThat(told.code()).as(told.words()).isZero();
              assertThat(told.words())
                  .contains("GOOD   java", "GOOD   disk", "GOOD   secret", "GOOD   rules")
                  .contains("GOOD   database", "GOOD   ledger", "GOOD   test reading")
                  .contains("GOOD   sign-in judge", "GOOD   sign-in archive")
                  .contains("GOOD   job judge", "GOOD   job archive", "GOOD   series store")
                  .contains("GOOD   plan of", "GOOD   summary of")
                  .contains("GOOD   clock of the judge job", "GOOD   alerting")
                  .contains("0 wrong, 0 to look at");
            });
  }

  @Test
  void namesWhatIsWrongWithProgramsOfTheirOwn() throws Exception {
    Path alerting = folder.resolve("alerting.yaml");
    Files.writeString(
        alerting,
        """
        database: {url: "jdbc:sqlite:%s", user: ""}
        broker: {server: "%s", clientId: minewatch-alerting, user: alerting}
        rules: ../rules
        mines: ../deploy/demo
        http: {bind: 127.0.0.1, port: %d}
        """
            .formatted(home.resolve("journal.db"), all.broker(), all.console().getPort()));
    Path password = folder.resolve("judge.password");
    Files.writeString(password, "wrong");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path jobs = folder.resolve("jobs.yaml");
    Files.writeString(
        jobs,
        """
        broker-uri: %s
        broker-user: judge
        broker-password-file: %s
        state: %s
        """
            .formatted(all.broker(), password, folder.resolve("no-state")));
    Path broker = folder.resolve("broker.yaml");
    Files.writeString(broker, "accounts: " + folder.resolve("accounts") + "\ncolour: red\n");
    Map<String, String> environment = new HashMap<>();
    environment.put(
        "MINEWATCH_ALERTING_BROKER_PASSWORD", BrokerAccounts.password(all.secrets(), "alerting"));

    Told told =
        doctor(
            environment,
            "--alerting",
            alerting.toString(),
            "--judge",
            jobs.toString(),
            "--broker",
            broker.toString());

    assertThat(told.code()).as(told.words()).isEqualTo(1);
    assertThat(told.words())
        .contains("WRONG  settings broker", "colour: is unknown", "data-dir: is needed")
        .contains("WRONG  secret " + password, "chmod 600 " + password)
        .contains("WRONG  sign-in judge")
        .contains("WRONG  disk " + folder.resolve("no-state"), "the folder is not there")
        .contains("WRONG  job judge", "it has no checkpoint")
        .contains("LOOK   test reading", "MINEWATCH_ALERTING_PASSWORD_ADMINISTRATOR is not told")
        .contains("GOOD   sign-in alerting", "GOOD   plan of", "GOOD   ledger");
  }

  @Test
  void namesAHomeThatDoesNotRunAndWhatIsKeptThere() throws Exception {
    Path other = Files.createDirectories(folder.resolve("other"));
    Path journal = other.resolve("journal.db");
    try (Connection made = DriverManager.getConnection("jdbc:sqlite:" + journal)) {
      made.createStatement().execute("create table other (x integer)");
    }
    Path rules = Files.createDirectories(folder.resolve("rules"));
    Map<String, String> environment = environment();
    environment.put("MINEWATCH_HOME", other.toString());
    environment.put("MINEWATCH_RULES", rules.toString());
    environment.put("MINEWATCH_COLOUR", "red");

    Told told = doctor(environment);

    assertThat(told.code()).isEqualTo(1);
    assertThat(told.words())
        .contains("WRONG  minewatch", "it does not run")
        .contains("MINEWATCH_COLOUR: no such setting")
        .contains("WRONG  rules", "WRONG  database", "it is empty")
        .contains("WRONG  job judge", "WRONG  job archive", "WRONG  secret");
    assertThat(doctor(environment, "--colour", "red").code()).isEqualTo(2);
    environment.put("MINEWATCH_HOME", folder.resolve("nowhere").toString());
    assertThat(doctor(environment).code()).isEqualTo(2);
  }
}
