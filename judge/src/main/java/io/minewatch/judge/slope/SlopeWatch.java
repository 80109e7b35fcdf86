package io.minewatch.judge.slope;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.VelocityRule;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.Conditions;
import io.minewatch.judge.watch.Conditions.Truth;
import io.minewatch.judge.watch.Look;
import io.minewatch.judge.watch.Sample;
import io.minewatch.judge.watch.Told;
import io.minewatch.judge.watch.Watch;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
 * <p>Late, missing, double: as {@link SlopeJudge} says; a dark point blinds what is open and is
 * unknown from then on.
 */
public final class SlopeWatch implements Watch {
  private final List<SlopePoint> points;
  private final int[] slotOf;
  private final Appraisals appraisals;
  private final SlopeMemory memory;
  private final SlopeJudge judge = new SlopeJudge();
  private final Conditions conditions = new Conditions();

  /** That nothing is known; apart, because it counts after a delay of its own. */
  private final Conditions unknowns = new Conditions();

  /** 1 where the newest estimate could be judged. */
  private final byte[] known;

  /** When the last estimate was made, milliseconds since 1970 UTC; the plan's begin before. */
  private final long[] lastKnown;

  /** What was left to the likely failure when it was last told; NOT_TOLD while none stands. */
  private final long[] left;

  private static final long NOT_TOLD = Long.MAX_VALUE;

  private SlopeWatch(Plan plan, List<SlopePoint> points) {
    this.points = points;
    slotOf = new int[plan.points().size()];
    Arrays.fill(slotOf, -1);
    for (int slot = 0; slot < points.size(); slot++) {
      SlopePoint point = points.get(slot);
      slotOf[point.point()] = slot;
      conditions.know(point.course());
      unknowns.know(point.unknown());
      point.velocities().forEach(each -> conditions.know(SlopePoint.terms(each)));
    }
    appraisals = new Appraisals(plan);
    memory = new SlopeMemory(points.size());
    known = new byte[points.size()];
    lastKnown = new long[points.size()];
    left = new long[points.size()];
    Arrays.fill(lastKnown, plan.effectiveFrom().toEpochMilli());
    Arrays.fill(left, NOT_TOLD);
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
    return slotOf[point] >= 0;
  }

  @Override
  public void onReading(int point, Sample sample, Told told) {
    int slot = slotOf[point];
    SlopePoint at = points.get(slot);
    SlopeEstimate now = judge.onReading(memory, slot, at.judging(), sample.event(), sample.value());
    if (now == null) {
      return;
    }
    long shift = sample.measured() - sample.event();
    Severity colour = at.colour(now);
    known[slot] = (byte) (colour != null || now.isGreen() ? 1 : 0);
    lastKnown[slot] = sample.measured();
    Map<String, String> detail = SlopeDetail.of(now, at.judging(), shift);
    double steady = Double.isNaN(now.steady()) ? 0 : now.steady();
    Look look =
        Look.of(sample, colour == null ? Severity.BLUE : colour, now.velocity(), steady)
            .with(detail);
    course(slot, now, look, colour, told);
    for (VelocityRule rule : at.velocities()) {
      velocity(at, rule, now, look, told);
    }
    knowledge(slot, look, told);
  }

  private void course(
      int slot, SlopeEstimate now, Look look, @Nullable Severity colour, Told told) {
    SlopePoint at = points.get(slot);
    Subject subject = at.about().subject();
    FailureTime failure = now.failure();
    if (failure == null && left[slot] != NOT_TOLD && now.outlook() == Outlook.WITHDRAWN) {
      left[slot] = NOT_TOLD;
      if (now.stage() != Stage.PROGRESSIVE || now.acceleration() <= 0) {
        conditions.lower(at.rule().id(), subject, look, told);
      } else {
        conditions.restate(at.rule().id(), subject, FindingKind.LOWERED, look, told);
      }
    }
    boolean[] said = {false};
    Told listening =
        new Told(
            told.mine(),
            told.planVersion(),
            told.now(),
            told.resumed(),
            finding -> {
              said[0] = true;
              told.tell(finding);
            });
    Truth truth = truth(now, colour, conditions.isOpen(at.rule().id(), subject));
    conditions.look(at.course(), at.about(), truth, look, listening);
    if (failure != null) {
      long remains = failure.likely() - now.measured();
      if (remains <= left[slot] / 2) {
        left[slot] = remains;
        if (!said[0]) {
          conditions.restate(at.rule().id(), subject, FindingKind.RAISED, look, told);
        }
      }
    }
  }

