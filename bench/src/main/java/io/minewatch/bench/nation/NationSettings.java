package io.minewatch.bench.nation;

import io.minewatch.bench.process.Programs;
import io.minewatch.bench.script.Pace;
import io.minewatch.bench.workload.Mix;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * What a paced run is told.
 *
 * @param mines that speak at their statutory periods; about 17 readings and positions a second each
 * @param share readings in a message and people of a mine
 * @param pace how long the periods are
 * @param timed how long it is timed after the warm-up; whole periods of the sensors are sent
 * @param broker what all messages go through
 * @param store where readings are kept
 * @param meddling what is done to the programs meanwhile
 * @param checkpoints how the jobs are engineered
 * @param rules the folder of the real rules
 * @param folder empty; holds all files of the run
 * @param peers that hear the same messages beside the product, each with where it is installed
 */
public record NationSettings(
    int mines,
    Mix.Share share,
    Pace pace,
    Duration warm,
    Duration timed,
    Broker broker,
    Store store,
    Meddling meddling,
    Checkpointing checkpoints,
    Path rules,
    Path folder,
    Map<Peer, Path> peers) {
  /** What all messages go through. */
  public enum Broker {
    /** Ours, as it is set up when nothing else is said. */
    DISK("through our broker, sessions and queues on disk"),
    /** Ours, with sessions and queues in memory. */
    MEMORY("through our broker, sessions and queues in memory"),
    /** The distribution's; for the run it asks for no password. */
    MOSQUITTO("through Mosquitto, which asks for no password and looks at no rights in this run");

    private final String words;

    Broker(String words) {
      this.words = words;
    }

    /** For the notes of a run. */
    String words() {
      return words;
    }
  }

  /** Where readings are kept. */
  public enum Store {
    NONE,
    QUESTDB,
    INFLUXDB
  }

  /** Who hears the same messages beside the product, in the same run. */
  public enum Peer {
    /** A flow of three nodes. */
    NODE_RED,
    /** B1: the limit harness, in this class path; with a store it has one of its own. */
    LIMIT;

    /** The name of its part, and of its folder. */
    String part() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Interval, slots and window are one budget: what is not in a checkpoint is under way at the
   * broker, which lets no more than a window be under way for a slot.
   *
   * @param slots clients of each job, each with its share of the mines
   */
  public record Checkpointing(Duration interval, int slots) {}

  /**
   * What is done to the programs while they run.
   *
   * @param kill the one that is killed in the middle of the run; empty for none
   * @param profile the one that runs with the flight recorder, whose CPU is then not the product's;
   *     {@link #ALL}, or empty for none
   */
  public record Meddling(String kill, String profile) {
    /** All programs in Java. */
    static final String ALL = "all";

    public Meddling {
      if (!kill.isEmpty() && !kill.equals("judge")) {
        throw new IllegalArgumentException("only the judge can be killed, was " + kill);
      }
    }

    Programs.Program with(Programs.Program program, Path folder) {
      boolean isProfiled = profile.equals(ALL) || profile.equals(program.name());
      return isProfiled ? program.recorded(folder) : program;
    }
  }

  public NationSettings {
    peers = Map.copyOf(peers);
    if (mines < 1 || warm.isNegative() || timed.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "at least a mine and a second, were " + mines + " and " + timed);
    }
  }
}
