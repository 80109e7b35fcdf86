package io.minewatch.standalone.doctor;

import static io.minewatch.standalone.doctor.Finding.good;
import static io.minewatch.standalone.doctor.Finding.look;
import static io.minewatch.standalone.doctor.Finding.wrong;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What was seen of a program and of what it keeps. A problem is null where there is none. */
public sealed interface ProgramFact extends Fact {
  /** Checkpoints that a job may miss before it counts as standing still. */
  int MISSED_CHECKPOINTS = 20;

  /** A start takes this long; a job is not called dead in less. */
  Duration START = Duration.ofSeconds(30);

  /** The settings of a program, as its own reader takes them. */
  record Settings(String program, @Nullable String problem) implements ProgramFact {
    @Override
    public Finding finding() {
      String what = "settings " + program;
      return problem == null
          ? good(what, "read")
          : wrong(what, problem, "mend the settings; it does not start with these");
    }
  }

  /** The rule packs of a folder. */
  record Rules(String folder, int packs, @Nullable String problem) implements ProgramFact {
    @Override
    public Finding finding() {
      String what = "rules " + folder;
      return problem == null
          ? good(what, packs + " regulations")
          : wrong(what, problem, "mend the packs; alerting does not start with these");
    }
  }

  /** Something that could not be looked at. */
  record Unseen(String what, String why) implements ProgramFact {
    @Override
    public Finding finding() {
      return look(what, why, "look by hand");
    }
  }

  /** A program that should run here. */
  record Running(String program, @Nullable String problem) implements ProgramFact {
    @Override
    public Finding finding() {
      return problem == null
          ? good(program, "runs")
          : wrong(program, problem, "start it, or look at its log");
    }
  }

  /**
   * The schema of a database.
   *
   * @param version null where there is none
   * @param pending migrations that a start would make
   */
  record Schema(String database, @Nullable String version, int pending, @Nullable String problem)
      implements ProgramFact {
    @Override
    public Finding finding() {
      String what = "database " + database;
      if (problem != null) {
        return wrong(what, problem, "look whether it runs, and at name, user and password");
      }
      if (version == null) {
        return wrong(what, "it is empty", "start alerting once");
      }
      return pending == 0
          ? good(what, "schema " + version)
          : look(what, "schema " + version + ", " + pending + " behind", "restart alerting");
    }
  }

  /** The newest rows of the ledger. */
  record Ledger(String database, long rows, @Nullable String fault) implements ProgramFact {
    @Override
    public Finding finding() {
      return fault == null
          ? good("ledger", "the newest " + rows + " rows are as they were written")
          : wrong(
              "ledger",
              "ALTERED: " + fault,
              "keep the database as it is, and its backups; ./minewatch verify checks all rows");
    }
  }

  /** The series store: can be read and would take lines. */
  record Store(String server, @Nullable String problem) implements ProgramFact {
    @Override
    public Finding finding() {
      String what = "series store " + server;
      return problem == null
          ? good(what, "reads, and takes lines")
          : wrong(what, problem, "look whether it runs, and at database, user and rights");
    }
  }

  /**
   * A job by its checkpoints.
   *
   * @param age of the newest completed one; null where there is none
   * @param interval between them
   */
  record Job(String name, @Nullable Duration age, Duration interval) implements ProgramFact {
    @Override
    public Finding finding() {
      String what = "job " + name;
      if (age == null) {
        return wrong(what, "it has no checkpoint", "start it, or look at its log");
      }
      Duration most = interval.multipliedBy(MISSED_CHECKPOINTS);
      most = most.compareTo(START) < 0 ? START : most;
      String found = "the newest checkpoint is " + age.toSeconds() + " s old";
      return age.compareTo(most) <= 0
          ? good(what, found)
          : wrong(what, found, "look whether it runs; the archive job waits for its series store");
    }
  }

  /**
   * How long ago a test reading came all the way.
   *
   * @param within how old it may be by the rule packs; null if they were not read
   */
  record Canary(double seconds, @Nullable Duration within) implements ProgramFact {
    @Override
    public Finding finding() {
      String found = "the last came back %.0f s ago".formatted(seconds);
      if (within == null) {
        return look("test reading", found, "the rule packs say how old it may be");
      }
      return seconds <= within.toSeconds()
          ? good("test reading", found)
          : wrong("test reading", found, "look at broker, judge job and alerting in this order");
    }
  }
}
