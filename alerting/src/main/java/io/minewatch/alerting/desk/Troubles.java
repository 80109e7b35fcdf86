package io.minewatch.alerting.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

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
    BROKER,
    /** Channels for calls do not work. */
    CHANNEL,
    /** Nobody is on duty at some time soon. */
    ROSTER,
    /** The test reading does not come back. */
    CANARY,
    /** The registry of a mine is not sound under the rule packs of this start. */
    REGISTRY,
    /**
     * The rule packs of this start protect mines less: each goes on as before until people allow
     * it.
     */
    PACKS,
    /** Readings of mines say something else than what was kept before; nothing explains it. */
    REWRITTEN,
    /** The series store gives back something else than was written. */
    ALTERED,
    /** Hours of the series store were told by who wrote them, and nobody compared them in time. */
    UNSEEN,
    /** A call at the console would be heard by nobody. */
    UNATTENDED,
    /** Judging says nothing of mines, though it says something of others. */
    UNHEARD
  }

  /**
   * One trouble.
   *
   * @param since when it was first seen
   * @param count of messages or gaps, where it is about some; else 1
   * @param about names of what it is about, never of a person
   */
  public record Trouble(Kind kind, Instant since, int count, List<String> about) {
    /** About nothing in particular. */
    public Trouble(Kind kind, Instant since, int count) {
      this(kind, since, count, List.of());
    }

    /** The same about some of it: all are counted, the first are named. */
    public Trouble about(Predicate<String> some, int named) {
      List<String> left = about.stream().filter(some).toList();
      return new Trouble(kind, since, left.size(), left.stream().limit(named).toList());
    }
  }

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

  /** It stands about these; none ends it. Answers whether it is new or about others. */
  public synchronized boolean stands(Kind kind, List<String> about, Instant now) {
    Trouble known = standing.get(kind);
    stands(kind, about.size(), now);
    Trouble stands = standing.get(kind);
    if (stands != null) {
      standing.put(kind, new Trouble(kind, stands.since(), about.size(), about));
    }
    return stands != null && (known == null || !known.about().equals(about));
  }

  /** It is over, if it stood. */
  public synchronized void over(Kind kind) {
    standing.remove(kind);
  }

  public synchronized List<Trouble> all() {
    return List.copyOf(standing.values());
  }
}
