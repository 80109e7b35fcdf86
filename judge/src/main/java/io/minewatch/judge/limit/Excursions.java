package io.minewatch.judge.limit;

import io.minewatch.judge.silence.Freshness;
import io.minewatch.judge.tape.Tape;
import java.util.Arrays;

/**
 * The memory of {@link LimitJudge}: one slot for each limit rule of each point, in columns. 78
 * bytes a slot. Times are measured times in milliseconds since 1970 UTC.
 */
public final class Excursions {
  static final long NEVER = Freshness.NEVER;
  static final int MAX_STEPS = 4;

  /** How many steps count as reached in this excursion; 0 when there is none. */
  final byte[] level;

  /** 1 while in excursion and not to be relied on. */
  final byte[] blind;

  /** Number of the next fact. */
  final int[] facts;

  final long[] onset;

  /** Onset of the excursion before. */
  final long[] lastOnset;

  /** Since when each step has been reached without a break. */
  final long[] since;

  /** Since when the value has been beyond restore without a break. */
  final long[] safeSince;

  final double[] peak;
  final long[] peakAt;

  public Excursions(int slots) {
    level = new byte[slots];
    blind = new byte[slots];
    facts = new int[slots];
    onset = new long[slots];
    lastOnset = new long[slots];
    Arrays.fill(lastOnset, NEVER);
    since = new long[slots * MAX_STEPS];
    safeSince = new long[slots];
    peak = new double[slots];
    peakAt = new long[slots];
    Arrays.fill(since, NEVER);
    Arrays.fill(safeSince, NEVER);
    Arrays.fill(peakAt, NEVER);
  }

  public boolean isOpen(int slot) {
    return level[slot] > 0;
  }

  public boolean isBlind(int slot) {
    return blind[slot] != 0;
  }

  /** Whether a step is reached that does not count yet. */
  boolean isRising(int slot, LimitTerms terms) {
    int next = level[slot];
    return next < terms.steps() && since[slot * MAX_STEPS + next] != NEVER;
  }

  /**
   * Notes when an excursion may have begun. Onset names it for ever: after a clock was put back,
   * one that seems to begin no later than the one before gets the next millisecond after that.
   */
  void begin(int slot, long measured) {
    onset[slot] = lastOnset[slot] == NEVER ? measured : Math.max(measured, lastOnset[slot] + 1);
  }

  /** Begins anew, as if nothing had been: what comes next is no part of what was before. */
  public void restart(int slot) {
    forget(slot);
    lastOnset[slot] = NEVER;
  }

  void forget(int slot) {
    lastOnset[slot] = level[slot] > 0 ? onset[slot] : lastOnset[slot];
    level[slot] = 0;
    blind[slot] = 0;
    facts[slot] = 0;
    onset[slot] = 0;
    Arrays.fill(since, slot * MAX_STEPS, (slot + 1) * MAX_STEPS, NEVER);
    safeSince[slot] = NEVER;
    peak[slot] = 0;
    peakAt[slot] = NEVER;
  }

  /**
   * Takes over a slot of an older plan whose rule has the same id. A rule that has fewer steps than
   * before keeps the excursion at its last step.
   */
  public void carryOver(int slot, LimitTerms terms, Excursions from, int old) {
    level[slot] = (byte) Math.min(from.level[old], terms.steps());
    blind[slot] = from.blind[old];
    facts[slot] = from.facts[old];
    onset[slot] = from.onset[old];
    lastOnset[slot] = from.lastOnset[old];
    System.arraycopy(from.since, old * MAX_STEPS, since, slot * MAX_STEPS, MAX_STEPS);
    safeSince[slot] = from.safeSince[old];
    peak[slot] = from.peak[old];
    peakAt[slot] = from.peakAt[old];
  }

  /** Saves or brings back all slots; their number is known to both sides. */
  public void pass(Tape tape) {
    tape.column(level);
    tape.column(blind);
    tape.column(facts);
    tape.column(onset);
    tape.column(lastOnset);
    tape.column(since);
    tape.column(safeSince);
    tape.column(peak);
    tape.column(peakAt);
  }
}
