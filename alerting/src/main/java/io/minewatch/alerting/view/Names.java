package io.minewatch.alerting.view;

import io.minewatch.alerting.roster.Sight;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the zones and points of one mine are called; an id that the plan lost speaks for itself. */
final class Names {
  private final Map<ZoneId, ZonePlan> zones = new HashMap<>();
  private final Map<PointId, PointPlan> points = new HashMap<>();
  private final Map<String, Rule> rules = new HashMap<>();

  private final Sight sight;

  Names(@Nullable Plan plan, Sight sight) {
    this.sight = sight;
    if (plan != null) {
      plan.zones().forEach(zone -> zones.put(zone.id(), zone));
      plan.points().forEach(point -> points.put(point.id(), point));
      plan.rules().forEach(rule -> rules.put(rule.id(), rule));
    }
  }

  /** A card as the reader may see it. */
  String card(String id) {
    return sight.card(id);
  }

  String zone(ZoneId id) {
    ZonePlan zone = zones.get(id);
    return zone == null ? id.value() : zone.name();
  }

  String zoneEnglish(ZoneId id) {
    ZonePlan zone = zones.get(id);
    return zone == null ? id.value() : zone.nameEnglish();
  }

  /** What a finding is about. */
  String subject(Finding finding) {
    String id = finding.subject().id();
    return switch (finding.subject().kind()) {
      case POINT -> point(new PointId(id));
      case ZONE -> zone(new ZoneId(id));
      case CARD -> "标识卡 " + sight.card(id);
      case GATEWAY -> "网关 " + id;
      case SUBSTATION -> "分站 " + id;
      case CONDITION -> rule(finding.rule(), Rule::name, id);
      case MINE -> "全矿";
    };
  }

  String subjectEnglish(Finding finding) {
    String id = finding.subject().id();
    return switch (finding.subject().kind()) {
      case POINT -> pointEnglish(new PointId(id));
      case ZONE -> zoneEnglish(new ZoneId(id));
      case CARD -> "Card " + sight.card(id);
      case GATEWAY -> "Gateway " + id;
      case SUBSTATION -> "Substation " + id;
      case CONDITION -> rule(finding.rule(), Rule::nameEnglish, id);
      case MINE -> "The whole mine";
    };
  }

  /** What is wrong: the rule's own name, else what is measured, else the kind of judging. */
  String what(Finding finding) {
    Measure measure = finding.measure();
    String ours = measure == null ? finding.check().chinese() : measure.chinese();
    return rule(finding.rule(), Rule::name, ours);
  }

  String whatEnglish(Finding finding) {
    Measure measure = finding.measure();
    String ours = measure == null ? English.of(finding.check()) : English.of(measure);
    return rule(finding.rule(), Rule::nameEnglish, ours);
  }

  /** The rule's own name; empty where it has none. */
  String ofRule(String id) {
    return rule(id, Rule::name, "");
  }

  String ofRuleEnglish(String id) {
    return rule(id, Rule::nameEnglish, "");
  }

  /** What these zones are called, each once. */
  List<IncidentView.ZoneName> zones(Stream<ZoneId> ids) {
    return ids.distinct()
        .map(id -> new IncidentView.ZoneName(id.value(), zone(id), zoneEnglish(id)))
        .toList();
  }

  private String rule(String id, Function<Rule, String> name, String otherwise) {
    Rule rule = rules.get(id);
    String told = rule == null ? "" : name.apply(rule);
    return told.isEmpty() ? otherwise : told;
  }

  String point(PointId id) {
    PointPlan point = points.get(id);
    return point == null ? id.value() : point.name();
  }

  String pointEnglish(PointId id) {
    PointPlan point = points.get(id);
    return point == null ? id.value() : point.nameEnglish();
  }
}
