package io.minewatch.alerting.registry;

import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.rules.Template;
import io.minewatch.alerting.yaml.Fields;
import io.minewatch.domain.plan.CompoundRule;
import io.minewatch.domain.plan.InterlockRule;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.PondRule;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.SlopeRule;
import io.minewatch.domain.plan.Step;
import io.minewatch.domain.plan.VelocityRule;
import io.minewatch.domain.reading.PointId;
import io.minewatch.judge.compound.Expression;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code rules} of a mine: each row names a row of a pack and says what of this mine it
 * is about. A row that names none, that is not for mines of this class, or that is about a point
 * that the mine does not have, is refused: what is not judged must not look judged.
 */
final class MineRules {
  /** Fewest fans of which one is a standby. */
  private static final int WITH_STANDBY = 2;

  private final Fields mine;
  private final Map<String, Fields> rows = new HashMap<>();
  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final Map<String, List<String>> byPoint = new HashMap<>();

  /** Reads the section, where the mine has one. */
  MineRules(Fields mine, RulePacks packs, Set<String> classes) {
    this.mine = mine;
    if (mine.has("rules")) {
      mine.rows("rules").forEach(row -> read(row, packs, classes));
    }
  }

  private void read(Fields row, RulePacks packs, Set<String> classes) {
    String name = row.text("rule");
    for (Template template : packs.templates()) {
      if (template.id().equals(name)) {
        if (!template.appliesTo(classes)) {
          row.problem("%s is for mines that are %s".formatted(name, template.mines()));
        }
        make(row, template);
        row.refuseOthers();
        return;
      }
    }
    row.problem("no rule pack has a row '" + name + "' that waits for points");
  }

  private void make(Fields row, Template template) {
    List<String> points = row.has("points") ? row.texts("points") : List.of();
    try {
      for (Rule rule : template.maker().make(row, template.id() + "." + row.text("id"))) {
        if (rules.put(rule.id(), rule) != null) {
          row.problem("the id is there twice");
        }
        rows.put(rule.id(), row);
        if (rule instanceof SlopeRule || rule instanceof VelocityRule) {
          Set<String> judged = new LinkedHashSet<>(points);
          rule.points().forEach(axis -> judged.add(axis.value())); // each by itself, too
          judged.forEach(
              point -> byPoint.computeIfAbsent(point, p -> new ArrayList<>()).add(rule.id()));
          if (judged.isEmpty()) {
            row.problem("names no points");
          }
        }
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      row.problem(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Whether this is the switch of a main fan with a standby that one interlock names together: it
   * gives time for a change-over, so that no limit judges the switch by itself. Of auxiliary fans a
   * row may name those of several headings, of which each must run.
   */
  boolean hasStandby(String point) {
    PointId id = new PointId(point);
    return rules.values().stream()
        .filter(InterlockRule.class::isInstance)
        .map(InterlockRule.class::cast)
        .filter(rule -> rule.type() == InterlockRule.Type.MAIN_FAN_STOPPED)
        .filter(rule -> rule.switches().size() >= WITH_STANDBY)
        .flatMap(rule -> rule.switches().stream())
        .anyMatch(each -> each.point().equals(id));
  }

  /**
   * These rules, those of the points and of the mine as a whole, and when a point counts as dark.
   */
  List<Rule> with(Collection<Rule> ofPoints, List<Rule> ofMine, Rule silence) {
    List<Rule> all = new ArrayList<>(rules.values());
    all.addAll(ofPoints);
    all.addAll(ofMine);
    all.add(silence);
    return all;
  }

  /**
   * The points, referring to the rules of the mine that are about them.
   *
   * @param limits by id; a feed wants a gas point that cuts
   */
  List<PointPlan> over(List<PointPlan> points, Map<String, ? extends Rule> limits) {
    Map<PointId, PointPlan> known = new HashMap<>();
    points.forEach(point -> known.put(point.id(), point));
    for (String point : byPoint.keySet()) {
      if (!known.containsKey(new PointId(point))) {
        mine.problem("rules are about a point '" + point + "' that the mine does not have");
      }
    }
    byPoint.forEach(this::isCourseJudged);
    for (Rule rule : rules.values()) {
      for (PointId point : rule.points()) {
        if (!known.containsKey(point)) {
          row(rule).problem("there is no point '" + point + "'");
        }
      }
      if (rule instanceof CompoundRule own) {
        compiles(own, known);
      }
      if (rule instanceof PondRule pond) {
        fits(pond, known);
      }
      if (rule instanceof InterlockRule lock && isFeed(lock)) {
        for (PointId gas : lock.gas()) {
          PointPlan point = known.get(gas);
          if (point != null && point.rules().stream().noneMatch(id -> cuts(limits.get(id)))) {
            row(rule).problem("no limit of point '" + gas + "' cuts anything");
          }
        }
      }
    }
    return points.stream().map(this::over).toList();
  }

  /** A velocity is judged on the course of a point, which a row of {@code slopes} describes. */
  private void isCourseJudged(String point, List<String> ids) {
    if (ids.stream().map(rules::get).noneMatch(SlopeRule.class::isInstance)) {
      ids.stream()
          .map(rules::get)
          .filter(VelocityRule.class::isInstance)
          .forEach(
              rule ->
                  row(rule)
                      .problem(
                          "point '%s' has no row of slopes, without which no velocity is judged"
                              .formatted(point)));
    }
  }

  /** A beach told as a level of water would be found when it is long. */
  private void fits(PondRule pond, Map<PointId, PointPlan> known) {
    for (PondRule.Levels each : pond.levels()) {
      PointPlan point = known.get(each.point());
      if (point != null && !each.item().measures().contains(point.measure())) {
        row(pond)
            .problem(
                "point '%s' measures %s, which is no %s: it is of %s"
                    .formatted(point.id(), point.measure(), each.item(), each.item().measures()));
      }
    }
  }

  /** An expression that judging could not read is refused here, in its own words. */
  private void compiles(CompoundRule rule, Map<PointId, PointPlan> known) {
    try {
      Expression.of(
          rule,
          id -> {
            PointPlan point = known.get(id);
            return point == null ? null : point.measure();
          });
    } catch (IllegalArgumentException e) {
      row(rule).problem(String.valueOf(e.getMessage()));
    }
  }

  private Fields row(Rule rule) {
    return rows.getOrDefault(rule.id(), mine);
  }

  private static boolean isFeed(InterlockRule rule) {
    return rule.type() == InterlockRule.Type.FEED_LIVE
        || rule.type() == InterlockRule.Type.FEED_DEAD;
  }

  private static boolean cuts(@Nullable Rule rule) {
    return rule instanceof LimitRule limit
        && limit.steps().stream().anyMatch(step -> step.act() == Step.Act.CUT);
  }

  private PointPlan over(PointPlan point) {
    List<String> own = byPoint.get(point.id().value());
    if (own == null) {
      return point;
    }
    List<String> ids = new ArrayList<>(point.rules());
    ids.addAll(own);
    return new PointPlan(
        point.id(),
        point.zone(),
        point.measure(),
        point.name(),
        point.nameEnglish(),
        point.locationClass(),
        point.period(),
        ids,
        point.sensor());
  }
}
