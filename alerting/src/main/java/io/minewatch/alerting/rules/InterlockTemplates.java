package io.minewatch.alerting.rules;

import io.minewatch.alerting.yaml.Fields;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.InterlockRule;
import io.minewatch.domain.reading.PointId;
import java.time.Duration;
import java.util.List;

/** Rows about interlocks: a mine names switches, gas points and zones behind. */
final class InterlockTemplates {
  private InterlockTemplates() {}

  static Templates.Read interlock(Fields row, Templates.Head head) {
    InterlockRule.Type type = row.constant("type", InterlockRule.Type.class);
    Severity severity = row.constant("severity", Severity.class);
    Severity aggravated =
        row.has("aggravated") ? row.constant("aggravated", Severity.class) : severity;
    Duration raiseAfter = Templates.delay(row, "raiseAfter");
    Duration clearAfter = Templates.delay(row, "clearAfter");
    return new Templates.Read(
        "%s, %s, worse %s; after %s, over after %s"
            .formatted(type, severity, aggravated, raiseAfter, clearAfter),
        (mine, id) ->
            List.of(
                new InterlockRule(
                    id,
                    type,
                    head.name(),
                    head.nameEnglish(),
                    mine.text("id"),
                    new ZoneId(mine.text("zone")),
                    switches(mine),
                    points(mine, "gas"),
                    mine.has("behind")
                        ? mine.texts("behind").stream().map(ZoneId::new).toList()
                        : List.of(),
                    severity,
                    aggravated,
                    raiseAfter,
                    clearAfter,
                    head.source())));
  }

  /** Those that are on at 1, and those that are wired the other way round. */
  private static List<InterlockRule.Switch> switches(Fields mine) {
    int on = mine.integer("on", 1);
    return mine.texts("switches").stream()
        .map(point -> new InterlockRule.Switch(new PointId(point), on))
        .toList();
  }

  private static List<PointId> points(Fields mine, String key) {
    return mine.has(key) ? mine.texts(key).stream().map(PointId::new).toList() : List.of();
  }
}
