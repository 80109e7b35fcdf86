package io.minewatch.ingest.oracle;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.ingest.simulator.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells from a complete series what judging must find in it. A naive scan, point by point and rule
 * by rule, that shares nothing with judging but the words of the domain.
 *
 * <p>It knows no delay before raising and refuses rules that have one. An excursion clears with the
 * reading that ends {@code clearAfter} of nothing but restored readings, without a gap. Silence
 * counts as in the plan's silence rule: a point that was heard later than that is blind from there
 * on, until it is heard again.
 */
public final class Oracle {
  private final Plan plan;

  /**
   * Takes the plan that holds for the whole series.
   *
   * @throws IllegalArgumentException if a rule has a delay before raising
   */
  public Oracle(Plan plan) {
    this.plan = plan;
    for (LimitRule rule : plan.limits()) {
      if (!rule.raiseAfter().isZero()) {
        throw new IllegalArgumentException("the oracle raises at once, rule " + rule.id());
      }
    }
  }

  /**
   * The findings that must come, by point and rule in the order of the plan, then by onset.
   *
   * @param series all readings; those of one point ascend in time
   * @param until how far the series goes, so that silence at its end is told
   */
  public List<Expected> findings(List<Reading> series, Instant until) {
    List<Expected> findings = new ArrayList<>();
    for (PointPlan point : plan.points()) {
      List<Reading> own = series.stream().filter(r -> r.point().equals(point.id())).toList();
      Duration dark = plan.silence().darkAfter(point.period());
      for (LimitRule rule : plan.limits()) {
        if (point.rules().contains(rule.id())) {
          scan(new Trace(point, rule), own, dark, until, findings);
        }
      }
    }
    return findings;
  }

  private static void scan(
      Trace trace, List<Reading> own, Duration dark, Instant until, List<Expected> into) {
    for (int i = 0; i < own.size(); i++) {
      trace.take(own.get(i), into);
      Instant next = i + 1 < own.size() ? own.get(i + 1).measured() : until;
      if (own.get(i).measured().plus(dark).isBefore(next)) {
        trace.goBlind();
      }
    }
    trace.endOpen(into);
  }

  /** One excursion while it is read. */
  private static final class Trace {
    private final PointPlan point;
    private final LimitRule rule;
    private final List<FindingKind> kinds = new ArrayList<>();
    private @Nullable Reading first;
    private @Nullable Reading worst;
    private @Nullable Reading restored;
    private int steps;
    private boolean blind;

    Trace(PointPlan point, LimitRule rule) {
      this.point = point;
      this.rule = rule;
    }

    void take(Reading reading, List<Expected> into) {
      if (!reading.quality().measures()) {
        restored = null;
        if (reading.quality().blinds()) {
          goBlind();
        }
      } else if (first != null && clears(reading)) {
        kinds.add(FindingKind.CLEARED);
        close(reading.measured(), into);
      } else {
        measure(reading);
      }
    }

    private boolean clears(Reading reading) {
      if (!rule.restored(reading.value())) {
        restored = null;
        return false;
      }
      restored = restored == null ? reading : restored;
      Instant end = restored.measured().plus(rule.clearAfter());
      return !reading.measured().isBefore(end);
    }

    private void measure(Reading reading) {
      if (first != null && blind) {
        kinds.add(FindingKind.SEEN);
        blind = false;
      }
      for (int reached = rule.reached(reading.value()); steps < reached; steps++) {
        if (first == null) {
          kinds.add(FindingKind.OPENED);
          first = reading;
        } else if (steps + 1 == reached || at(steps) != at(steps + 1)) {
          kinds.add(FindingKind.RAISED); // of steps at one value the last is told
        }
      }
      if (first != null && (worst == null || rule.side().worse(reading.value(), worst.value()))) {
        worst = reading;
      }
    }

    private double at(int step) {
      return rule.steps().get(step).at();
    }

    void goBlind() {
      restored = null;
      if (first != null && !blind) {
        kinds.add(FindingKind.BLIND);
        blind = true;
      }
    }

    void endOpen(List<Expected> into) {
      close(null, into);
    }

    private void close(@Nullable Instant end, List<Expected> into) {
      if (first != null && worst != null) {
        into.add(
            new Expected(
                point.id(),
                rule.id(),
                first.measured(),
                kinds,
                worst.value(),
                worst.measured(),
                end));
      }
      kinds.clear();
      first = null;
      worst = null;
      restored = null;
      steps = 0;
      blind = false;
    }
  }
}
