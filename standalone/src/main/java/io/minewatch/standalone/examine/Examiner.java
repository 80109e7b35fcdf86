package io.minewatch.standalone.examine;

import com.sun.management.OperatingSystemMXBean;
import io.minewatch.alerting.app.AlertingSettings.DatabaseAt;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.jobs.app.Checkpoints;
import io.minewatch.standalone.doctor.Fact;
import io.minewatch.standalone.doctor.LineFact;
import io.minewatch.standalone.doctor.MachineFact;
import io.minewatch.standalone.doctor.ProgramFact;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at everything that there is of an installation, one after the other. */
public final class Examiner {
  private final Installation at;
  private final Clock clock;
  private final Duration listen;
  private final List<Fact> facts = new ArrayList<>();

  /**
   * Prepares to look.
   *
   * @param listen how long to listen at the broker
   */
  public Examiner(Installation at, Clock clock, Duration listen) {
    this.at = at;
    this.clock = clock;
    this.listen = listen;
  }

  /** Looks. */
  public List<Fact> look() {
    facts.addAll(at.told);
    facts.add(java());
    at.folders.forEach(folder -> facts.add(disk(folder)));
    at.secrets.forEach(file -> facts.add(secret(file)));
    Duration canary = rules();
    at.doors.forEach(
        (of, address) ->
            facts.add(new LineFact.Door(of, address.toString(), Doors.problem(address))));
    at.encrypted.forEach(door -> facts.add(Doors.certificate(door, null, clock.instant())));
    at.accounts.stream()
        .map(account -> account.line().server())
        .filter(server -> "ssl".equals(server.getScheme()))
        .distinct()
        .forEach(server -> facts.add(Doors.certificate(server, server.getHost(), clock.instant())));
    DatabaseAt database = at.database;
    Map<String, Long> plans = database == null ? null : Kept.look(database, clock, facts);
    new Listening(clock, listen)
        .look(
            at.accounts,
            new Listening.Plans(plans, () -> database == null ? null : Kept.plansNow(database)),
            facts);
    at.jobs.forEach(job -> facts.add(job(job)));
    at.stores.forEach(store -> facts.add(StoreLook.at(store)));
    if (at.console != null) {
      ConsoleLook.at(at.console, canary, facts);
    }
    return List.copyOf(facts);
  }

  private Fact java() {
    OperatingSystemMXBean machine =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new MachineFact.JavaAt(
        Runtime.version().feature(),
        at.programs,
        Runtime.getRuntime().maxMemory(),
        machine.getTotalMemorySize());
  }

  private static Fact disk(Path folder) {
    try {
      boolean there = Files.isDirectory(folder);
      long free = there ? Files.getFileStore(folder).getUsableSpace() : 0;
      return new MachineFact.Disk(folder.toString(), there, free);
    } catch (IOException e) {
      return new ProgramFact.Unseen("disk " + folder, e.toString());
    }
  }

  private static Fact secret(Path file) {
    try {
      String mode = mode(file);
      Path folder = file.toAbsolutePath().getParent();
      String around = folder == null ? null : mode(folder);
      return new MachineFact.Secret(
          file.toString(), mode, around != null && around.endsWith("------"));
    } catch (IOException | UnsupportedOperationException e) {
      return new ProgramFact.Unseen("secret " + file, e.toString());
    }
  }

  private static @Nullable String mode(Path path) throws IOException {
    return Files.exists(path)
        ? PosixFilePermissions.toString(Files.getPosixFilePermissions(path))
        : null;
  }

  /** Looks at the rule packs; answers how old a test reading may be by them, null if unknown. */
  private @Nullable Duration rules() {
    Path folder = at.rules;
    if (folder == null) {
      return null;
    }
    try {
      RulePacks packs = RulePackLoader.load(folder);
      facts.add(new ProgramFact.Rules(folder.toString(), packs.regulations().size(), null));
      return packs.callout().canary();
    } catch (Problems.BadFiles e) {
      facts.add(new ProgramFact.Rules(folder.toString(), 0, e.getMessage()));
      return null;
    }
  }

  private Fact job(Installation.Job job) {
    try {
      Optional<Path> newest = Checkpoints.newest(job.checkpoints());
      Duration age = null;
      if (newest.isPresent()) {
        age =
            Duration.between(
                Files.getLastModifiedTime(newest.get().resolve("_metadata")).toInstant(),
                clock.instant());
      }
      return new ProgramFact.Job(job.name(), age, job.interval());
    } catch (IOException | RuntimeException e) {
      return new ProgramFact.Unseen("job " + job.name(), e.toString());
    }
  }
}
