package io.minewatch.alerting.registry;

import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.yaml.Fields;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.PointRule;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the points of a mine, and which rules of the packs hold at each. Where the law has limits
 * of a measure, or wants its changes reported, at some places, a point must say where it is:
 * without its location class it would be judged by nothing and look judged.
 */
final class PointRows {
  /** The location class of a place that is in no table: said, and so not forgotten. */
  static final String NONE = "none";

  private final RulePacks packs;
  private final Set<String> classes;
  private final MineRules ours;
  private final OwnLimits own;
  private final SwitchedOff off;

  /**
   * Takes what the mine itself says about points.
   *
   * @param classes of the mine
   * @param ours its own rules; a main fan with a standby is judged by the interlock of both
   */
  PointRows(Fields mine, RulePacks packs, Set<String> classes, MineRules ours) {
    this.packs = packs;
    this.classes = classes;
    this.ours = ours;
    this.own = new OwnLimits(mine);
    this.off = new SwitchedOff(mine);
  }

  /** To be called when all points are read. */
  void refuseUnused() {
    own.refuseUnused();
    off.refuseUnused();
  }

  /**
   * One point.
   *
   * @param all the rules by id, to which those of the point are added
   */
  PointPlan read(Fields row, Declared declared, Map<String, Rule> all) {
    Measure measure = row.constant("measure", Measure.class);
    String told = row.text("location", "");
    String location = told.equals(NONE) && measure != Measure.METHANE ? "" : told;
    String id = row.text("id");
    List<LimitRule> law = packs.at(location, measure, classes);
    List<LimitRule> rules =
        law.stream()
            .filter(each -> each.measure() != Measure.SWITCH || !ours.hasStandby(id))
            .filter(each -> !off.isOff(each, id))
            .map(each -> own.over(each, id))
            .toList();
    List<PointRule> early = packs.earlyAt(location, measure, classes);
    place(row, measure, told, law);
    rules.forEach(rule -> all.put(rule.id(), rule.clearingAfter(packs.hold())));
    early.forEach(rule -> all.put(rule.id(), rule));
    PointPlan point =
        new PointPlan(
            new PointId(id),
            new ZoneId(row.text("zone")),
            measure,
            row.text("name"),
            row.text("nameEnglish", row.text("name")),
            location,
            row.duration("period"),
            Stream.concat(rules.stream(), early.stream()).map(Rule::id).toList(),
            Declared.sensor(row));
    declared.sensor(row, measure);
    row.refuseOthers();
    return point;
  }

  private void place(Fields row, Measure measure, String location, List<LimitRule> law) {
    if (location.isEmpty()) {
      missing(row, measure);
    } else if (location.equals(NONE) && measure != Measure.METHANE) {
      return; // the mine says that no row of the law is about this place
    } else if (!packs.knowsLocation(location)) {
      row.problem("no rule pack knows the location class '" + location + "'");
    } else if (law.isEmpty() && !packs.isEarlyPlace(location, measure)) {
      row.problem(
          "no limit for %s at '%s' in a mine that is %s".formatted(measure, location, classes));
    }
  }

  /** What a switch is, only its location class says: one without is a feed, a door, a pump. */
  private void missing(Fields row, Measure measure) {
    String name = measure.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    Set<String> places = packs.locationsOf(measure, classes);
    if (measure == Measure.METHANE) {
      row.problem("a methane point needs a location class");
    } else if (measure != Measure.SWITCH && !places.isEmpty()) {
      row.problem(
          "a point of %s needs a location class, of %s, or '%s' where the place is none of them"
              .formatted(name, places, NONE));
    }
  }
}
