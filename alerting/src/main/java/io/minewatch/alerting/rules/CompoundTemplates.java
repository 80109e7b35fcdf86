package io.minewatch.alerting.rules;

import io.minewatch.alerting.yaml.Fields;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.CompoundRule;
import io.minewatch.domain.plan.CompoundRule.Operand;
import io.minewatch.domain.reading.PointId;
import java.time.Duration;
import java.util.List;

/**
 * Rows about a mine's own conditions: a mine names what it is about, its operands, and, where the
 * row says none, the expression.
 */
final class CompoundTemplates {
  private CompoundTemplates() {}

  static Templates.Read compound(Fields row, Templates.Head head) {
    String when = row.text("when", "");
    Severity severity = row.constant("severity", Severity.class);
    Duration raiseAfter = Templates.delay(row, "raiseAfter");
    Duration clearAfter = Templates.delay(row, "clearAfter");
    return new Templates.Read(
        "%s when %s; after %s, over after %s"
            .formatted(severity, when.isEmpty() ? "the mine says" : when, raiseAfter, clearAfter),
        (mine, id) ->
            List.of(
                new CompoundRule(
                    id,
                    mine.text("name", head.name()),
                    mine.text("nameEnglish", head.nameEnglish()),
                    mine.text("id"),
                    new ZoneId(mine.text("zone")),
                    mine.rows("operands").stream().map(CompoundTemplates::operand).toList(),
                    when.isEmpty() ? mine.text("when") : when,
                    mine.has("severity") ? mine.constant("severity", Severity.class) : severity,
                    raiseAfter,
                    clearAfter,
                    head.source())));
  }

  private static Operand operand(Fields row) {
    Operand operand =
        new Operand(
            row.text("name"),
            row.has("point") ? new PointId(row.text("point")) : null,
            row.text("rule", ""));
    row.refuseOthers();
    return operand;
  }
}
