package io.minewatch.ingest.staged;

import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.PeopleRule.Asks;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.PointRule;
import io.minewatch.ingest.crew.Crew;
import io.minewatch.ingest.crew.Roster;
import io.minewatch.ingest.script.Incident;
import io.minewatch.ingest.script.Script;
import io.minewatch.ingest.world.ModelSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a simulated mine: what is staged, and all that is known of it without playing it.
 *
 * @param start of the script, which is played once
 * @param until when the run ends, within the shift in which it starts
 */
public record Stage(
    Plan plan, ModelSettings settings, Script script, Instant start, Instant until) {
  /** Refuses a script in rounds and a run over the change of a shift. */
  public Stage {
    if (!script.round().isZero()) {
      throw new IllegalArgumentException("a staged script is played once, not every round");
    }
    int shift = Crew.shiftAt(start, settings);
    if (shift != Crew.shiftAt(until.minusMillis(1), settings)
        || Duration.between(start, until).toHours() >= 24 / Crew.SHIFTS) {
      throw new IllegalArgumentException("the shift changes between " + start + " and " + until);
    }
  }

  <T extends Incident> List<T> all(Class<T> kind) {
    return script.incidents().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  boolean has(Class<? extends Incident> kind) {
    return script.incidents().stream().anyMatch(kind::isInstance);
  }

  Instant begin(Incident incident) {
    return start.plus(incident.after());
  }

  /** From when on it is not any more. */
  Instant end(Incident incident) {
    return begin(incident).plus(incident.lasts());
  }

  boolean isOn(Incident incident, Instant at) {
    return !at.isBefore(begin(incident)) && at.isBefore(end(incident));
  }

  @Nullable PeopleRule asks(Asks asks) {
    return plan.rulesOf(PeopleRule.class).stream()
        .filter(rule -> rule.asks() == asks)
        .findAny()
        .orElse(null);
  }

  /** The rule of a kind that judges a point, or null. */
  <R extends PointRule> @Nullable R ruleOf(PointPlan point, Class<R> kind) {
    List<R> rules = plan.rulesOf(kind);
    for (String id : point.rules()) {
      for (R rule : rules) {
        if (rule.id().equals(id)) {
          return rule;
        }
      }
    }
    return null;
  }

  CardId card(int person) {
    return roster().card(Crew.shiftAt(start, settings), person);
  }

  Subject subject(int person) {
    return Subject.of(card(person));
  }

  Roster roster() {
    return Roster.of(plan, settings);
  }

  /** The first time at or after one at which a point that reports with this period is read. */
  Instant due(Instant from, Duration period) {
    long since = Duration.between(start, from).toMillis();
    return start.plusMillis(-Math.floorDiv(-since, period.toMillis()) * period.toMillis());
  }
}
