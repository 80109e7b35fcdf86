package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.alerting.journal.Postgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that its own tools have put back, and a start on it. */
class PostgresBackupTest extends BackupStory {
  @Test
  void aPostgresThatWasPutBackByItsOwnToolsGetsNewNumbers() throws Exception {
    try (Postgres postgres = Postgres.start()) {
      Assumptions.assumeTrue(postgres != null, "no PostgreSQL on this machine");
      Path tools = Tools.of("pg_dump");
      Assumptions.assumeTrue(tools != null, "no pg_dump on this machine");
      String from = postgres.fresh();
      service.close();
      service = Running.start(settings(from), clock, bus);
      await().untilAsserted(() -> assertThat(plan()).isNotNull());
      service.close();
      Path dump = folder.resolve("dump");
      Tools.run(tools.resolve("pg_dump"), "-Fc", "-f", dump.toString(), "-d", Tools.uri(from));
      String to = postgres.fresh();
      Tools.run(tools.resolve("pg_restore"), "--no-owner", "-d", Tools.uri(to), dump.toString());

      Recorded.Told told = backup("restore", "--database", to, "--user", Postgres.USER);

      assertThat(told.words()).contains("restored: ", "2 plans and 2 order books (0 open orders)");
      assertThat(told.code()).isZero();
      bus.published.clear();
      service = Running.start(settings(to), clock, bus);
      await()
          .untilAsserted(
              () -> assertThat(plan().version()).isEqualTo(clock.instant().getEpochSecond()));
    }
  }

  private AlertingSettings settings(String url) {
    AlertingSettings one = Running.settings(folder);
    return new AlertingSettings(
        new AlertingSettings.DatabaseAt(url, Postgres.USER, ""),
        one.broker(),
        one.rules(),
        one.mines(),
        one.http(),
        Running.PASSWORDS);
  }

  /** The tools that come with PostgreSQL. */
  private static final class Tools {
    /** The folder of the newest ones, null where there are none. */
    static Path of(String tool) throws Exception {
      Path all = Path.of("/usr/lib/postgresql");
      if (!Files.isDirectory(all)) {
        return null;
      }
      try (var versions = Files.list(all)) {
        return versions
            .map(version -> version.resolve("bin"))
            .filter(bin -> Files.isExecutable(bin.resolve(tool)))
            .max(Path::compareTo)
            .orElse(null);
      }
    }

    static String uri(String jdbc) {
      return jdbc.substring("jdbc:".length()).replace("//", "//" + Postgres.USER + "@");
    }

    static void run(Path tool, String... args) throws Exception {
      List<String> command = new ArrayList<>(List.of(tool.toString()));
      command.addAll(List.of(args));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
    }
  }
}
