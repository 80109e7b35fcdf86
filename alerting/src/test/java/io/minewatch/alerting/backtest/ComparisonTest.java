package io.minewatch.alerting.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.backtest.Comparison.Real;
import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.Step;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.series.store.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  private static final RulePacks PACKS = RulePackLoader.load(Path.of("../rules"));
  private static final Document DEMO =
      MineLoader.load(Path.of("../deploy/demo"), PACKS).get("140921021337").document();
  private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");
  private static final Set<String> SUBJECT = Set.of(Subject.of(new PointId("T1-0101")).toString());

  @Test
  void aRealEventOfWhichNothingWouldBeFoundIsMissed() {
    List<Map<String, Object>> points = new ArrayList<>(DEMO.rows("points"));
    points.removeIf(row -> "T1-0101".equals(row.get("id")));
    Outcome outcome = run(plan(DEMO), plan(DEMO.with("points", points)), 60, 3_600);

    assertThat(outcome.missed()).containsExactly("i-1");
    assertThat(outcome.real()).isEqualTo(1);
    assertThat(outcome.before().findings()).isEqualTo(1);
    assertThat(outcome.after().findings()).isZero();
  }

  @Test
  void anEventThatWouldBeFoundSoonerIsNeitherMissedNorLate() {
    Outcome outcome = run(plan(DEMO), plan(strict()), 60, 3_600);
    assertThat(outcome.missed()).isEmpty();
    assertThat(outcome.later()).isEmpty();
  }

  @Test
  void anEventThatWouldBeFoundLaterIsToldWithHowMuch() {
    Outcome outcome = run(plan(strict()), plan(DEMO), 60, 3_600);
    assertThat(outcome.later()).containsExactly(new Outcome.Later("i-1", 50));
  }

  @Test
  void aFindingLongBeforeOrAfterTheEventIsNotOfIt() {
    Outcome outside = run(plan(DEMO), plan(DEMO), 3_701, 9_000);
    assertThat(outside.neither()).containsExactly("i-1");
    assertThat(run(plan(DEMO), plan(DEMO), 3_700, 9_000).neither()).isEmpty();
    assertThat(outside.missed()).as("the same plan twice misses nothing").isEmpty();
  }

  @Test
  void anEventThatNoReplayCanFindIsToldApartAndNotMissed() {
    Real cut = new Real("i-2", Set.of(), START.plusSeconds(60), START.plusSeconds(3_600));
    Comparison comparison = new Comparison(plan(DEMO), plan(DEMO), cold(plan(DEMO)), Severity.BLUE);
    Outcome outcome = comparison.end(START.plusSeconds(150), List.of(cut));

    assertThat(outcome.beyond()).containsExactly("i-2");
    assertThat(outcome.missed()).isEmpty();
    assertThat(outcome.real()).isEqualTo(1);
  }

  @Test
  void whatHappenedBeforeTheSpanIsJudgedAndNotCounted() {
    Plan plan = plan(DEMO);
    Ahead ahead =
        new Ahead(
            plan,
            new Span(START.plusSeconds(110), START.plusSeconds(150)),
            Set.of(),
            Duration.ofSeconds(110));
    Outcome outcome = run(new Comparison(plan, plan, ahead, Severity.BLUE), 115, 3_600);

    assertThat(outcome.before().findings()).as("it opened at 100 s").isZero();
    assertThat(outcome.readings()).isEqualTo(2);
    assertThat(outcome.neither()).as("what stands is known").isEmpty();
    assertThat(outcome.missed()).isEmpty();
  }

  /** A slope's course of 400 days is not looked at every five seconds, and what follows is. */
  @Test
  void theLongPastOfSlopesIsPassedInLargeSteps() {
    Plan plan = plan(DEMO);
    Span span = new Span(START, START.plusSeconds(150));
    Ahead ahead = new Ahead(plan, span, Set.of(new PointId("GP-01")), Duration.ZERO);
    assertThat(ahead.begin()).isEqualTo(START.minus(Basis.COURSE));

    Outcome outcome = run(new Comparison(plan, plan, ahead, Severity.BLUE), 60, 3_600);
    assertThat(outcome.before().findings()).isEqualTo(1);
  }

  @ParameterizedTest(name = "told after {0} s, would be after {1} s: {2} s later")
  @CsvSource({"0, 20, 20", "10, 20, 10", "20, 10, 0", "20, 20, 0"})
  void anEventThatBeginsAsSoonAndIsToldLaterIsLater(int was, int is, int later) {
    Outcome outcome = run(delayed(was), delayed(is), Severity.YELLOW);

    assertThat(outcome.missed()).isEmpty();
    assertThat(outcome.milder()).isEmpty();
    assertThat(outcome.later())
        .isEqualTo(later == 0 ? List.of() : List.of(new Outcome.Later("i-1", later)));
  }

  /** The plan with an alarm at the point that counts only after so many seconds. */
  private static Plan delayed(int seconds) {
    Plan plan = steps(new Step(Step.Act.ALARM, 1, Severity.ORANGE));
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : plan.rules()) {
      boolean ours = rule.id().equals("cn-coal-2025:536-2");
      rules.add(ours ? delayed((LimitRule) rule, Duration.ofSeconds(seconds)) : rule);
    }
    return with(plan, plan.points(), rules);
  }

  private static LimitRule delayed(LimitRule rule, Duration raiseAfter) {
    return new LimitRule(
        rule.id(),
        rule.measure(),
        rule.side(),
        rule.steps(),
        rule.restore(),
        raiseAfter,
        rule.clearAfter(),
        rule.cutArea(),
        rule.source());
  }

  @ParameterizedTest(name = "was {0}, would be {1}, calls from {2}: {3}")
  @CsvSource({
    "ORANGE, BLUE, YELLOW, ORANGE BLUE NOBODY",
    "ORANGE, YELLOW, YELLOW, ORANGE YELLOW SOMEBODY",
    "ORANGE, ORANGE, YELLOW, ''",
    "YELLOW, RED, YELLOW, ''",
    "BLUE, BLUE, YELLOW, ''"
  })
  void anEventThatWouldBeFoundAtAMilderSeverityIsToldApart(
      Severity was, Severity is, Severity callsFrom, String milder) {
    Outcome outcome =
        run(
            steps(new Step(Step.Act.ALARM, 1, was)),
            steps(new Step(Step.Act.ALARM, 1, is)),
            callsFrom);

    assertThat(outcome.missed()).isEmpty();
    assertThat(outcome.later()).isEmpty();
    assertThat(outcome.milder())
        .extracting(m -> m.before() + " " + m.after() + " " + m.calls())
        .isEqualTo(milder.isEmpty() ? List.of() : List.of(milder));
  }

  @Test
  void anEventThatWouldCallLaterIsLaterThoughItIsSeenAsSoon() {
    Plan before = steps(new Step(Step.Act.ALARM, 0.5, Severity.ORANGE));
    Plan after =
        steps(
            new Step(Step.Act.ALARM, 0.5, Severity.BLUE),
            new Step(Step.Act.CUT, 1, Severity.ORANGE));
    Outcome outcome = run(before, after, Severity.YELLOW);

    assertThat(outcome.milder()).isEmpty();
    assertThat(outcome.later()).containsExactly(new Outcome.Later("i-1", 50));
  }

  /** The plan with these steps at the point. */
  private static Plan steps(Step... steps) {
    Plan plan = plan(DEMO);
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : plan.rules()) {
      boolean ours = rule.id().equals("cn-coal-2025:536-2");
      rules.add(ours ? with((LimitRule) rule, List.of(steps)) : rule);
    }
    return with(plan, plan.points(), rules);
  }

  private static LimitRule with(LimitRule rule, List<Step> steps) {
    return new LimitRule(
        rule.id(),
        rule.measure(),
        rule.side(),
        steps,
        steps.get(0).at(),
        rule.raiseAfter(),
        rule.clearAfter(),
        rule.cutArea(),
        rule.source());
  }

  private static Outcome run(Plan before, Plan after, Severity callsFrom) {
    return run(new Comparison(before, after, cold(before), callsFrom), 60, 3_600);
  }

  private static Ahead cold(Plan plan) {
    return Ahead.none(plan, new Span(START, START.plusSeconds(150)));
  }

  private static Document strict() {
    return DEMO.with(
        "own",
        List.of(
            Map.of(
                "point",
                "T1-0101",
                "rule",
                "cn-coal-2025:536-2",
                "alarm",
                0.5,
                "cut",
                List.of(1.5),
                "restore",
                0.5,
                "by",
                "x",
                "why",
                "x",
                "date",
                "2026-01-01")));
  }

  private static Plan plan(Document document) {
    Problems problems = new Problems();
    MineEntry entry = MineLoader.read(document, PACKS, problems);
    assertThat(problems.found()).isEmpty();
    Plan plan = entry.plan();
    // Limits and silence alone: what is compared is this class, not which rules a pack has.
    Map<String, Rule> kept = new LinkedHashMap<>();
    plan.limits().forEach(rule -> kept.put(rule.id(), rule));
    kept.put(plan.silence().id(), plan.silence());
    return with(
        plan,
        plan.points().stream().map(point -> limited(point, kept)).toList(),
        List.copyOf(kept.values()));
  }

  private static Plan with(Plan plan, List<PointPlan> points, List<Rule> rules) {
    return plan.with(plan.zones(), points, rules);
  }

  private static PointPlan limited(PointPlan point, Map<String, Rule> kept) {
    return new PointPlan(
        point.id(),
        point.zone(),
        point.measure(),
        point.name(),
        point.nameEnglish(),
        point.locationClass(),
        point.period(),
        point.rules().stream().filter(kept::containsKey).toList());
  }

  /** Methane rises by 0.01 a second from 0.0; a real event begins at these seconds. */
  private static Outcome run(Plan before, Plan after, long onset, long end) {
    return run(new Comparison(before, after, cold(before), Severity.BLUE), onset, end);
  }

  private static Outcome run(Comparison comparison, long onset, long end) {
    ReadingBatch batch = new ReadingBatch();
    for (int second = 0; second <= 120; second += 10) {
      batch.clear();
      long at = START.plusSeconds(second).toEpochMilli();
      batch.add("T1-0101", second / 100.0, "%CH4", at, Quality.GOOD);
      comparison.readings(batch, at);
    }
    Real real = new Real("i-1", SUBJECT, START.plusSeconds(onset), START.plusSeconds(end));
    return comparison.end(START.plusSeconds(150), List.of(real));
  }
}
