package io.minewatch.judge.change;

import static io.minewatch.judge.change.ChangeMemory.KINDS;
import static io.minewatch.judge.change.ChangeMemory.NEVER;

import io.minewatch.domain.finding.FindingKind;
import java.util.List;

/**
 * Judges the early-warning triggers of one point: a value reached, a change against the same shift
 * of the day before, a change within the last minutes. Each is opened and cleared on its own.
 *
 * <p>A change that is open is held against what it was held against at its onset, so a rise does
 * not become normal because the window has moved along with it. A reference that is not known
 * judges nothing and clears nothing; {@link #reference} tells the two apart.
 *
 * <p>Late, missing, double: a reading that is not newer than the last is left out. Missing readings
 * neither open nor clear; a trigger that was reached and not taken back opens when its delay has
 * run out, by the next reading or by time alone. No allocation except for facts. Not thread-safe:
 * it holds scratch space, no memory of points.
 */
public final class ChangeJudge {
  private static final Against[] ALL = Against.values();
  private final References references = new References();

  /** Judges a reading whose quality measures. */
  public void onReading(
      ChangeMemory m,
      int slot,
      ChangeTerms terms,
      long measured,
      double value,
      List<ChangeFact> facts) {
    long last = m.last.get(slot);
    if (measured <= last || !Double.isFinite(value)) {
      return;
    }
    boolean rolls = last < references.begin(terms, measured);
    if (rolls) {
      references.roll(m, slot, terms, measured);
    }
    m.last.set(slot, measured);
    if (rolls) {
      References.quieten(m, slot, terms);
    }
    if (!m.isQuiet(slot, value)) {
      judge(m, slot, terms, value, facts);
    }
    references.add(m, slot, value);
  }

  private void judge(
      ChangeMemory m, int slot, ChangeTerms terms, double value, List<ChangeFact> facts) {
    for (Against against : ALL) {
      if (m.isOpen(slot, against)) {
        clear(m, slot, against, terms, value, facts);
      } else {
        reach(m, slot, against, terms, value);
      }
    }
    int place = m.astir.of(slot);
    if (place >= 0) {
      m.lastValue[place] = value;
      onTime(m, slot, terms, m.last.get(slot), facts);
      m.settle(slot);
    }
  }

  /** Takes note of a reading that is no measurement: the time towards clearing starts again. */
  public void onNoMeasurement(ChangeMemory m, int slot) {
    int place = m.astir.of(slot);
    for (int kind = 0; place >= 0 && kind < KINDS; kind++) {
      m.safeSince[place * KINDS + kind] = NEVER;
    }
  }

  /** Opens what was reached and whose delay has run out at this measured time. */
  public void onTime(
      ChangeMemory m, int slot, ChangeTerms terms, long eventTime, List<ChangeFact> facts) {
    for (Against against : ALL) {
      raise(m, slot, against, terms, eventTime, facts);
    }
  }

  /** Measured time at which the next change counts if nothing new comes, or Long.MAX_VALUE. */
  public long dueAt(ChangeMemory m, int slot, ChangeTerms terms) {
    long due = Long.MAX_VALUE;
    int first = m.astir.of(slot) * KINDS;
    for (int at = first; at >= 0 && at < first + KINDS; at++) {
      if (m.open[at] == 0 && m.since[at] != NEVER) {
        due = Math.min(due, m.since[at] + terms.raiseAfter().toMillis());
      }
    }
    return due;
  }

  /** What the next value would be held against; NaN while that is not known. */
  public double reference(
      ChangeMemory m, int slot, ChangeTerms terms, Against against, double value) {
    return switch (against) {
      case LEVEL -> terms.trigger().level();
      case SHIFT -> References.sameShift(m, slot, terms);
      case WINDOW -> {
        if (terms.trigger().way() == Trigger.Way.RISE) {
          yield References.lowest(m, slot);
        }
        double lowest = References.lowest(m, slot);
        double highest = References.highest(m, slot);
        boolean fallsMore = highest - value > value - lowest;
        yield fallsMore ? highest : lowest;
      }
    };
  }

  private void reach(ChangeMemory m, int slot, Against against, ChangeTerms terms, double value) {
    double reference = reference(m, slot, terms, against, value);
    boolean reached = isReached(terms.trigger(), against, value, reference);
    if (!reached && m.astir.of(slot) < 0) {
      return; // as nearly always
    }
    int at = m.stir(slot) * KINDS + against.place();
    if (!reached) {
      m.since[at] = NEVER;
    } else if (m.since[at] == NEVER) {
      m.since[at] = m.last.get(slot);
      m.reference[at] = (float) reference;
    }
  }

  private static boolean isReached(
      Trigger trigger, Against against, double value, double reference) {
    return against == Against.LEVEL
        ? trigger.isLevelReached(value)
        : trigger.isChanged(value, reference);
  }

  private void clear(
      ChangeMemory m,
      int slot,
      Against against,
      ChangeTerms terms,
      double value,
      List<ChangeFact> facts) {
    int place = m.astir.of(slot);
    int at = place * KINDS + against.place();
    m.lastValue[place] = value;
    if (!isSafe(m, slot, against, terms)) {
      m.safeSince[at] = NEVER;
      return;
    }
    if (m.safeSince[at] == NEVER) {
      m.safeSince[at] = m.last.get(slot);
    }
    if (m.last.get(slot) - m.safeSince[at] >= terms.clearAfter().toMillis()) {
      m.open[at] = 0;
      emit(m, slot, against, 1, FindingKind.CLEARED, facts);
      m.since[at] = NEVER;
      m.safeSince[at] = NEVER;
      m.reference[at] = Float.NaN;
    }
  }

  private boolean isSafe(ChangeMemory m, int slot, Against against, ChangeTerms terms) {
    int place = m.astir.of(slot);
    int at = place * KINDS + against.place();
    double value = m.lastValue[place];
    if (against == Against.LEVEL) {
      return !terms.trigger().isLevelReached(value);
    }
    if (terms.trigger().isBack(value, m.reference[at], terms.clear())) {
      return true;
    }
    double present = reference(m, slot, terms, against, value);
    return m.last.get(slot) - m.since[at] >= terms.rebaseAfter().toMillis()
        && !Double.isNaN(present)
        && terms.trigger().isBack(value, present, terms.clear());
  }

  private static void raise(
      ChangeMemory m,
      int slot,
      Against against,
      ChangeTerms terms,
      long eventTime,
      List<ChangeFact> facts) {
    int at = m.astir.of(slot) * KINDS + against.place();
    if (at >= 0
        && m.open[at] == 0
        && m.since[at] != NEVER
        && eventTime - m.since[at] >= terms.raiseAfter().toMillis()) {
      m.open[at] = 1;
      emit(m, slot, against, 0, FindingKind.OPENED, facts);
    }
  }

  private static void emit(
      ChangeMemory m,
      int slot,
      Against against,
      int number,
      FindingKind kind,
      List<ChangeFact> facts) {
    int place = m.astir.of(slot);
    int at = place * KINDS + against.place();
    facts.add(
        new ChangeFact(
            slot,
            against,
            number,
            kind,
            m.since[at],
            m.last.get(slot),
            m.lastValue[place],
            m.reference[at]));
  }
}
