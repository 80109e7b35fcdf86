package io.minewatch.judge.plausible;

import io.minewatch.judge.plausible.PlausibleTerms.Guard;

/**
 * The gate before judging: doubts a reading that lies further from the last trusted one than this
 * point ever moves. A single wild value stays alone in quarantine; a sensor that runs wild stays
 * there until it is quiet again; a jump that stays is taken on as the new normal. A jump towards
 * danger may be doubted but is never kept from judging, unless the guard says so.
 *
 * <p>The usual step is learnt from trusted readings, each counted at most at what is still
 * plausible, so that one wild value does not widen the gate. What shakes is hardly learnt from, or
 * a sensor that runs wild would soon have taught that this is usual; it is unsteady until a few
 * readings running were calm.
 *
 * <p>Late, missing, double: a reading that is not newer than the last is told TRUSTED or not by the
 * state that stands, and changes nothing. After a pause a reading may lie further away, with the
 * square root of the pause. Silence neither doubts nor trusts. No allocation.
 */
public final class PlausibleJudge {
  private static final double FADE = 0.01;

  /** From so many on, each counts as much as any other. */
  private static final int FADED = (int) Math.round(1 / FADE);

  /** A step counts in learning at most as so many usual ones, so that wild ones hardly count. */
  private static final double CLIP = 4;

  /** Of the last 16 readings so many must shake. */
  private static final int SHAKING = 10;

  /** It is steady again when so many of the last readings, as bits, were calm. */
  private static final int CALM = 0b111;

  /** While it shakes each reading counts in learning as this part of one. */
  private static final double WHILE_SHAKING = 1.0 / 16;

  /** After a pause of more periods than this the gate is not opened any wider. */
  private static final double WIDEST = 100;

  private PlausibleJudge() {}

  /** Judges a reading whose quality measures. */
  public static Verdict onReading(
      PlausibleMemory m, int slot, PlausibleTerms terms, long measured, double value) {
    long last = m.last.get(slot);
    if (last == PlausibleMemory.NEVER) {
      m.trust(slot, measured, value);
      return Verdict.LEARNING;
    }
    if (measured <= last || !Double.isFinite(value)) {
      return m.isDoubted(slot) ? doubt(m, slot, terms, value) : Verdict.TRUSTED;
    }
    double usual = Math.max(terms.leastUsual(), m.usual[slot]);
    double step = Math.abs(value - m.lastValue[slot]);
    double off = Math.abs(value - m.trustedValue(slot));
    boolean shook = off > terms.shake() * usual;
    m.shakes[slot] = (char) ((m.shakes[slot] << 1) | (shook ? 1 : 0));
    if (m.learnt[slot] < terms.learn()) {
      learn(m, slot, terms, step, usual);
      m.trust(slot, measured, value);
      return Verdict.LEARNING;
    }
    steady(m, slot);
    // A pause only widens what is allowed: how long it was is asked where that decides.
    if (off <= terms.factor() * usual || off <= allowed(terms, usual, measured - m.trusted(slot))) {
      if (!m.isDoubted(slot)) {
        learn(m, slot, terms, step, usual);
      }
      m.trust(slot, measured, value);
      return m.unsteady.get(slot) ? Verdict.UNSTEADY : Verdict.TRUSTED;
    }
    boolean agrees = step <= allowed(terms, usual, measured - last);
    if (m.doubt(slot, measured, value, agrees) >= terms.settle()) {
      m.trust(slot, measured, value);
      return Verdict.TAKEN_ON;
    }
    return doubt(m, slot, terms, value);
  }

  private static void steady(PlausibleMemory m, int slot) {
    if ((m.shakes[slot] & CALM) == 0) {
      m.unsteady.clear(slot);
    } else if (Integer.bitCount(m.shakes[slot]) >= SHAKING) {
      m.unsteady.set(slot);
    }
  }

  private static Verdict doubt(PlausibleMemory m, int slot, PlausibleTerms terms, double value) {
    Guard dangerous =
        value > m.trustedValue(slot) ? Guard.LETS_HIGH_THROUGH : Guard.LETS_LOW_THROUGH;
    boolean passes = terms.guard() == dangerous || terms.guard() == Guard.LETS_ALL_THROUGH;
    return passes ? Verdict.ODD : Verdict.QUARANTINED;
  }

  private static double allowed(PlausibleTerms terms, double usual, long pause) {
    double periods = (double) pause / terms.period().toMillis();
    double wider = Math.sqrt(Math.max(1, Math.min(WIDEST, periods)));
    return terms.factor() * usual * wider;
  }

  private static void learn(
      PlausibleMemory m, int slot, PlausibleTerms terms, double step, double usual) {
    int learnt = Math.min(terms.learn(), m.learnt[slot] + 1);
    m.learnt[slot] = (char) learnt;
    double share = learnt >= FADED ? FADE : 1.0 / learnt;
    double counts = Math.min(step, CLIP * usual);
    double part = m.unsteady.get(slot) ? WHILE_SHAKING : 1;
    m.usual[slot] += (float) (part * share * (counts - m.usual[slot]));
  }
}
