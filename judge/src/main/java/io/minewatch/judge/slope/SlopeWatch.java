package io.minewatch.judge.slope;

import io.minewatch.domain.feed.UnknownPoint;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Plan;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.Look;
import io.minewatch.judge.watch.Sample;
import io.minewatch.judge.watch.Told;
import io.minewatch.judge.watch.Watch;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches the slope points of a mine: their course by {@link SlopeJudge}, the velocities of their
 * appraisal, and that something is known of each at all.
 *
 * <p>A failure time is told with its interval when it first stands and each time that what is left
 * has halved; when the slope slows it is taken back by a LOWERED fact, which says so. A point of
 * which nothing can be judged (not warmed up, too noisy, dark) is a finding of its own after a
 * while: unknown is never green.
 *
 * <p>Late, missing, double: as {@link SlopeJudge} says; a dark point, and one beyond the range of
 * its sensor, blinds what is open and is unknown from then on.
 */
public final class SlopeWatch implements Watch {
  private final List<SlopePoint> points;
  private static final int[] NONE = {};

  /** By point: its own slot, and those of the instruments of which it is an axis. */
  private final int[][] slotsOf;

  private final Appraisals appraisals;
  private final SlopeMemory memory;
  private final Resultants resultants;
  private final SlopeJudge judge = new SlopeJudge();
  private final SlopeFindings findings;

  private SlopeWatch(Plan plan, List<SlopePoint> points) {
    this.points = points;
    slotsOf = new int[plan.points().size()][];
    Arrays.fill(slotsOf, NONE);
    for (int slot = 0; slot < points.size(); slot++) {
      SlopePoint point = points.get(slot);
      for (int each : point.point() < 0 ? point.axes() : List.of(point.point())) {
        slotsOf[each] = Arrays.copyOf(slotsOf[each], slotsOf[each].length + 1);
        slotsOf[each][slotsOf[each].length - 1] = slot;
      }
    }
    resultants = new Resultants(points);
    appraisals = new Appraisals(plan);
    memory = new SlopeMemory(points.size());
    findings = new SlopeFindings(points, plan.effectiveFrom().toEpochMilli());
  }

  /** Null when the plan has neither slope points nor appraisals. */
  public static @Nullable Watch of(Plan plan) {
    List<SlopePoint> points = SlopePoint.of(plan);
    SlopeWatch watch = new SlopeWatch(plan, points);
    return points.isEmpty() && watch.appraisals.isEmpty() ? null : watch;
  }

  @Override
  public String name() {
    return "slope";
  }

  @Override
  public boolean watches(int point) {
    return slotsOf[point].length > 0;
  }

  @Override
  public void onReading(int point, Sample sample, Told told) {
    if (!sample.isExact()) {
      unseen(point, sample, told); // at the end of its range it stands still, the slope does not
      return;
    }
    for (int slot : slotsOf[point]) {
      double moved =
          points.get(slot).point() == point
              ? sample.value()
              : resultants.moved(slot, point, sample.event(), sample.value());
      if (!Double.isNaN(moved)) {
        moved(slot, moved, sample, told);
      }
    }
  }

  private void moved(int slot, double displacement, Sample sample, Told told) {
    SlopePoint at = points.get(slot);
    SlopeEstimate now = judge.onReading(memory, slot, at.judging(), sample.event(), displacement);
    if (now == null) {
      return;
    }
    long shift = sample.measured() - sample.event();
    Severity colour = at.colour(now);
    Map<String, String> detail = SlopeDetail.of(now, at.judging(), shift);
    double steady = Double.isNaN(now.steady()) ? 0 : now.steady();
    Look look =
        Look.of(sample, colour == null ? Severity.BLUE : colour, now.speed(), steady).with(detail);
    findings.judged(slot, now, look, told);
  }

  @Override
  public void unknown(Consumer<UnknownPoint> to) {
    findings.unknown(to);
  }

  @Override
  public void onGap(int point) {
    for (int slot : slotsOf[point]) {
      findings.gap(slot);
    }
  }

  @Override
  public void onNoMeasurement(int point, Sample sample, Told told) {
    if (sample.blinds()) {
      unseen(point, sample, told);
    } else {
      onGap(point);
    }
  }

  private void unseen(int point, Sample sample, Told told) {
    for (int slot : slotsOf[point]) {
      findings.gap(slot);
      findings.blind(slot, Look.of(sample, Severity.BLUE, Double.NaN, 0), told);
    }
  }

  @Override
  public void onDark(int point, Told told) {
    for (int slot : slotsOf[point]) {
      findings.dark(slot, told);
    }
  }

  @Override
  public void onTime(Told told) {
    appraisals.look(findings.conditions(), told);
    findings.onTime(told);
  }

  @Override
  public long wakeAt() {
    return Math.min(findings.wakeAt(), appraisals.wakeAt(findings.conditions()));
  }

  @Override
  public void standing(BiConsumer<String, Subject> open) {
    findings.standing(open);
  }

  @Override
  public void pass(Tape tape) {
    memory.pass(tape);
    resultants.pass(tape);
    findings.pass(tape);
  }

  @Override
  public void follow(@Nullable Watch before, Told told) {
    if (before instanceof SlopeWatch old) {
      for (int was = 0; was < old.points.size(); was++) {
        int slot = slotOf(old.points.get(was).about().subject());
        if (slot >= 0) {
          carryOver(slot, old, was);
        }
      }
      findings.follow(old.findings, this::isWatched, told);
    }
  }

  private void carryOver(int slot, SlopeWatch old, int was) {
    memory.carryOver(slot, old.memory, was);
    resultants.carryOver(slot, old.resultants, was);
    findings.carryOver(slot, old.findings, was);
    Double steady = points.get(slot).rule().steady();
    if (steady != null) {
      memory.steady[slot] = steady; // a new appraisal says how it moves when it is calm
    }
  }

  private int slotOf(Subject subject) {
    for (int slot = 0; slot < points.size(); slot++) {
      if (points.get(slot).about().subject().equals(subject)) {
        return slot;
      }
    }
    return -1;
  }

  private boolean isWatched(String rule, Subject subject) {
    for (SlopePoint at : points) {
      boolean its =
          subject.equals(at.about().subject()) || subject.equals(at.nothingKnown().subject());
      boolean by =
          at.rule().id().equals(rule)
              || at.velocities().stream().anyMatch(each -> each.id().equals(rule));
      if (its && by) {
        return true;
      }
    }
    return appraisals.asks(rule, subject);
  }

  @Override
  public void end(Told told) {
    findings.end(told);
  }
}
