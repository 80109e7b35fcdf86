package io.minewatch.judge.compound;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.Conditions;
import io.minewatch.judge.watch.Conditions.Truth;
import io.minewatch.judge.watch.Look;
import io.minewatch.judge.watch.Newest;
import io.minewatch.judge.watch.Sample;
import io.minewatch.judge.watch.Standing;
import io.minewatch.judge.watch.Told;
import io.minewatch.judge.watch.Watch;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches a mine's own conditions over several points and findings (综合条件). An expression is
 * evaluated when an operand of it is told, and when a plan begins; details: the operands as far as
 * they are known, and {@code when}. Delays are counted by when things reached us: the clocks of
 * several gateways cannot be counted by together. A condition that asks for nothing of points is
 * over by time alone: no reading would tell.
 *
 * <p>Late, missing, double: late and doubled readings are left out before; a point that is not seen
 * is an unknown operand. A condition that cannot be told is not over: what is open turns blind and
 * one colour higher. That no finding of a rule is open is only known while its points are seen. A
 * new plan clears nothing: what only it made untrue ends as BLIND when a finding that stood is no
 * longer watched, and else waits for the next reading. One that cannot be judged is never known.
 */
public final class CompoundWatch implements Watch {
  private final Compounds compounds;
  private final Newest newest;
  private final Conditions conditions = new Conditions();

  /** Open findings of the rules that are asked for: rule and subject. */
  private final Findings open = new Findings();

  private final Known operands;

  /** By number of the condition: whether it is open or about to be. */
  private final boolean[] astir;

  private CompoundWatch(Plan plan, Compounds compounds) {
    this.compounds = compounds;
    newest = new Newest(plan, compounds.points());
    operands = new Known(compounds, newest, open);
    astir = new boolean[compounds.all().size()];
    compounds.all().forEach(each -> conditions.know(each.terms()));
  }

  /** Null when the plan has no such condition. */
  public static @Nullable Watch of(Plan plan, Compounds compounds) {
    return compounds.all().isEmpty() ? null : new CompoundWatch(plan, compounds);
  }

  @Override
  public String name() {
    return "compound";
  }

  @Override
  public boolean watches(int point) {
    return newest.watches(point);
  }

  @Override
  public void onReading(int point, Sample sample, Told told) {
    PointId id = newest.id(point);
    double before = newest.of(id);
    newest.see(point, sample);
    boolean appears = Double.isNaN(before);
    if (appears) {
      operands.turned(id, -1);
    }
    boolean changed = before != sample.value();
    for (Asked asked : compounds.by(id)) {
      // One that is quiet and of which nothing has changed stays so.
      if (appears || astir[asked.number()] || (changed && asked.values().contains(id))) {
        look(asked, at(sample), told);
      }
    }
  }

  @Override
  public void onNoMeasurement(int point, Sample sample, Told told) {
    onGap(point);
    PointId id = newest.id(point);
    if (!Double.isNaN(newest.of(id))) {
      operands.turned(id, 1);
    }
    newest.lose(point, sample);
    look(compounds.by(id), at(sample), told);
  }

  private static Look at(Sample sample) {
    return Look.of(sample, Severity.BLUE, Double.NaN, 0).countedAt(sample.received());
  }

  @Override
  public void onGap(int point) {
    for (Asked asked : compounds.by(newest.id(point))) {
      conditions.gap(asked.rule().id(), asked.subject());
    }
  }

  @Override
  public void onDark(int point, Told told) {
    // A point that was not seen before has changed nothing.
    if (newest.watches(point) && !Double.isNaN(newest.of(newest.id(point)))) {
      PointId id = newest.id(point);
      operands.turned(id, 1);
      newest.lose(point);
      Look at = newest.lookNow(id, Quality.STALE, told);
      look(compounds.by(id), at.countedAt(told.now()), told);
    }
  }

  @Override
  public boolean hears(String rule) {
    return !compounds.asking(rule).isEmpty();
  }

  @Override
  public void onFinding(Finding finding, Told told) {
    open.note(finding);
    look(compounds.asking(finding.rule()), Look.of(finding).countedAt(told.now()), told);
  }

  private void look(List<Asked> asking, Look at, Told told) {
    for (Asked asked : asking) {
      look(asked, at, told);
    }
  }

  private void look(Asked asked, Look at, Told told) {
    Map<String, Object> known = operands.of(asked.rule());
    look(asked, asked.judge(known), known, at, told);
  }

  private void look(Asked asked, Truth truth, Map<String, Object> known, Look at, Told told) {
    Look look =
        at.seeing(asked.rule().severity(), Double.NaN, 0)
            .countedAt(Math.max(at.event(), newest.received()))
            .with(Known.words(asked, known));
    if (compounds.isByTime(asked)) {
      // In the time in which we did not listen it was not seen to be over.
      conditions.gapBefore(asked.rule().id(), asked.subject(), told.resumed());
    }
    conditions.look(asked.terms(), asked.about(), truth, look, told);
    astir[asked.number()] = conditions.isAstir(asked.rule().id(), asked.subject());
  }

  @Override
  public void begin(Standing standing, Told told) {
    Findings now = new Findings();
    standing.open(
        (rule, subject) -> {
          if (hears(rule)) {
            now.add(rule, subject.toString());
          }
        });
    Findings stood = open.become(now);
    newest.begin(standing);
    operands.count();
    for (Asked asked : compounds.all()) {
      Map<String, Object> known = operands.of(asked.rule());
      Truth truth = asked.judge(known);
      if (truth != Truth.GONE) {
        look(asked, truth, known, Look.now(told, asked.rule().severity(), Double.NaN, 0), told);
      } else if (asked.judge(operands.without(asked.rule(), known, stood)) != Truth.GONE) {
        conditions.lose(asked.rule().id(), asked.subject(), told);
      }
    }
    stir();
  }

  private void stir() {
    for (Asked asked : compounds.all()) {
      astir[asked.number()] = conditions.isAstir(asked.rule().id(), asked.subject());
    }
  }

  @Override
  public void onTime(Told told) {
    conditions.onTime(told);
    for (Asked asked : compounds.byTime()) {
      if (astir[asked.number()]) {
        look(asked, Look.now(told, asked.rule().severity(), Double.NaN, 0), told);
      }
    }
  }

  @Override
  public long wakeAt() {
    long next = conditions.wakeAt();
    for (Asked asked : compounds.byTime()) {
      if (astir[asked.number()]) {
        next = Math.min(next, conditions.clearsAt(asked.rule().id(), asked.subject()));
      }
    }
    return next;
  }

  @Override
  public void standing(BiConsumer<String, Subject> to) {
    conditions.standing(to);
  }

  @Override
  public void pass(Tape tape) {
    newest.pass(tape);
    open.pass(tape);
    conditions.pass(tape);
    if (tape.isPlaying()) {
      operands.count();
      stir();
    }
  }

  @Override
  public void follow(@Nullable Watch before, Told told) {
    if (before instanceof CompoundWatch old) {
      newest.follow(old.newest);
      open.follow(old.open);
      conditions.follow(old.conditions, compounds::has, told);
    }
  }

  @Override
  public void end(Told told) {
    new Conditions().follow(conditions, (rule, subject) -> false, told);
  }
}
