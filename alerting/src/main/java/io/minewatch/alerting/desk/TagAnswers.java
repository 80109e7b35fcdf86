package io.minewatch.alerting.desk;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.calling.Callee;
import io.minewatch.alerting.calling.Cause;
import io.minewatch.alerting.calling.State;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.notify.broadcast.BroadcastChannel;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.OwnAlarm;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to who calls for help by a tag: once somebody has acknowledged the incident, each tag
 * that calls is told, alone, that it was heard. What its system says of the delivery comes back as
 * of any other call.
 */
final class TagAnswers {
  private static final String TEXT = "求救已收到，正在组织救援，请保持冷静并留在安全处";
  private static final String ENGLISH =
      "Your call for help was heard, help is being organised; stay calm and where it is safe";

  private TagAnswers() {}

  /** One attempt for each tag that calls for help in this incident. */
  static List<Attempt> of(Incident incident, @Nullable Plan plan, Instant at) {
    List<Attempt> answers = new ArrayList<>();
    incident
        .openFindings()
        .filter(finding -> calls(finding, plan))
        .forEach(
            finding ->
                answers.add(
                    new Attempt(
                        incident.id() + "-t" + finding.id().value(),
                        new Cause(
                            incident.id(),
                            incident.mine().value(),
                            incident.version(),
                            incident.rung(),
                            incident.severity(),
                            Cause.Why.ANSWER),
                        BroadcastChannel.NAME,
                        new Callee("", "", "", "", finding.subject().id()),
                        "00",
                        TEXT,
                        ENGLISH,
                        at,
                        0,
                        new State.Queued(at))));
    return answers;
  }

  private static boolean calls(Finding finding, @Nullable Plan plan) {
    return finding.subject().kind() == Subject.Kind.CARD
        && (isToldByTheMine(finding)
            || (plan != null
                && plan.rules().stream()
                    .anyMatch(
                        rule ->
                            rule.id().equals(finding.rule())
                                && rule instanceof PeopleRule people
                                && people.asks() == PeopleRule.Asks.DISTRESS)));
  }

  /** A call for help of which the mine's own system has told, and not the positions of the tag. */
  private static boolean isToldByTheMine(Finding finding) {
    return OwnAlarm.Kind.DISTRESS.name().equals(finding.detail().get(Finding.REPORTED));
  }
}
