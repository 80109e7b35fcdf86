package io.minewatch.judge.limit;

import io.minewatch.judge.column.Places;
import io.minewatch.judge.silence.Freshness;
import io.minewatch.judge.tape.Tape;
import java.util.Arrays;

/**
 * The memory of {@link LimitJudge}: one slot for each limit rule of each point. Two bits a slot, 70
 * bytes more for one that is in excursion or about to be, and 8 more for one that ever was. Times
 * are measured times in milliseconds since 1970 UTC.
 */
public final class Excursions {
  static final long NEVER = Freshness.NEVER;
  static final int MAX_STEPS = 4;

  private final Places places;

  /** Which slots have had an excursion that is over; by their place, its onset. */
  private final Places past;

  private long[] lastOnset = {};

  /** By place: how many steps count as reached in this excursion; 0 when there is none. */
  byte[] level = {};

  /** 1 while in excursion and not to be relied on. */
  byte[] blind = {};

  /** Number of the next fact. */
  int[] facts = {};

  long[] onset = {};

  /** Since when each step has been reached without a break. */
  long[] since = {};

  /** Since when the value has been beyond restore without a break. */
  long[] safeSince = {};

  double[] peak = {};
  long[] peakAt = {};

  public Excursions(int slots) {
    places = new Places(slots);
    past = new Places(slots);
  }

  /** Where what is known of a slot stands in the columns, or -1: all is quiet. */
  int place(int slot) {
    return places.of(slot);
  }

  /** Whether nothing is in excursion or about to be. */
  public boolean isQuiet() {
    return places.isEmpty();
  }

  public boolean isOpen(int slot) {
    int place = places.of(slot);
    return place >= 0 && level[place] > 0;
  }

  public boolean isBlind(int slot) {
    int place = places.of(slot);
    return place >= 0 && blind[place] != 0;
  }

  /** Whether a step is reached that does not count yet. */
  boolean isRising(int slot, LimitTerms terms) {
    int place = places.of(slot);
    return place >= 0
        && level[place] < terms.steps()
        && since[place * MAX_STEPS + level[place]] != NEVER;
  }

  /**
   * Notes when an excursion may have begun. Onset names it for ever: after a clock was put back,
   * one that seems to begin no later than the one before gets the next millisecond after that.
   *
   * @return its place
   */
  int begin(int slot, long measured) {
    int place = fresh(slot);
    int before = past.of(slot);
    onset[place] = before < 0 ? measured : Math.max(measured, lastOnset[before] + 1);
    return place;
  }

  private void remember(int slot, long over) {
    int place = past.take(slot);
    if (place >= lastOnset.length) {
      lastOnset = Arrays.copyOf(lastOnset, Math.max(4, past.length() * 2));
    }
    lastOnset[place] = over;
  }

  private int fresh(int slot) {
    int place = places.take(slot);
    if (places.length() > level.length) {
      grow(Math.max(4, places.length() * 2));
    }
    level[place] = 0;
    blind[place] = 0;
    facts[place] = 0;
    onset[place] = 0;
    Arrays.fill(since, place * MAX_STEPS, (place + 1) * MAX_STEPS, NEVER);
    safeSince[place] = NEVER;
    peak[place] = 0;
    peakAt[place] = NEVER;
    return place;
  }

  private void grow(int length) {
    level = Arrays.copyOf(level, length);
    blind = Arrays.copyOf(blind, length);
    facts = Arrays.copyOf(facts, length);
    onset = Arrays.copyOf(onset, length);
    since = Arrays.copyOf(since, length * MAX_STEPS);
    safeSince = Arrays.copyOf(safeSince, length);
    peak = Arrays.copyOf(peak, length);
    peakAt = Arrays.copyOf(peakAt, length);
  }

  /** Begins anew, as if nothing had been: what comes next is no part of what was before. */
  public void restart(int slot) {
    forget(slot);
    past.give(slot);
  }

  void forget(int slot) {
    int place = places.of(slot);
    if (place >= 0) {
      if (level[place] > 0) {
        remember(slot, onset[place]);
      }
      places.give(slot);
    }
  }

  /**
   * Takes over a slot of an older plan whose rule has the same id. A rule that has fewer steps than
   * before keeps the excursion at its last step.
   */
  public void carryOver(int slot, LimitTerms terms, Excursions from, int old) {
    int before = from.past.of(old);
    if (before >= 0) {
      remember(slot, from.lastOnset[before]);
    }
    int was = from.places.of(old);
    if (was < 0) {
      places.give(slot);
      return;
    }
    int place = fresh(slot);
    level[place] = (byte) Math.min(from.level[was], terms.steps());
    blind[place] = from.blind[was];
    facts[place] = from.facts[was];
    onset[place] = from.onset[was];
    System.arraycopy(from.since, was * MAX_STEPS, since, place * MAX_STEPS, MAX_STEPS);
    safeSince[place] = from.safeSince[was];
    peak[place] = from.peak[was];
    peakAt[place] = from.peakAt[was];
  }

  /** Saves or brings back all slots; their number is known to both sides. */
  public void pass(Tape tape) {
    past.pass(tape, slot -> passOnset(tape, slot));
    places.pass(tape, slot -> pass(tape, slot));
  }

  private void passOnset(Tape tape, int slot) {
    if (tape.isPlaying()) {
      remember(slot, tape.whole(0L));
    } else {
      tape.whole(lastOnset[past.of(slot)]);
    }
  }

  private void pass(Tape tape, int slot) {
    int place = tape.isPlaying() ? fresh(slot) : places.of(slot);
    level[place] = tape.small(level[place]);
    blind[place] = tape.small(blind[place]);
    facts[place] = tape.whole(facts[place]);
    onset[place] = tape.whole(onset[place]);
    for (int at = place * MAX_STEPS; at < (place + 1) * MAX_STEPS; at++) {
      since[at] = tape.whole(since[at]);
    }
    safeSince[place] = tape.whole(safeSince[place]);
    peak[place] = tape.real(peak[place]);
    peakAt[place] = tape.whole(peakAt[place]);
  }
}
