package io.minewatch.judge.silence;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.OutageRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.SilenceRule;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.watch.About;
import io.minewatch.judge.watch.Conditions;
import io.minewatch.judge.watch.Conditions.Truth;
import io.minewatch.judge.watch.Look;
import io.minewatch.judge.watch.Terms;
import io.minewatch.judge.watch.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One look at all lines: the widest cut that explains a silence speaks for what lies behind it.
 * What a wider cut explains is left as it was: neither a finding of its own, nor an end of one.
 */
final class Outages {
  /** More points than this that never came are told as one. */
  static final int MOST_SINGLE = 10;

  private final Map<OutageRule.Of, OutageRule> rules;
  private final Lines lines;
  private final Conditions conditions;
  private final Told told;

  private final SilenceRule silence;
  private final long tagDarkAfter;
  private final Flagged flagged;

  /** Points whose silence a wider cut explains, or may soon. */
  private final boolean[] explained;

  /** Our time at which a gateway that is overdue will be silent, or never. */
  private long again = Long.MAX_VALUE;

  Outages(
      Plan plan,
      Map<OutageRule.Of, OutageRule> rules,
      Lines lines,
      Conditions conditions,
      Told told) {
    this.silence = plan.silence();
    this.tagDarkAfter = silence.darkAfter(plan.tagPeriod()).toMillis();
    this.rules = rules;
    this.lines = lines;
    this.conditions = conditions;
    this.told = told;
    this.explained = new boolean[lines.size()];
    this.flagged = new Flagged(rules.get(OutageRule.Of.UNSEEN), lines, conditions, told);
  }

  static Terms terms(OutageRule rule) {
    return new Terms(
        rule.id(),
        Check.SILENCE,
        Side.HIGH,
        rule.delays().raiseAfter().toMillis(),
        rule.delays().clearAfter().toMillis());
  }

  /**
   * Looks, and says when to look again at the latest: what is silent of a gateway that is overdue
   * is not judged before it is known whether the gateway is.
   */
  long look() {
    lines.gateways().forEach(this::gateway);
    substations().forEach(this::substation);
    missing();
    for (int p = 0; p < lines.size(); p++) {
      if (!explained[p]) {
        point(p);
      }
    }
    return again;
  }

  /** Many that never came are one finding of the mine: a system that was never connected. */
  private void missing() {
    List<Integer> never = new ArrayList<>();
    for (int p = 0; p < lines.size(); p++) {
      if (!lines.wasHeard(p) && lines.isSilent(p)) {
        never.add(p);
      }
    }
    boolean many = never.size() > MOST_SINGLE;
    if (many) {
      never.forEach(p -> explained[p] = true);
    }
    Subject mine = new Subject(Subject.Kind.MINE, told.mine().value());
    tell(OutageRule.Of.MISSING, mine, null, never, many ? Truth.HOLDS : Truth.GONE);
  }

  private void gateway(String name, boolean isCut) {
    List<Integer> behind = new ArrayList<>();
    for (int p = 0; p < lines.size(); p++) {
      if (lines.gateway(p).equals(name)) {
        behind.add(p);
      }
    }
    Subject subject = new Subject(Subject.Kind.GATEWAY, name);
    boolean holds = isCut || (behind.isEmpty() ? isMute(name) : isSilent(name, behind));
    if (holds || isOverdue(name, behind)) {
      behind.forEach(p -> explained[p] = true);
    }
    if (holds || !isStillOut(subject, behind)) {
      tell(OutageRule.Of.NETWORK, subject, null, behind, holds ? Truth.HOLDS : Truth.GONE);
    }
  }

  /**
   * Whether a gateway of positions that was silent is so still: only its own word brings it back.
   */
  private boolean isStillOut(Subject gateway, List<Integer> behind) {
    OutageRule rule = rules.get(OutageRule.Of.NETWORK);
    return rule != null
        && behind.isEmpty()
        && lines.senders.toldPositions(gateway.id())
        && conditions.isOpen(rule.id(), gateway)
        && Freshness.isDark(
            lines.senders.spoke(gateway.id()), told.resumed(), tagDarkAfter, told.now());
  }

  /** Whether a gateway that only tells positions fell silent while people were underground. */
  private boolean isMute(String name) {
    return lines.senders.withPeople().contains(name)
        && Freshness.isDark(lines.senders.spoke(name), told.resumed(), tagDarkAfter, told.now());
  }

