package io.minewatch.ingest.files.registry;

import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.Step;
import io.minewatch.domain.plan.ZonePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the registry knows of one mine before a definition file is looked at. */
public final class KnownMine {
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** A mine with these entries; of two with one id the later counts. */
  public KnownMine(List<Entry> entries) {
    entries.forEach(entry -> this.entries.put(key(entry.subject(), entry.id()), entry));
  }

  /**
   * The points and zones of a plan, as entered by a person: a file may then change them, never
   * propose to remove them. The steps of the limit rules stand under the names that definition
   * files give to thresholds.
   */
  public static KnownMine of(Plan plan) {
    List<Entry> entries = new ArrayList<>();
    for (ZonePlan zone : plan.zones()) {
      SortedMap<String, String> fields = new TreeMap<>();
      fields.put("name", zone.name());
      if (zone.peopleLimit() > 0) {
        fields.put("people", String.valueOf(zone.peopleLimit()));
      }
      entries.add(new Entry(Subject.ZONE, zone.id().value(), "", fields));
    }
    for (PointPlan point : plan.points()) {
      SortedMap<String, String> fields = new TreeMap<>();
      fields.put("name", point.name());
      fields.put("measure", point.measure().name());
      plan.limits().stream()
          .filter(rule -> point.rules().contains(rule.id()))
          .forEach(rule -> putThresholds(rule, fields));
      entries.add(new Entry(Subject.POINT, point.id().value(), "", fields));
    }
    return new KnownMine(entries);
  }

  private static void putThresholds(LimitRule rule, SortedMap<String, String> fields) {
    String side = rule.side() == Side.HIGH ? "upper" : "lower";
    boolean cuts = false;
    for (Step step : rule.steps()) {
      boolean cut = step.act() == Step.Act.CUT;
      cuts |= cut;
      if (step.act() != Step.Act.WITHDRAW) { // no file of the national formats tells one
        fields.putIfAbsent(side + (cut ? "Cut" : "Alarm"), String.valueOf(step.at()));
      }
    }
    fields.put(side + (cuts ? "Restore" : "Release"), String.valueOf(rule.restore()));
  }

  /** The entry, or null if it is not known. */
  public @Nullable Entry entry(Subject subject, String id) {
    return entries.get(key(subject, id));
  }

  /** All entries, in the order given. */
  public List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  private static String key(Subject subject, String id) {
    return subject + " " + id;
  }
}
