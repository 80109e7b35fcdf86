package io.minewatch.alerting.group;

import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.chain.StageName;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.ZonePlan;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which open incident a new finding belongs to, by its cause: what hangs on the same cut line; the
 * same place and a related hazard; a place next to it, or the same hazard anywhere in the mine,
 * when the onsets lie close together. The nearest kind of cause first, then the longest open. A
 * drill never mixes with real.
 *
 * <p>A finding by which people themselves are threatened stands alone: it joins only what nobody
 * has answered to yet, of the same rule and subject, so that no answer to something else covers it;
 * and nothing joins it.
 */
public final class Grouping {
  private final GroupRules rules;
  private final @Nullable Plan plan;

  private Grouping(GroupRules rules, @Nullable Plan plan) {
    this.rules = rules;
    this.plan = plan;
  }

  /** Whether something is an exercise. */
  public enum Occasion {
    REAL,
    DRILL
  }

  /**
   * The incident to join, or null to open a new one.
   *
   * @param open open incidents, the longest open first
   * @param plan of the finding's mine, or null when it is not known: then nothing is a neighbour
   */
  public static @Nullable Incident join(
      List<Incident> open,
      Finding finding,
      Occasion occasion,
      @Nullable Plan plan,
      GroupRules rules) {
    List<Incident> candidates =
        open.stream()
            .filter(Incident::isOpen)
            .filter(incident -> incident.mine().equals(finding.mine()))
            .filter(incident -> incident.drill() == (occasion == Occasion.DRILL))
            .toList();
    Grouping grouping = new Grouping(rules, plan);
    return rules.isPersonSafety(finding)
        ? grouping.unanswered(candidates, finding)
        : grouping.ofOneCause(
            candidates.stream()
                .filter(each -> each.findings().stream().noneMatch(rules::isPersonSafety))
                .toList(),
            finding);
  }

  private @Nullable Incident unanswered(List<Incident> open, Finding finding) {
    return first(
        open.stream()
            .filter(each -> each.stage().name().compareTo(StageName.ACKNOWLEDGED) < 0)
            .toList(),
        finding,
        (known, fresh) ->
            known.rule().equals(fresh.rule()) && known.subject().equals(fresh.subject()));
  }

  private @Nullable Incident ofOneCause(List<Incident> open, Finding finding) {
    Root root = new Root(plan);
    Set<Subject> line = root.of(finding);
    Set<ZoneId> near = neighbours(finding.zone());
    List<BiPredicate<Finding, Finding>> causes =
        List.of(
            (known, fresh) -> !Collections.disjoint(line, root.of(known)),
            (known, fresh) ->
                known.subject().equals(fresh.subject())
                    || (fresh.zone() != null
                        && fresh.zone().equals(known.zone())
                        && rules.areRelated(known.hazard(), fresh.hazard())),
            (known, fresh) ->
                known.zone() != null
                    && near.contains(known.zone())
                    && rules.areRelated(known.hazard(), fresh.hazard())
                    && isClose(known, fresh),
            (known, fresh) -> known.hazard() == fresh.hazard() && isClose(known, fresh));
    for (BiPredicate<Finding, Finding> cause : causes) {
      Incident found = first(open, finding, cause);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable Incident first(
      List<Incident> open, Finding finding, BiPredicate<Finding, Finding> cause) {
    for (Incident incident : open) {
      if (incident.findings().stream().anyMatch(known -> cause.test(known, finding))) {
        return incident;
      }
    }
    return null;
  }

  private boolean isClose(Finding known, Finding fresh) {
    Duration apart = Duration.between(known.begun(), fresh.begun()).abs();
    return apart.compareTo(rules.within()) <= 0;
  }

  private Set<ZoneId> neighbours(@Nullable ZoneId zone) {
    Set<ZoneId> near = new HashSet<>();
    if (plan == null || zone == null) {
      return near;
    }
    for (ZonePlan each : plan.zones()) {
      if (each.id().equals(zone)) {
        near.addAll(each.neighbours());
        near.addAll(each.downwind());
      } else if (each.neighbours().contains(zone) || each.downwind().contains(zone)) {
        near.add(each.id());
      }
    }
    return near;
  }
}
