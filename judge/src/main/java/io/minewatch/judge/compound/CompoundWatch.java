package io.minewatch.judge.compound;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.CompoundRule;
import io.minewatch.domain.plan.CompoundRule.Operand;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.About;
import io.minewatch.judge.watch.Conditions;
import io.minewatch.judge.watch.Conditions.Truth;
import io.minewatch.judge.watch.Look;
import io.minewatch.judge.watch.Newest;
import io.minewatch.judge.watch.Sample;
import io.minewatch.judge.watch.Terms;
import io.minewatch.judge.watch.Told;
import io.minewatch.judge.watch.Watch;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Watches a mine's own conditions over several points and findings (综合条件). An expression is
 * evaluated when an operand of it is told; details: the operands as far as they are known, and
 * {@code when}.
 *
 * <p>Late, missing, double: late and doubled readings are left out before; a point that is not seen
 * is an unknown operand. A condition that cannot be told is not over: what is open turns blind and
 * one colour higher. That no finding of a rule is open is only known while its points are seen.
 */
public final class CompoundWatch implements Watch {
  private final Compounds compounds;
  private final Newest newest;
  private final Conditions conditions = new Conditions();

  /** Open findings of the rules that are asked for: rule and subject. */
  private final Findings open = new Findings();

  private CompoundWatch(Plan plan, Compounds compounds) {
    this.compounds = compounds;
    newest = new Newest(plan, compounds.points());
    compounds.rules().forEach(rule -> conditions.know(terms(rule)));
  }

  /** Null when the plan has no such condition. */
  public static @Nullable Watch of(Plan plan, Compounds compounds) {
    return compounds.rules().isEmpty() ? null : new CompoundWatch(plan, compounds);
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
    boolean same = newest.of(id) == sample.value();
    newest.see(point, sample);
    look(compounds.by(id), same, Look.of(sample, Severity.BLUE, Double.NaN, 0), told);
  }

  @Override
  public void onNoMeasurement(int point, Sample sample, Told told) {
    onGap(point);
    newest.lose(point, sample);
    Look at = Look.of(sample, Severity.BLUE, Double.NaN, 0);
    look(compounds.by(newest.id(point)), false, at, told);
  }

  @Override
  public void onGap(int point) {
    for (CompoundRule rule : compounds.by(newest.id(point))) {
      conditions.gap(rule.id(), subject(rule));
    }
  }

  @Override
  public void onDark(int point, Told told) {
    if (newest.watches(point)) {
      PointId id = newest.id(point);
      newest.lose(point);
      look(compounds.by(id), false, newest.lookNow(id, Quality.STALE, told), told);
    }
  }

  @Override
  public boolean hears(String rule) {
    return !compounds.asking(rule).isEmpty();
  }

  @Override
  public void onFinding(Finding finding, Told told) {
    open.note(finding, finding.kind() != FindingKind.CLEARED);
    Look at =
        new Look(
            Severity.BLUE,
            Double.NaN,
            0,
            finding.measured().toEpochMilli(),
            finding.measured().toEpochMilli(),
            finding.received().toEpochMilli(),
            finding.quality(),
            Map.of());
    look(compounds.asking(finding.rule()), false, at, told);
  }

  /** Looks at these; one that is quiet and of which nothing has changed stays so. */
  private void look(List<CompoundRule> rules, boolean unchanged, Look at, Told told) {
    for (CompoundRule rule : rules) {
      if (!unchanged || conditions.isAstir(rule.id(), subject(rule))) {
        Map<String, Object> known = known(rule);
        Truth truth = compounds.expression(rule).judge(known);
        Look look = at.seeing(rule.severity(), Double.NaN, 0).with(detail(rule, known));
        About about = new About(subject(rule), rule.zone(), null, "");
        conditions.look(terms(rule), about, truth, look, told);
      }
    }
  }

  private Map<String, Object> known(CompoundRule rule) {
    Map<String, Object> known = new HashMap<>();
    for (Operand operand : rule.operands()) {
      PointId point = operand.point();
      if (operand.isValue() && point != null) {
        double value = newest.of(point);
        if (!Double.isNaN(value)) {
          known.put(operand.name(), compounds.isSwitch(point) ? (Object) (value != 0) : value);
        }
      } else if (open.isOpen(operand.rule(), point)) {
        known.put(operand.name(), true);
      } else if (compounds.seenBy(operand).stream().noneMatch(p -> Double.isNaN(newest.of(p)))) {
        known.put(operand.name(), false);
      }
    }
    return known;
  }

  private static Map<String, String> detail(CompoundRule rule, Map<String, Object> known) {
    Map<String, String> detail = new TreeMap<>();
    for (Operand operand : rule.operands()) {
      Object value = known.get(operand.name());
      detail.put(
          operand.name(),
          value instanceof Double number
              ? String.format(Locale.ROOT, "%.4g", number)
              : value == null ? "unknown" : value.toString());
    }
    detail.put("when", rule.when());
    return detail;
  }

  private static Subject subject(CompoundRule rule) {
    return new Subject(Subject.Kind.CONDITION, rule.subject());
  }

  private static Terms terms(CompoundRule rule) {
    return new Terms(
        rule.id(),
        Check.COMPOUND,
        Side.HIGH,
        rule.raiseAfter().toMillis(),
        rule.clearAfter().toMillis());
  }

  @Override
  public void onTime(Told told) {
    conditions.onTime(told);
  }

  @Override
  public long wakeAt() {
    return conditions.wakeAt();
  }

  @Override
  public void pass(Tape tape) {
    newest.pass(tape);
    open.pass(tape);
    conditions.pass(tape);
  }

  @Override
  public void follow(@Nullable Watch before, Told told) {
    if (before instanceof CompoundWatch old) {
      newest.follow(old.newest);
      open.follow(old.open, this::hears);
      conditions.follow(old.conditions, this::isWatched, told);
    }
  }

  private boolean isWatched(String id, Subject subject) {
    return compounds.rules().stream()
        .anyMatch(rule -> rule.id().equals(id) && subject.equals(subject(rule)));
  }

  @Override
  public void end(Told told) {
    new Conditions().follow(conditions, (rule, subject) -> false, told);
  }
}