  private boolean isSilent(String name, List<Integer> behind) {
    return behind.stream().allMatch(lines::isSilent)
        || (behind.stream().anyMatch(lines::isSilent) && told.now() >= darkAt(name, behind));
  }

  /** Whether something of it is silent and it has said nothing for half as long as it may. */
  private boolean isOverdue(String name, List<Integer> behind) {
    long darkAt = darkAt(name, behind);
    boolean waits =
        behind.stream().anyMatch(lines::isSilent)
            && told.now() < darkAt
            && told.now() >= darkAt - shortest(behind) / 2;
    again = waits ? Math.min(again, darkAt) : again;
    return waits;
  }

  private long darkAt(String name, List<Integer> behind) {
    long spoke = lines.senders.spoke(name);
    return spoke == Freshness.NEVER
        ? Long.MAX_VALUE
        : Freshness.darkAt(spoke, told.resumed(), shortest(behind));
  }

  private long shortest(List<Integer> behind) {
    return behind.stream()
        .mapToLong(p -> silence.darkAfter(lines.point(p).period()).toMillis())
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private Map<String, List<Integer>> substations() {
    Map<String, List<Integer>> wired = new TreeMap<>();
    for (int p = 0; p < lines.size(); p++) {
      String name = lines.point(p).sensor().substation();
      if (!name.isEmpty() && lines.wasHeard(p)) {
        wired.computeIfAbsent(name, any -> new ArrayList<>()).add(p);
      }
    }
    return wired;
  }

  private void substation(String name, List<Integer> behind) {
    if (behind.stream().allMatch(p -> explained[p])) {
      return; // its gateway is cut off: nothing is known of the substation itself
    }
    // One point alone may be its own fault; two that fail together are their substation's.
    boolean holds = behind.size() > 1 && behind.stream().noneMatch(lines::sees);
    if (holds) {
      behind.forEach(p -> explained[p] = true);
    }
    tell(
        OutageRule.Of.SUBSTATION,
        new Subject(Subject.Kind.SUBSTATION, name),
        commonZone(behind),
        behind,
        holds ? Truth.HOLDS : Truth.GONE);
  }

  private @Nullable ZoneId commonZone(List<Integer> behind) {
    List<ZoneId> zones = behind.stream().map(p -> lines.point(p).zone()).distinct().toList();
    return zones.size() == 1 ? zones.get(0) : null;
  }

  private void point(int p) {
    PointPlan point = lines.point(p);
    Subject subject = Subject.of(point.id());
    List<Integer> itself = List.of(p);
    boolean never = !lines.wasHeard(p);
    Truth line = lines.sees(p) || never ? Truth.GONE : Truth.HOLDS;
    tell(OutageRule.Of.LINE, subject, point.zone(), itself, line);
    Truth missing = never && lines.isSilent(p) ? Truth.HOLDS : Truth.GONE;
    tell(OutageRule.Of.MISSING, subject, point.zone(), itself, missing);
    flagged.look(p);
  }

  private void tell(
      OutageRule.Of of, Subject subject, @Nullable ZoneId zone, List<Integer> behind, Truth truth) {
    OutageRule rule = rules.get(of);
    if (rule == null || (truth == Truth.GONE && !conditions.isAstir(rule.id(), subject))) {
      return;
    }
    boolean law = behind.isEmpty() || behind.stream().anyMatch(lines::isLawful);
    Severity severity = law ? rule.lawful() : rule.other();
    boolean people = behind.isEmpty() && subject.kind() == Subject.Kind.GATEWAY;
    long spoke = people ? lines.senders.spoke(subject.id()) : Freshness.NEVER;
    long measured = spoke != Freshness.NEVER ? spoke : newest(behind, lines::measured);
    long received = spoke != Freshness.NEVER ? spoke : newest(behind, lines::received);
    Look look =
        new Look(
            severity,
            Double.NaN,
            0,
            told.now(),
            measured,
            received,
            truth == Truth.GONE ? Quality.GOOD : Quality.STALE,
            lines.named(behind));
    conditions.look(terms(rule), new About(subject, zone, null, ""), truth, look, told);
  }

  /** When the last word came; for what never spoke, since when it is asked for. */
  private long newest(List<Integer> behind, IntToLongFunction time) {
    long newest = Freshness.NEVER;
    for (int p : behind) {
      newest = Math.max(newest, time.applyAsLong(p));
    }
    return newest == Freshness.NEVER ? lines.asked : newest;
  }
}
