package io.minewatch.standalone.app;

import io.minewatch.alerting.app.AlertingSettings;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.broker.app.ProgramSettings;
import io.minewatch.broker.hive.TlsSettings;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.jobs.app.JobsSettings;
import io.minewatch.jobs.archive.ArchiveSettings;
import io.minewatch.jobs.judge.JudgeSettings;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.standalone.doctor.ProgramFact;
import io.minewatch.standalone.examine.Installation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Programs of their own, each by the settings that it is run with and its own reader of them. */
final class ProgramsToLookAt {
  private static final String ADMINISTRATOR = "MINEWATCH_ALERTING_PASSWORD_ADMINISTRATOR";
  private static final String SQLITE = "jdbc:sqlite:";

  private final Installation at = new Installation();
  private final Map<String, String> environment;

  private ProgramsToLookAt(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * What there is to look at.
   *
   * @param told settings files by program, {@code env} for none
   */
  static Installation of(Map<String, String> told, Map<String, String> environment) {
    ProgramsToLookAt all = new ProgramsToLookAt(environment);
    told.forEach(all::add);
    return all.at;
  }

  private void add(String program, String file) {
    @Nullable Path settings = file.equals("env") ? null : Path.of(file);
    at.programs++;
    String problem = null;
    try {
      switch (program) {
        case "--broker" -> broker(ProgramSettings.read(settings, environment));
        case "--judge" ->
            job("judge", JobsSettings.read(settings, environment), JudgeSettings.USUAL_INTERVAL);
        case "--archive" ->
            job(
                "archive",
                JobsSettings.read(settings, environment),
                ArchiveSettings.USUAL_INTERVAL);
        default -> alerting(AlertingSettings.read(Path.of(file), environment));
      }
    } catch (IllegalArgumentException | Problems.BadFiles e) {
      problem = e.getMessage();
    }
    at.told.add(new ProgramFact.Settings(program.substring(2), problem));
    if (settings != null) {
      passwordFiles(settings);
    }
  }

  /** The files that a flat settings file names for its secrets. */
  private void passwordFiles(Path settings) {
    try {
      for (String line : Files.readAllLines(settings)) {
        String[] parts = line.split(":", 2);
        if (parts.length == 2 && parts[0].strip().matches("[a-z-]+-(password|secret)-file")) {
          at.secrets.add(Path.of(parts[1].strip().replaceAll("^[\"']|[\"']$", "")));
        }
      }
    } catch (IOException e) {
      at.told.add(new ProgramFact.Unseen("secrets of " + settings, e.toString()));
    }
  }

  private void broker(ProgramSettings told) {
    at.folders.add(told.broker().dataDir());
    at.secrets.add(told.accounts());
    String host = told.broker().bindAddress();
    at.doors.put("the broker", URI.create("tcp://" + near(host) + ":" + told.broker().port()));
    TlsSettings tls = told.broker().tls();
    if (tls != null) {
      at.secrets.add(tls.keyStore());
      URI door = URI.create("ssl://" + near(tls.bindAddress()) + ":" + tls.port());
      at.doors.put("the broker, encrypted", door);
      at.encrypted.add(door);
    }
  }

  /** All addresses of this machine are called by one of them. */
  private static String near(String bind) {
    return bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind;
  }

  private void job(String name, JobsSettings told, Duration usual) {
    line(name, told.broker(), false);
    at.folders.add(told.state());
    Duration given = told.interval();
    at.jobs.add(
        new Installation.Job(name, told.state().resolve(name), given == null ? usual : given));
    SeriesServer series = told.series();
    if (series != null && name.equals("archive")) {
      at.doors.put("the series store", series.url());
      at.stores.add(series);
    }
  }

  private void line(String name, MqttSettings line, boolean hears) {
    at.doors.put("the broker, for " + name, line.server());
    at.accounts.add(new Installation.Account(name, line, hears));
  }

  private void alerting(AlertingSettings told) {
    line("alerting", told.broker(), true);
    at.rules = told.rules();
    at.database = told.database();
    String url = told.database().url();
    if (url.startsWith(SQLITE)) {
      Path file = Path.of(url.substring(SQLITE.length())).toAbsolutePath();
      at.secrets.add(file);
      Path folder = file.getParent();
      if (folder != null) {
        at.folders.add(folder);
      }
      if (!Files.exists(file)) {
        at.database = null; // looking for it must not make it
        at.told.add(new ProgramFact.Schema(url, null, 0, null));
      }
    }
    URI console = URI.create("http://" + near(told.http().bind()) + ":" + told.http().port() + "/");
    at.doors.put("the console", console);
    at.console = new Installation.Console(console, environment.get(ADMINISTRATOR));
    if (told.series() != null) {
      at.doors.put("the series store, for alerting", told.series().url());
    }
  }
}