  private static Truth truth(SlopeEstimate now, @Nullable Severity colour, boolean open) {
    if (colour != null) {
      return Truth.HOLDS;
    }
    if (now.isGreen()) {
      return Truth.GONE;
    }
    // An angle that cannot be given takes nothing back and blinds nobody: readings do come.
    return open && now.band() == AngleBand.INVALID ? Truth.HOLDS : Truth.UNKNOWN;
  }

  private void velocity(SlopePoint at, VelocityRule rule, SlopeEstimate now, Look look, Told told) {
    double velocity = now.velocity();
    boolean sure = velocity >= at.judging().significance() * now.velocityError();
    int reached = sure ? rule.reached(velocity) : 0;
    Truth truth = reached > 0 ? Truth.HOLDS : Double.isNaN(velocity) ? Truth.UNKNOWN : Truth.GONE;
    VelocityRule.Step step = rule.steps().get(Math.max(0, reached - 1));
    Look seen =
        new Look(
            step.severity(),
            velocity,
            step.at(),
            look.event(),
            look.measured(),
            look.received(),
            look.quality(),
            look.detail());
    conditions.look(SlopePoint.terms(rule), at.about(), truth, seen, told);
  }

  /** Looks whether anything is known of a point. */
  private void knowledge(int slot, Look look, Told told) {
    SlopePoint at = points.get(slot);
    Truth truth = known[slot] == 0 ? Truth.HOLDS : Truth.GONE;
    Look seen =
        new Look(
            Severity.BLUE,
            Double.NaN,
            0,
            told.now(),
            look.measured(),
            look.received(),
            look.quality(),
            look.detail());
    unknowns.look(at.unknown(), at.nothingKnown(), truth, seen, told);
  }

  @Override
  public void onNoMeasurement(int point, Sample sample, Told told) {
    if (sample.quality().blinds()) {
      blind(slotOf[point], Look.of(sample, Severity.BLUE, Double.NaN, 0), told);
    }
  }

  @Override
  public void onDark(int point, Told told) {
    int slot = slotOf[point];
    if (slot >= 0) {
      blind(slot, silent(slot, told), told);
    }
  }

  private void blind(int slot, Look look, Told told) {
    SlopePoint at = points.get(slot);
    known[slot] = 0;
    conditions.look(at.course(), at.about(), Truth.UNKNOWN, look, told);
    for (VelocityRule rule : at.velocities()) {
      conditions.look(SlopePoint.terms(rule), at.about(), Truth.UNKNOWN, look, told);
    }
    knowledge(slot, look, told);
  }

  private Look silent(int slot, Told told) {
    return new Look(
        Severity.BLUE,
        Double.NaN,
        0,
        told.now(),
        lastKnown[slot],
        told.now(),
        Quality.STALE,
        SlopeDetail.UNKNOWN);
  }

  @Override
  public void onTime(Told told) {
    for (int slot = 0; slot < points.size(); slot++) {
      if (known[slot] == 0) {
        knowledge(slot, silent(slot, told), told);
      }
    }
    appraisals.look(conditions, told);
    conditions.onTime(told);
    unknowns.onTime(told);
  }

  @Override
  public long wakeAt() {
    long next = Math.min(conditions.wakeAt(), unknowns.wakeAt());
    return Math.min(next, appraisals.wakeAt(conditions));
  }

  @Override
  public void pass(Tape tape) {
    memory.pass(tape);
    tape.column(known);
    tape.column(lastKnown);
    tape.column(left);
    conditions.pass(tape);
    unknowns.pass(tape);
  }

  @Override
  public void follow(@Nullable Watch before, Told told) {
    if (before instanceof SlopeWatch old) {
      for (SlopePoint was : old.points) {
        int slot = slotOf(was.about().subject());
        if (slot >= 0) {
          carryOver(slot, old, old.slotOf[was.point()]);
        }
      }
      conditions.follow(old.conditions, this::isWatched, told);
      unknowns.follow(old.unknowns, this::isWatched, told);
    }
  }

  private void carryOver(int slot, SlopeWatch old, int was) {
    memory.carryOver(slot, old.memory, was);
    known[slot] = old.known[was];
    lastKnown[slot] = old.lastKnown[was];
    left[slot] = old.left[was];
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
    new Conditions().follow(conditions, (rule, subject) -> false, told);
    new Conditions().follow(unknowns, (rule, subject) -> false, told);
  }
}
