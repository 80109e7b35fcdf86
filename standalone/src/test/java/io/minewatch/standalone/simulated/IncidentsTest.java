package io.minewatch.standalone.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.PointId;
import io.minewatch.ingest.oracle.MineOracle;
import io.minewatch.ingest.script.Incident;
import io.minewatch.ingest.script.Script;
import io.minewatch.ingest.script.ScriptText;
import io.minewatch.ingest.staged.Stage;
import io.minewatch.ingest.staged.StagedOracle;
import io.minewatch.ingest.world.ModelSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of incident, staged alone: what the oracle says must be found is found, and by those
 * rules nothing else.
 */
class IncidentsTest {
  private static final Instant START = Instant.parse("2026-01-01T02:00:00Z");
  private static final Plan DEMO =
      Objects.requireNonNull(
              MineLoader.load(Path.of("../deploy/demo"), RulePackLoader.load(Path.of("../rules")))
                  .get("140921021337"))
          .plan();

  private static Arguments staged(
      Class<? extends Incident> kind, int minutes, List<String> found, String... script) {
    return arguments(kind, minutes, found, List.of(script));
  }

  /**
   * The kind, for how many minutes, the ends of the names of the rules that find it, the script.
   */
  static List<Arguments> incidents() {
    return List.of(
        staged(
            Incident.Drive.class,
            20,
            List.of("536-2"),
            "after 5m drive T1-0101 to 1.8 within 40s hold 4m fall 90s"),
        staged(
            Incident.Drive.class,
            45,
            List.of(),
            "after 20m drive Q-PUMP to 420 within 2m hold 8m fall 1m"),
        staged(
            Incident.Cut.class,
            15,
            List.of("outage-line"),
            "after 5m cut T1-0101 for 5m as DISCONNECTED"),
        staged(
            Incident.Cut.class,
            15,
            List.of("outage-line"),
            "after 5m cut T1-0101 for 5m as silence"),
        staged(
            Incident.Cut.class,
            20,
            List.of("outage-line", "536-2"),
            "after 5m drive T1-0101 to 1.8 within 40s hold 6m fall 90s",
            "after 7m cut T1-0101 for 3m as silence"),
        staged(
            Incident.Mask.class,
            20,
            List.of(),
            "after 5m drive T2-0101 to 1.8 within 40s hold 4m fall 90s",
            "after 4m mask T2-0101 for 12m shows 0.3",
            "after 6m calibrate T1-0101 for 3m shows 2.0"),
        staged(
            Incident.Freeze.class,
            25,
            List.of("536-4"),
            "after 5m drive T2-0101 to 1.8 within 40s hold 2m fall 90s",
            "after 6m freeze T2-0101 for 10m"),
        staged(Incident.Rain.class, 90, List.of("zaozhuang-24h.yard"), "after 5m rain 80 for 60m"),
        staged(
            Incident.Slide.class,
            35,
            List.of(),
            "after 5m slide GP-01 from 60 failing 30m for 25m"),
        staged(
            Incident.Stand.class,
            30,
            List.of("people-9", "people-limit", "people-120"),
            "after 0s stand for 30m",
            "after 10m crowd heading-0201 for 10m people 12"),
        staged(Incident.Absent.class, 45, List.of("people-leader"), "after 5m absent 1 for 34m"),
        staged(
            Incident.Distress.class, 15, List.of("people-distress"), "after 5m distress 4 for 2m"),
        staged(
            Incident.Crowd.class,
            25,
            List.of("people-limit", "people-120"),
            "after 5m crowd face-0101 for 10m people 20"),
        staged(Incident.Hush.class, 20, List.of("people-silent"), "after 5m hush 3 for 10m"),
        staged(Incident.Linger.class, 15, List.of(), "after 0s linger 5 for 10m stays 2m"));
  }

  @ParameterizedTest
  @MethodSource("incidents")
  void whatMustBeFoundIsFoundAndNothingElse(
      Class<? extends Incident> kind, int minutes, List<String> found, List<String> lines) {
    Plan plan = kind == Incident.Stand.class ? stopped() : DEMO;
    Script script = ScriptText.parse(lines);

    Judged judged =
        new Judged(
            plan, ModelSettings.modelColliery(7), script, START, Duration.ofMinutes(minutes));

    MineOracle oracle = new MineOracle(plan, Judged.GAS, Judged.TAGS);
    assertThat(judged.exact(oracle.rules()))
        .isEqualTo(
            oracle.findings(judged.ticks, judged.until).stream()
                .map(Object::toString)
                .sorted()
                .toList());
    Set<String> rules = new HashSet<>();
    judged.findings.stream()
        .map(Finding::rule)
        .filter(oracle.rules()::contains)
        .forEach(rule -> rules.add(rule.substring(rule.indexOf(':') + 1)));
    assertThat(rules).isEqualTo(Set.copyOf(found));
    new OfIncidents(plan, script, judged).check();
    StagedOracle staged =
        new StagedOracle(
            new Stage(plan, ModelSettings.modelColliery(7), script, START, judged.until));
    assertThat(judged.staged(staged)).isEqualTo(StagedTest.sorted(staged.facts()));
  }

  private static Plan stopped() {
    return new Plan(
        DEMO.mine(),
        DEMO.name(),
        DEMO.nameEnglish(),
        DEMO.version(),
        DEMO.effectiveFrom(),
        MineStatus.STOPPED,
        DEMO.shifts(),
        DEMO.tagPeriod(),
        DEMO.zones(),
        DEMO.points(),
        DEMO.rules());
  }

  @Test
  void everyKindOfIncidentIsStaged() {
    Set<Object> kinds = new HashSet<>(Set.of(Incident.Disconnect.class));
    incidents().forEach(each -> kinds.add(each.get()[0]));
    kinds.addAll(StagedTest.kinds());

    assertThat(kinds).containsExactlyInAnyOrder((Object[]) Incident.class.getPermittedSubclasses());
  }

  @Test
  void aCutLineIsOneFindingForEachGatewayAndItsBacklogIsJudgedWhenItComes() {
    Script script =
        ScriptText.parse(
            List.of(
                "after 5m disconnect for 8m",
                "after 6m drive T1-0101 to 1.8 within 40s hold 2m fall 60s"));

    Judged judged =
        new Judged(DEMO, ModelSettings.modelColliery(7), script, START, Duration.ofMinutes(20));

    Set<String> outages = Set.of("platform:outage-line", "platform:outage-network");
    assertThat(judged.exact(outages))
        .isEqualTo(
            new MineOracle(DEMO, Judged.GAS, Judged.TAGS)
                .findings(judged.ticks, judged.until).stream()
                    .filter(each -> outages.contains(each.rule()))
                    .map(Object::toString)
                    .sorted()
                    .toList())
        .hasSize(2);
    List<Finding> late =
        judged.findings.stream().filter(each -> each.lane() == Lane.BACKFILL).toList();
    assertThat(late).extracting(Finding::point).containsOnly(new PointId("T1-0101"));
    assertThat(late)
        .extracting(each -> each.kind().name())
        .containsExactly("OPENED", "RAISED", "CLEARED");
    assertThat(Stream.of(late.get(0).onset()))
        .allMatch(
            onset ->
                onset.isAfter(START.plusSeconds(360)) && onset.isBefore(START.plusSeconds(400)));
  }
}
