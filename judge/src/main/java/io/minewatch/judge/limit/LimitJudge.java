package io.minewatch.judge.limit;

import static io.minewatch.judge.limit.Excursions.MAX_STEPS;
import static io.minewatch.judge.limit.Excursions.NEVER;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.judge.watch.Sample;
import java.util.List;

/**
 * Judges the excursion of one point under one limit rule: opened at the first step, raised at each
 * further one, held until restored, cleared.
 *
 * <p>Between the last step reached and restore the level is held: a cut stays a cut. What lies
 * between two readings is taken to be as the earlier one said: a step that was reached and not
 * taken back counts when its delay has run out, by the next reading or by time alone, so a point
 * that falls silent while rising still alarms. Clearing is never by time alone: its delay is
 * counted from reading to reading, and starts again after one that is not restored, after one that
 * is no measurement, and after a gap.
 *
 * <p>Late, missing, double: late and doubled readings are left out before this is called; missing
 * ones blind, and where nobody was there to notice, the reading after them tells of the gap.
 * Readings of one point come in the order of their measured times, save where a wrong clock was put
 * right; then the earlier time counts. Delays are counted by event time, in which the jumps of a
 * clock are left out; all that is told is measured time. No allocation except for facts.
 */
public final class LimitJudge {
  private LimitJudge() {}

  /** Judges a reading whose quality measures. */
  public static void onReading(
      Excursions x, int slot, LimitTerms terms, Sample s, List<Fact> facts) {
    int at = x.place(slot);
    if (at < 0 || x.level[at] == 0) {
      if (!terms.reached(0, s.value())) {
        x.forget(slot); // was rising perhaps, fell back before it counted
        return;
      }
    } else if (clears(x, at, terms, s)) {
      emit(x, slot, terms, FindingKind.CLEARED, s, terms.restore(), facts);
      x.forget(slot);
      return;
    }
    int place = at < 0 ? x.begin(slot, s.measured()) : at;
    if (x.peakAt[place] == NEVER || terms.worse(s.value(), x.peak[place])) {
      x.peak[place] = s.value();
      x.peakAt[place] = s.measured();
    }
    if (x.blind[place] != 0) {
      x.blind[place] = 0;
      emit(x, slot, terms, FindingKind.SEEN, s, terms.at(x.level[place] - 1), facts);
    }
    for (int step = 0; step < terms.steps(); step++) {
      int reached = place * MAX_STEPS + step;
      x.since[reached] =
          terms.reached(step, s.value()) ? sinceOr(x.since[reached], s.event()) : NEVER;
    }
    raise(x, slot, terms, s.event(), s, facts);
  }

  private static boolean clears(Excursions x, int place, LimitTerms terms, Sample s) {
    if (!terms.restored(s.value())) {
      x.safeSince[place] = NEVER;
      return false;
    }
    x.safeSince[place] = sinceOr(x.safeSince[place], s.event());
    return s.event() - x.safeSince[place] >= terms.clearAfterMillis();
  }

  private static long sinceOr(long since, long event) {
    return since == NEVER ? event : Math.min(since, event);
  }

  /**
   * Takes note that nothing is known of the time before the reading that comes next: what was
   * restored before it does not count towards clearing.
   */
  public static void onGap(Excursions x, int slot) {
    int place = x.place(slot);
    if (place >= 0) {
      x.safeSince[place] = NEVER;
    }
  }

  /**
   * Judges a reading that is no measurement, or the absence of any: it neither opens nor clears. In
   * excursion, one that blinds holds the alarm and raises it one level.
   */
  public static void onNoMeasurement(
      Excursions x, int slot, LimitTerms terms, Sample s, List<Fact> facts) {
    int place = x.place(slot);
    if (place < 0) {
      return;
    }
    x.safeSince[place] = NEVER;
    if (x.level[place] > 0 && x.blind[place] == 0 && s.blinds()) {
      x.blind[place] = 1;
      emit(x, slot, terms, FindingKind.BLIND, s, terms.at(x.level[place] - 1), facts);
    }
  }

  /**
   * Lets steps count whose delay has run out.
   *
   * @param eventTime up to when, as measured by a clock that does not jump
   * @param last the last trusted reading of the point
   */
  public static void onTime(
      Excursions x, int slot, LimitTerms terms, long eventTime, Sample last, List<Fact> facts) {
    if (x.isRising(slot, terms)) {
      raise(x, slot, terms, eventTime, last, facts);
    }
  }

  /** Event time at which the next step counts if nothing new comes, or never. */
  public static long dueAt(Excursions x, int slot, LimitTerms terms) {
    if (!x.isRising(slot, terms)) {
      return Long.MAX_VALUE;
    }
    int place = x.place(slot);
    return x.since[since(place, x.level[place])] + terms.raiseAfterMillis();
  }

  private static int since(int place, int step) {
    return place * MAX_STEPS + step;
  }

  private static void raise(
      Excursions x, int slot, LimitTerms terms, long eventTime, Sample s, List<Fact> facts) {
    while (x.isRising(slot, terms)) {
      int place = x.place(slot);
      int next = x.level[place];
      long since = x.since[since(place, next)];
      if (eventTime - since < terms.raiseAfterMillis()) {
        return;
      }
      x.level[place]++;
      if (next > 0 && terms.isOneWithNext(next) && x.since[since(place, next + 1)] == since) {
        continue; // one reading, one value: told once, by the last of the steps that lie there
      }
      FindingKind kind = next == 0 ? FindingKind.OPENED : FindingKind.RAISED;
      emit(x, slot, terms, kind, s, terms.at(next), facts);
    }
  }

  private static void emit(
      Excursions x,
      int slot,
      LimitTerms terms,
      FindingKind kind,
      Sample s,
      double limit,
      List<Fact> facts) {
    int place = x.place(slot);
    Severity reached = terms.severity(x.level[place] - 1);
    boolean higher = x.blind[place] != 0 && kind != FindingKind.CLEARED;
    facts.add(
        new Fact(
            slot,
            x.facts[place]++,
            kind,
            terms.act(x.level[place] - 1),
            higher ? reached.raised() : reached,
            x.onset[place],
            s.measured(),
            s.received(),
            s.value(),
            s.quality(),
            limit,
            x.peak[place],
            x.peakAt[place]));
  }
}
