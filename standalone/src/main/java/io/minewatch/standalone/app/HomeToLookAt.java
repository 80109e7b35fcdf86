package io.minewatch.standalone.app;

import io.minewatch.alerting.app.AlertingSettings.DatabaseAt;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.jobs.archive.ArchiveSettings;
import io.minewatch.jobs.judge.JudgeSettings;
import io.minewatch.series.questdb.EmbeddedQuestDb;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.standalone.doctor.ProgramFact;
import io.minewatch.standalone.examine.Installation;
import io.minewatch.standalone.secret.SecretFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The one process: everything by its home folder. */
final class HomeToLookAt {
  private HomeToLookAt() {}

  static Installation of(Path home, Map<String, String> environment) {
    Installation at = new Installation();
    at.programs = 1;
    at.folders.add(home);
    at.secrets.add(home.resolve(Standalone.SECRETS));
    StandaloneSettings settings;
    try {
      settings = StandaloneSettings.read(environment);
    } catch (IllegalArgumentException e) {
      at.told.add(new ProgramFact.Settings("of the environment", e.getMessage()));
      // What is wrong with it does not hide the rest.
      Map<String, String> least = new TreeMap<>();
      environment.forEach(
          (name, value) -> {
            if (name.matches("MINEWATCH_(HOME|RULES|MINES)")) {
              least.put(name, value);
            }
          });
      settings = StandaloneSettings.read(least);
    }
    at.rules = settings.rules();
    DatabaseAt given = settings.database();
    Path journal = home.resolve("journal.db");
    at.database = given == null ? DatabaseAt.file(journal) : given;
    if (given == null && !Files.exists(journal)) {
      at.database = null;
      at.told.add(new ProgramFact.Schema(journal.toString(), null, 0, null));
    }
    at.jobs.add(job("judge", home, JudgeSettings.USUAL_INTERVAL));
    at.jobs.add(job("archive", home, ArchiveSettings.USUAL_INTERVAL));
    try {
      running(at, home, settings);
    } catch (IOException | IllegalArgumentException e) {
      at.told.add(new ProgramFact.Running("minewatch", e.getMessage()));
    }
    return at;
  }

  private static Installation.Job job(String name, Path home, java.time.Duration interval) {
    return new Installation.Job(name, home.resolve("checkpoints").resolve(name), interval);
  }

  private static void running(Installation at, Path home, StandaloneSettings settings)
      throws IOException {
    Addresses addresses = Addresses.read(home);
    if (addresses == null) {
      at.told.add(new ProgramFact.Running("minewatch", "it does not run"));
      return;
    }
    at.doors.put("the broker", addresses.broker());
    at.doors.put("the console", addresses.console());
    at.doors.put("the series store", addresses.series());
    Map<String, String> secrets = SecretFile.open(home.resolve(Standalone.SECRETS)).known();
    SeriesServer series = settings.series();
    at.stores.add(
        series == null
            ? EmbeddedQuestDb.address(
                addresses.series(), secrets.getOrDefault(Standalone.SERIES, ""))
            : series);
    at.console =
        new Installation.Console(addresses.console(), secrets.get("console.administrator"));
    for (String user : new String[] {"judge", "archive", "alerting"}) {
      String password = secrets.getOrDefault("broker." + user, "");
      URI broker = addresses.broker();
      at.accounts.add(
          new Installation.Account(
              user, MqttSettings.of(broker, user, user, password), user.equals("alerting")));
    }
  }
}
