package io.minewatch.ingest.oracle;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.plan.OutageRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.ingest.simulator.Reading;
import io.minewatch.ingest.simulator.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is cut off: a point that says so or falls silent (断线), and the gateway when nothing comes of
 * it any more (断网), which then speaks for its points. Of a mine whose points all speak through one
 * gateway and through no substation, and whose messages arrive as they are measured.
 */
final class LineOracle {
  /** So long after a change all is looked at. */
  private static final Duration SETTLES = Duration.ofSeconds(1);

  private final Plan plan;
  private final GatewayId gateway;
  private final @Nullable OutageRule line;
  private final @Nullable OutageRule network;

  LineOracle(Plan plan, GatewayId gateway) {
    this.plan = plan;
    this.gateway = gateway;
    this.line = rule(OutageRule.Of.LINE);
    this.network = rule(OutageRule.Of.NETWORK);
  }

  private @Nullable OutageRule rule(OutageRule.Of of) {
    return plan.rulesOf(OutageRule.class).stream()
        .filter(rule -> rule.of() == of)
        .findAny()
        .orElse(null);
  }

  /**
   * The findings that must come.
   *
   * @param heard what came of the gateway, ascending
   * @param until how far it was listened to
   */
  List<ExpectedFact> findings(List<Reading> heard, Instant until) {
    List<Silence> cuts = cuts(heard, until);
    List<ExpectedFact> found = new ArrayList<>();
    if (network != null) {
      for (Silence cut : cuts) {
        Instant due = cut.from().plus(shortest()).plus(SETTLES).plus(network.delays().raiseAfter());
        if (due.isBefore(cut.until())) {
          found.add(fact(Subject.of(gateway), network.id(), cut.from(), cut.until(), until));
        }
      }
    }
    if (line != null) {
      for (PointPlan point : plan.points()) {
        List<Reading> own = heard.stream().filter(r -> r.point().equals(point.id())).toList();
        point(point, line, own, cuts, until, found);
      }
    }
    return found;
  }

  /** Of the gateway that tells positions: silent while people were underground. */
  List<ExpectedFact> positions(GatewayId tags, List<Tick> heard, Instant until) {
    List<ExpectedFact> found = new ArrayList<>();
    List<Tick> told = heard.stream().filter(tick -> !tick.fixes().isEmpty()).toList();
    Duration dark = plan.silence().darkAfter(plan.tagPeriod());
    for (int i = 0; network != null && i < told.size(); i++) {
      Instant last = told.get(i).at();
      Instant next = i + 1 < told.size() ? told.get(i + 1).at() : until;
      Instant due = last.plus(dark).plus(SETTLES).plus(network.delays().raiseAfter());
      boolean below = told.get(i).fixes().stream().anyMatch(Fix::underground);
      if (below && due.isBefore(next)) {
        found.add(fact(Subject.of(tags), network.id(), last, next, until));
      }
    }
    return found;
  }

  /** From the last thing heard to the next, or to the end. */
  private record Silence(Instant from, Instant until) {}

  private Duration shortest() {
    return plan.points().stream().map(this::dark).min(Duration::compareTo).orElse(Duration.ZERO);
  }

  private Duration dark(PointPlan point) {
    return plan.silence().darkAfter(point.period());
  }

  private List<Silence> cuts(List<Reading> heard, Instant until) {
    TreeSet<Instant> times = new TreeSet<>();
    heard.forEach(reading -> times.add(reading.measured()));
    List<Silence> cuts = new ArrayList<>();
    Instant before = null;
    for (Instant time : times) {
      add(cuts, before, time);
      before = time;
    }
    add(cuts, before, until);
    return cuts;
  }

  private void add(List<Silence> cuts, @Nullable Instant from, Instant until) {
    if (from != null && from.plus(shortest()).isBefore(until)) {
      cuts.add(new Silence(from, until));
    }
  }

  private void point(
      PointPlan point,
      OutageRule rule,
      List<Reading> own,
      List<Silence> cuts,
      Instant until,
      List<ExpectedFact> into) {
    Instant since = null;
    for (int i = 0; i < own.size(); i++) {
      Reading reading = own.get(i);
      boolean sees = reading.quality().measures() || !reading.quality().blinds();
      if (sees && since != null) {
        into.add(fact(Subject.of(point.id()), rule.id(), since, reading.measured(), until));
      }
      since = sees ? null : since == null ? reading.measured() : since;
      Instant next = i + 1 < own.size() ? own.get(i + 1).measured() : until;
      boolean silent = reading.measured().plus(dark(point)).plus(SETTLES).isBefore(next);
      boolean alone =
          cuts.stream()
              .noneMatch(c -> !c.from().isBefore(reading.measured()) && !c.until().isAfter(next));
      since = since == null && silent && alone ? reading.measured() : since;
    }
    if (since != null) {
      into.add(fact(Subject.of(point.id()), rule.id(), since, until, until));
    }
  }

  private static ExpectedFact fact(
      Subject subject, String rule, Instant onset, Instant end, Instant until) {
    List<FindingKind> kinds =
        end.isBefore(until)
            ? List.of(FindingKind.OPENED, FindingKind.CLEARED)
            : List.of(FindingKind.OPENED);
    return new ExpectedFact(subject, rule, onset, kinds);
  }
}
