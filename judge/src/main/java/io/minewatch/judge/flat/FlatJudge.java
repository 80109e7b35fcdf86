package io.minewatch.judge.flat;

/**
 * Judges whether one point has stopped to feel: its values stay within the noise floor, reading
 * after reading, for longer than a live sensor could, counting only the time in which there was
 * cause to move. Idle is not stuck, and without a declared reporting mode and noise floor nothing
 * is judged.
 *
 * <p>How long a live sensor stands still is its own: one with a coarse display, or a floor wider
 * than its unrest, does so for long and often. Stretches between two moves that have nothing to do
 * with each other are longer than {@link #UNUSUAL} mean ones once in a million, so it takes as much
 * before one counts, and never less than the rule says. From a stretch that was told nothing is
 * learnt: a sensor that was stuck does not teach that this is usual.
 *
 * <p>Late, missing, double: a reading that is not newer than the last is left out. A pause longer
 * than the gap begins a new stretch: silence is another room's matter, and it neither makes a point
 * stuck nor frees one that is. No allocation.
 */
public final class FlatJudge {
  /** So many mean stretches: one in e^14 lasts longer. */
  static final double UNUSUAL = 14;

  /** One stretch is this part of what is learnt at first, so that no single one makes it deaf. */
  private static final int FIRST = 20;

  /** From so many on, each stretch counts as much as any other in learning. */
  private static final int FADED = 100;

  private FlatJudge() {}

  /** Judges a reading whose quality measures. */
  public static Flatness onReading(
      FlatMemory m, int slot, FlatTerms terms, long measured, double value, Activity activity) {
    if (!terms.isJudged() || !Double.isFinite(value)) {
      return Flatness.NOT_JUDGED;
    }
    long last = m.last.get(slot);
    if (last == FlatMemory.NEVER) {
      begin(m, slot, measured, value);
      return Flatness.MOVING;
    }
    if (measured > last) {
      take(m, slot, terms, measured, value, activity);
    }
    if (m.stuck.get(slot)) {
      return Flatness.STUCK;
    }
    return m.since.get(slot) == m.last.get(slot) ? Flatness.MOVING : Flatness.STILL;
  }

  private static void take(
      FlatMemory m, int slot, FlatTerms terms, long measured, double value, Activity activity) {
    long pause = measured - m.last.get(slot);
    double low = Math.min(m.low[slot], value);
    double high = Math.max(m.high[slot], value);
    if (high - low > terms.noiseFloor()) {
      learn(m, slot, terms, pause);
      begin(m, slot, measured, value);
      m.stuck.clear(slot);
      return;
    }
    if (pause > terms.gapMillis()) {
      begin(m, slot, measured, value);
      return;
    }
    m.low[slot] = low;
    m.high[slot] = high;
    m.last.set(slot, measured);
    if (activity == Activity.ACTIVE) {
      m.active.add(slot, pause);
    }
    if (m.active.get(slot) >= unusual(m, slot, terms)) {
      m.stuck.set(slot);
    }
  }

  /** Milliseconds. */
  private static long unusual(FlatMemory m, int slot, FlatTerms terms) {
    return Math.max(terms.flatAfterMillis(), Math.round(UNUSUAL * m.usual[slot]));
  }

  /** What stood still without any cause to move says nothing of how long it does so with cause. */
  private static void learn(FlatMemory m, int slot, FlatTerms terms, long pause) {
    boolean idle = m.active.get(slot) == 0 && m.since.get(slot) != m.last.get(slot);
    if (!idle && !m.stuck.get(slot) && pause <= terms.gapMillis()) {
      m.learnt[slot] = (char) Math.min(FADED, m.learnt[slot] + 1);
      long stood = m.active.get(slot) + pause;
      m.usual[slot] += (stood - m.usual[slot]) / Math.max(FIRST, m.learnt[slot]);
    }
  }

  private static void begin(FlatMemory m, int slot, long measured, double value) {
    m.last.set(slot, measured);
    m.since.set(slot, measured);
    m.active.set(slot, 0);
    m.low[slot] = value;
    m.high[slot] = value;
  }
}
