package io.minewatch.judge.slope;

import io.minewatch.domain.feed.UnknownPoint;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.VelocityRule;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.Conditions;
import io.minewatch.judge.watch.Conditions.Truth;
import io.minewatch.judge.watch.Look;
import io.minewatch.judge.watch.Told;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is found of slope points: the colour of their course, velocities of their appraisal, and
 * that nothing is known of them. Late, missing, double: as {@link SlopeWatch} says.
 */
final class SlopeFindings {
  private static final long NOT_TOLD = Long.MAX_VALUE;

  private final List<SlopePoint> points;
  private final Conditions conditions = new Conditions();

  /** That nothing is known; apart, because it counts after a delay of its own. */
  private final Conditions unknowns = new Conditions();

  private final SlopeKnown known;

  /** When the last estimate was made, milliseconds since 1970 UTC; the plan's begin before. */
  private final long[] lastKnown;

  /** What was left to the likely failure when it was last told; NOT_TOLD while none stands. */
  private final long[] left;

  /**
   * Of points of which nothing is known yet.
   *
   * @param from since when they are watched
   */
  SlopeFindings(List<SlopePoint> points, long from) {
    this.points = points;
    known = new SlopeKnown(points.size());
    lastKnown = new long[points.size()];
    left = new long[points.size()];
    Arrays.fill(lastKnown, from);
    Arrays.fill(left, NOT_TOLD);
    for (SlopePoint point : points) {
      conditions.know(point.course());
      unknowns.know(point.unknown());
      point.velocities().forEach(each -> conditions.know(SlopePoint.terms(each)));
    }
  }

  void standing(BiConsumer<String, Subject> open) {
    conditions.standing(open);
    unknowns.standing(open);
  }

  Conditions conditions() {
    return conditions;
  }

  /** Gives the points of which nothing is known now. */
  void unknown(Consumer<UnknownPoint> to) {
    known.tell(points, to);
  }

  /** Takes an estimate in; the look holds what is told of it. */
  void judged(int slot, SlopeEstimate now, Look look, Told told) {
    SlopePoint at = points.get(slot);
    Severity colour = at.colour(now);
    known.judged(slot, now, colour);
    lastKnown[slot] = look.measured();
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
    double speed = now.speed();
    boolean sure = speed >= at.judging().significance() * now.velocityError();
    int reached = sure ? rule.reached(speed) : 0;
    Truth truth = reached > 0 ? Truth.HOLDS : Double.isNaN(speed) ? Truth.UNKNOWN : Truth.GONE;
    VelocityRule.Step step = rule.steps().get(Math.max(0, reached - 1));
    Look seen =
        new Look(
            step.severity(),
            speed,
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
    Truth truth = known.is(slot) ? Truth.GONE : Truth.HOLDS;
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

  /** Nothing is known of a while of a point. */
  void gap(int slot) {
    SlopePoint at = points.get(slot);
    Subject subject = at.about().subject();
    conditions.gap(at.rule().id(), subject);
    for (VelocityRule rule : at.velocities()) {
      conditions.gap(rule.id(), subject);
    }
  }

  /** A point is heard and says nothing. */
  void blind(int slot, Look look, Told told) {
    SlopePoint at = points.get(slot);
    known.unseen(slot);
    conditions.look(at.course(), at.about(), Truth.UNKNOWN, look, told);
    for (VelocityRule rule : at.velocities()) {
      conditions.look(SlopePoint.terms(rule), at.about(), Truth.UNKNOWN, look, told);
    }
    knowledge(slot, look, told);
  }

  /** A point is not heard. */
  void dark(int slot, Told told) {
    blind(slot, silent(slot, told), told);
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

  void onTime(Told told) {
    for (int slot = 0; slot < points.size(); slot++) {
      if (!known.is(slot)) {
        knowledge(slot, silent(slot, told), told);
      }
    }
    conditions.onTime(told);
    unknowns.onTime(told);
  }

  long wakeAt() {
    return Math.min(conditions.wakeAt(), unknowns.wakeAt());
  }

  void carryOver(int slot, SlopeFindings old, int was) {
    known.carryOver(slot, old.known, was);
    lastKnown[slot] = old.lastKnown[was];
    left[slot] = old.left[was];
  }

  void follow(SlopeFindings old, BiPredicate<String, Subject> still, Told told) {
    conditions.follow(old.conditions, still, told);
    unknowns.follow(old.unknowns, still, told);
  }

  void end(Told told) {
    new SlopeFindings(List.of(), 0).follow(this, (rule, subject) -> false, told);
  }

  void pass(Tape tape) {
    known.pass(tape);
    tape.column(lastKnown);
    tape.column(left);
    conditions.pass(tape);
    unknowns.pass(tape);
  }
}
