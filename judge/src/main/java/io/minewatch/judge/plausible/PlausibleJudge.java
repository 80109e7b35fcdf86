package io.minewatch.judge.plausible;

import io.minewatch.judge.plausible.PlausibleTerms.Guard;

/**
 * The gate before judging: doubts a reading that lies further from the last trusted one than this
 * point ever moves. A single wild value stays alone in quarantine; a sensor that runs wild stays
 * there until it is quiet again; a jump that stays is taken on as the new normal. A jump towards
 * danger may be doubted but is never kept from judging, unless the guard says so.
 *
 * <p>The usual step is learnt from trusted readings, each counted at most at what is still
 * plausible, so that one wild value does not widen the gate.
 *
 * <p>Late, missing, double: a reading that is not newer than the last is told TRUSTED or not by the
 * state that stands, and changes nothing. After a pause a reading may lie further away, with the
 * square root of the pause. Silence neither doubts nor trusts. No allocation.
 */
public final class PlausibleJudge {
  private static final double FADE = 0.01;

  /** A step counts in learning at most as so many usual ones, so that wild ones hardly count. */
  private static final double CLIP = 4;

  /** So many of the last readings are looked at, and so many must shake. */
  private static final int WATCHED = 16;

  private static final int SHAKING = 10;

  /** After a pause of more periods than this the gate is not opened any wider. */
  private static final double WIDEST = 100;

  private PlausibleJudge() {}

  /** Judges a reading whose quality measures. */
  public static Verdict onReading(
      PlausibleMemory m, int slot, PlausibleTerms terms, long measured, double value) {
    if (m.last[slot] == PlausibleMemory.NEVER) {
      trust(m, slot, measured, value);
      return Verdict.LEARNING;
    }
    if (measured <= m.last[slot] || !Double.isFinite(value)) {
      return m.doubted[slot] > 0 ? doubt(m, slot, terms, value) : Verdict.TRUSTED;
    }
    double step = Math.abs(value - m.lastValue[slot]);
    double off = Math.abs(value - m.trustedValue[slot]);
    boolean shook = off > terms.shake() * usual(m, slot, terms);
    m.shakes[slot] = (m.shakes[slot] << 1) | (shook ? 1 : 0);
    if (m.learnt[slot] < terms.learn()) {
      learn(m, slot, terms, step);
      trust(m, slot, measured, value);
      return Verdict.LEARNING;
    }
    if (off <= allowed(m, slot, terms, measured - m.trusted[slot])) {
      boolean steady = Integer.bitCount(m.shakes[slot] << (Integer.SIZE - WATCHED)) < SHAKING;
      if (m.doubted[slot] == 0) {
        learn(m, slot, terms, step);
      }
      trust(m, slot, measured, value);
      return steady ? Verdict.TRUSTED : Verdict.UNSTEADY;
    }
    boolean agrees = step <= allowed(m, slot, terms, measured - m.last[slot]);
    m.doubted[slot] = m.doubted[slot] > 0 && agrees ? m.doubted[slot] + 1 : 1;
    if (m.doubted[slot] >= terms.settle()) {
      trust(m, slot, measured, value);
      return Verdict.TAKEN_ON;
    }
    m.last[slot] = measured;
    m.lastValue[slot] = value;
    return doubt(m, slot, terms, value);
  }

  private static Verdict doubt(PlausibleMemory m, int slot, PlausibleTerms terms, double value) {
    Guard dangerous =
        value > m.trustedValue[slot] ? Guard.LETS_HIGH_THROUGH : Guard.LETS_LOW_THROUGH;
    boolean passes = terms.guard() == dangerous || terms.guard() == Guard.LETS_ALL_THROUGH;
    return passes ? Verdict.ODD : Verdict.QUARANTINED;
  }

  private static double allowed(PlausibleMemory m, int slot, PlausibleTerms terms, long pause) {
    double periods = (double) pause / terms.period().toMillis();
    double wider = Math.sqrt(Math.max(1, Math.min(WIDEST, periods)));
    return terms.factor() * usual(m, slot, terms) * wider;
  }

  private static void learn(PlausibleMemory m, int slot, PlausibleTerms terms, double step) {
    m.learnt[slot] = Math.min(terms.learn(), m.learnt[slot] + 1);
    double share = Math.max(FADE, 1.0 / m.learnt[slot]);
    double counts = Math.min(step, CLIP * usual(m, slot, terms));
    m.usual[slot] += share * (counts - m.usual[slot]);
  }

  private static double usual(PlausibleMemory m, int slot, PlausibleTerms terms) {
    return Math.max(terms.leastUsual(), m.usual[slot]);
  }

  private static void trust(PlausibleMemory m, int slot, long measured, double value) {
    m.last[slot] = measured;
    m.lastValue[slot] = value;
    m.trusted[slot] = measured;
    m.trustedValue[slot] = value;
    m.doubted[slot] = 0;
  }
}
