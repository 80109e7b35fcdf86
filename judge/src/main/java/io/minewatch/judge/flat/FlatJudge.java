package io.minewatch.judge.flat;

/**
 * Judges whether one point has stopped to feel: its values stay within the noise floor, reading
 * after reading, for longer than a live sensor could, counting only the time in which there was
 * cause to move. Idle is not stuck, and without a declared reporting mode and noise floor nothing
 * is judged.
 *
 * <p>Late, missing, double: a reading that is not newer than the last is left out. A pause longer
 * than the gap begins a new stretch: silence is another room's matter, and it neither makes a point
 * stuck nor frees one that is. No allocation.
 */
public final class FlatJudge {
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
    if (m.active.get(slot) >= terms.flatAfterMillis()) {
      m.stuck.set(slot);
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
