package io.minewatch.standalone.examine;

import io.minewatch.alerting.app.AlertingSettings.DatabaseAt;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.standalone.doctor.Fact;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What there is to look at. Filled in from the settings of the programs. */
public final class Installation {
  /** Facts that the settings themselves tell. */
  public final List<Fact> told = new ArrayList<>();

  public final Set<Path> folders = new TreeSet<>();
  public final Set<Path> secrets = new TreeSet<>();
  public final List<Account> accounts = new ArrayList<>();

  /** Addresses that should answer, by whose they are. */
  public final Map<String, URI> doors = new TreeMap<>();

  /** Encrypted doors of this machine, of which it is not known by which name they are called. */
  public final List<URI> encrypted = new ArrayList<>();

  public final List<Job> jobs = new ArrayList<>();
  public final List<SeriesServer> stores = new ArrayList<>();
  public @Nullable DatabaseAt database;
  public @Nullable Path rules;
  public @Nullable Console console;

  /** Processes of ours that share the memory of this machine. */
  public int programs;

  /**
   * An account at the broker.
   *
   * @param line as its program has it; the doctor comes under a client id of its own
   * @param hears whether it may hear plans and summaries
   */
  public record Account(String name, MqttSettings line, boolean hears) {}

  /**
   * A job.
   *
   * @param checkpoints its folder
   */
  public record Job(String name, Path checkpoints, Duration interval) {}

  /**
   * Where alerting answers.
   *
   * @param password of the account {@code administrator}; null where it is not known
   */
  public record Console(URI at, @Nullable String password) {
    /** Keeps the password to itself. */
    @Override
    public String toString() {
      return at.toString();
    }
  }
}
