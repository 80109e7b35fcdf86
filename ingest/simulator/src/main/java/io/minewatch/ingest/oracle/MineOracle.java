package io.minewatch.ingest.oracle;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.RainRule;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.ingest.simulator.Reading;
import io.minewatch.ingest.simulator.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that can be told exactly of what a simulated mine sends: limits, cut lines and
 * networks, what is asked about people, the rain of a day, conditions of the mine's own. Scans that
 * share nothing with judging.
 *
 * <p>What rests on an estimate (slopes, changes, trends, flat values, the water that flows in) is
 * not told here: when it must come, {@link Awaited} says from the script, to within a span of time.
 * Cards away from their owners, wild values and points lost while they rise are told from the
 * script alone by the room {@code staged}.
 */
public final class MineOracle {
  private final Plan plan;
  private final GatewayId gateway;
  private final GatewayId tags;
  private final List<OwnCondition> own;

  /**
   * Takes the plan that holds for the whole run.
   *
   * @param gateway the one through which all points speak
   * @param tags the one that tells positions
   */
  public MineOracle(Plan plan, GatewayId gateway, GatewayId tags) {
    this(plan, gateway, tags, List.of());
  }

  /**
   * One that knows the mine's own conditions too.
   *
   * @param own those of which all is told
   */
  public MineOracle(Plan plan, GatewayId gateway, GatewayId tags, List<OwnCondition> own) {
    this.own = List.copyOf(own);
    this.plan = plan;
    this.gateway = gateway;
    this.tags = tags;
  }

  /** The rules of which all is told. */
  public Set<String> rules() {
    return plan.rules().stream()
        .filter(rule -> Exact.is(rule) || own.stream().anyMatch(each -> each.rule().equals(rule)))
        .map(rule -> rule.id())
        .collect(Collectors.toSet());
  }

  /**
   * The findings that must come, none more and none less by these rules.
   *
   * @param heard the steps whose messages arrived at once
   * @param until when listening ended
   */
  public List<ExpectedFact> findings(List<Tick> heard, Instant until) {
    List<Reading> series = heard.stream().flatMap(tick -> tick.readings().stream()).toList();
    List<ExpectedFact> found = new ArrayList<>();
    new Oracle(plan).findings(series, until).forEach(each -> found.add(ExpectedFact.of(each)));
    LineOracle lines = new LineOracle(plan, gateway);
    found.addAll(lines.findings(series, until));
    found.addAll(lines.positions(tags, heard, until));
    found.addAll(new PeopleOracle(plan).findings(heard, until));
    own.forEach(each -> found.addAll(each.findings(heard)));
    for (RainRule rule : plan.rulesOf(RainRule.class)) {
      found.addAll(rain(rule, series));
    }
    return found;
  }

  /**
   * Of a gauge that tells the rain of the last hour; a run is shorter than the time of the rule.
   */
  private static List<ExpectedFact> rain(RainRule rule, List<Reading> series) {
    double fallen = 0;
    Instant before = null;
    for (Reading reading : series) {
      if (reading.point().equals(rule.gauge()) && reading.quality().measures()) {
        double hours =
            before == null
                ? 1
                : Duration.between(before, reading.measured()).toMillis() / 3_600_000.0;
        fallen += reading.value() * hours;
        before = reading.measured();
        if (fallen > rule.above()) {
          return List.of(
              new ExpectedFact(
                  Subject.of(rule.gauge()),
                  rule.id(),
                  reading.measured(),
                  List.of(FindingKind.OPENED)));
        }
      }
    }
    return List.of();
  }
}
