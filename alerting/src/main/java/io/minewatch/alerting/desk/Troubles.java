package io.minewatch.alerting.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is wrong with the platform itself now, for everybody's console. A trouble stands from its
 * first sign until it is over; in memory, because whatever lasts shows itself again.
 */
public final class Troubles {
  /** What can be wrong. */
  public enum Kind {
    /** Findings wait because the database does not take them. */
    DATABASE,
    /** Messages were set aside because they cannot be worked. */
    PARKED,
    /** There is no line to the broker. */
    BROKER
  }

  /**
   * One trouble.
   *
   * @param since when it was first seen
   * @param count of messages, where it is about some; else 1
   */
  public record Trouble(Kind kind, Instant since, int count) {}

  private final Map<Kind, Trouble> standing = new TreeMap<>();

  /** It stands, now with this count; zero ends it. Answers whether it is new. */
  public synchronized boolean stands(Kind kind, int count, Instant now) {
    if (count == 0) {
      standing.remove(kind);
      return false;
    }
    Trouble known = standing.get(kind);
    standing.put(kind, new Trouble(kind, known == null ? now : known.since(), count));
    return known == null;
  }

  /** It is over, if it stood. */
  public synchronized void over(Kind kind) {
    standing.remove(kind);
  }

  public synchronized List<Trouble> all() {
    return List.copyOf(standing.values());
  }
}
