package io.minewatch.standalone.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.CompoundRule;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.PeopleRule.Asks;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.Sensor;
import io.minewatch.domain.plan.ZoneKind;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.reading.PointId;
import io.minewatch.ingest.oracle.Awaited;
import io.minewatch.ingest.oracle.ExpectedFact;
import io.minewatch.ingest.oracle.MineOracle;
import io.minewatch.ingest.oracle.OwnCondition;
import io.minewatch.ingest.script.Script;
import io.minewatch.ingest.script.ScriptText;
import io.minewatch.ingest.world.ModelSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * What the demo's plan does not ask, or asks of points that declare more: the oracle's word is
 * judging's word there too, none more and none less.
 */
class MoreRulesTest {
  private static final Instant START = Instant.parse("2026-01-01T02:00:00Z");
  private static final PointId FAN = new PointId("FAN-0201");
  private static final PointId GAS = new PointId("T1-0201");
  private static final Plan DEMO =
      Objects.requireNonNull(
              MineLoader.load(Path.of("../deploy/demo"), RulePackLoader.load(Path.of("../rules")))
                  .get("140921021337"))
          .plan();

  private static Plan plan(List<ZonePlan> zones, List<PointPlan> points, List<Rule> rules) {
    return DEMO.with(zones, points, rules);
  }

  /** The demo with another number for a question about people; what it did not ask it asks now. */
  private static Plan asking(Asks asks, double limit) {
    PeopleRule any =
        DEMO.rulesOf(PeopleRule.class).stream()
            .filter(rule -> rule.asks() == asks || rule.asks() == Asks.OVERTIME)
            .findFirst()
            .orElseThrow();
    PeopleRule.Numbers numbers =
        new PeopleRule.Numbers(limit, 0, Duration.ZERO, any.numbers().singly());
    List<Rule> rules = new ArrayList<>(DEMO.rules());
    rules.removeIf(rule -> rule instanceof PeopleRule people && people.asks() == asks);
    rules.add(
        new PeopleRule(
            "test:" + asks.name(),
            asks,
            any.name(),
            any.nameEnglish(),
            any.severity(),
            numbers,
            any.delays(),
            PeopleRule.Named.NOBODY,
            any.source()));
    return plan(DEMO.zones(), DEMO.points(), rules);
  }

  private static Judged judged(Plan plan, int people, int minutes, String... script) {
    ModelSettings settings = ModelSettings.modelColliery(7).withPeople(people);
    Script read = ScriptText.parse(List.of(script));
    return new Judged(plan, settings, read, START, Duration.ofMinutes(minutes));
  }

  /** All that is told exactly is found exactly; gives what was found by one rule. */
  private static List<ExpectedFact> found(Judged judged, MineOracle oracle, String rule) {
    List<ExpectedFact> expected = oracle.findings(judged.ticks, judged.until);
    assertThat(oracle.rules()).contains(rule);
    assertThat(judged.exact(oracle.rules()))
        .isEqualTo(expected.stream().map(Object::toString).sorted().toList());
    return expected.stream().filter(each -> each.rule().equals(rule)).toList();
  }

  private static MineOracle oracle(Plan plan) {
    return new MineOracle(plan, Judged.GAS, Judged.TAGS);
  }

  @Test
  void whoIsBelowForTooLongIsFoundUntilUp() {
    Plan plan = asking(Asks.OVERTIME, 0.2);

    Judged judged = judged(plan, 4, 30, "after 18m stand for 12m");

    assertThat(found(judged, oracle(plan), "test:OVERTIME"))
        .hasSize(4)
        .allMatch(each -> each.kinds().equals(List.of(FindingKind.OPENED, FindingKind.CLEARED)));
  }

  @Test
  void whoIsWhereOnlySomeMayBeIsFound() {
    List<ZonePlan> zones = DEMO.zones().stream().map(MoreRulesTest::restricted).toList();
    Plan plan = plan(zones, DEMO.points(), DEMO.rules());

    Judged judged = judged(plan, 24, 25, "after 5m crowd pump-room for 10m people 3");

    assertThat(found(judged, oracle(plan), "platform:people-restricted"))
        .hasSizeGreaterThan(3)
        .anyMatch(each -> each.kinds().contains(FindingKind.CLEARED))
        .anyMatch(each -> !each.kinds().contains(FindingKind.CLEARED));
  }

  private static ZonePlan restricted(ZonePlan zone) {
    return new ZonePlan(
        zone.id(),
        zone.name(),
        zone.nameEnglish(),
        zone.underground(),
        zone.peopleLimit(),
        zone.neighbours(),
        zone.x(),
        zone.y(),
        zone.id().equals(new ZoneId("pump-room")) ? ZoneKind.RESTRICTED : zone.kind(),
        zone.elevation(),
        zone.downwind());
  }

  @Test
  void aMineWithTooManyPeopleIsFound() {
    Plan plan = asking(Asks.MINE_FULL, 20);

    Judged judged = judged(plan, 24, 15, "after 8m stand for 7m");

    assertThat(found(judged, oracle(plan), "test:MINE_FULL")).hasSize(1);
  }

  @Test
  void aConditionOfTheMinesOwnIsFound() {
    CompoundRule rule =
        DEMO.rulesOf(CompoundRule.class).stream()
            .filter(each -> each.points().containsAll(List.of(FAN, GAS)))
            .findFirst()
            .orElseThrow();
    assertThat(rule.when()).isEqualTo("!fan && gas >= 0.5");
    OwnCondition own =
        new OwnCondition(
            rule,
            values ->
                Objects.requireNonNull(values.get(FAN)) == 0
                    && Objects.requireNonNull(values.get(GAS)) >= 0.5);
    MineOracle oracle = new MineOracle(DEMO, Judged.GAS, Judged.TAGS, List.of(own));

    Judged judged = judged(DEMO, 24, 20, "after 4m drive FAN-0201 to 0 within 1s hold 6m fall 1s");

    assertThat(found(judged, oracle, rule.id()))
        .singleElement()
        .extracting(ExpectedFact::kinds)
        .isEqualTo(List.of(FindingKind.OPENED, FindingKind.CLEARED));
  }

  @Test
  void aProbeThatStandsStillWhereItShouldMoveIsFound() {
    List<PointPlan> points = DEMO.points().stream().map(MoreRulesTest::declared).toList();
    Plan plan = plan(DEMO.zones(), points, DEMO.rules());
    String line = "after 5m freeze T1-0101 for 60m";

    Judged judged = judged(plan, 24, 70, line);

    List<Awaited> awaited = Awaited.of(plan, ScriptText.parse(List.of(line)), START);
    assertThat(awaited).extracting(Awaited::check).containsExactly(Check.FLAT);
    Awaited flat = awaited.get(0);
    assertThat(judged.opened(Check.FLAT, flat.subject()))
        .isNotEmpty()
        .allMatch(at -> !at.isBefore(flat.from()) && !at.isAfter(flat.until()));
    assertThat(judged.findings)
        .filteredOn(each -> each.check() == Check.FLAT)
        .allMatch(each -> each.subject().equals(flat.subject()));
  }

  /** Two probes of one place, as their maker declares them. */
  private static PointPlan declared(PointPlan point) {
    boolean face = point.id().value().matches("T[01]-0101");
    Sensor sensor = new Sensor("", Sensor.Reporting.PERIODIC, 0.02, -Sensor.WIDEST, Sensor.WIDEST);
    return new PointPlan(
        point.id(),
        point.zone(),
        point.measure(),
        point.name(),
        point.nameEnglish(),
        point.locationClass(),
        point.period(),
        point.rules(),
        face ? sensor : point.sensor());
  }
}
