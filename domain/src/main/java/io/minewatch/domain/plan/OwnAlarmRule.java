package io.minewatch.domain.plan;

import io.minewatch.domain.finding.OwnAlarm;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.reading.Name;
import java.util.Objects;

/**
 * How an alarm that a system of the mine's own raised is shown and called. A plan has one for a
 * kind; without one such alarms are refused.
 *
 * @param of what was raised
 * @param name in Chinese
 * @param nameEnglish in English
 */
public record OwnAlarmRule(
    String id, OwnAlarm.Kind of, String name, String nameEnglish, Severity severity, Source source)
    implements Rule {
  public OwnAlarmRule {
    Name.require("a rule id", id);
    Objects.requireNonNull(of, "of");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(nameEnglish, "nameEnglish");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(source, "source");
  }
}
