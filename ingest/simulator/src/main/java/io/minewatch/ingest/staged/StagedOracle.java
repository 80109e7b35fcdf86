package io.minewatch.ingest.staged;

import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.LostRule;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PlausibleRule;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.reading.PointId;
import io.minewatch.ingest.script.Incident;
import java.util.ArrayList;
import java.util.List;

/**
 * What must be found of cards that are copied, carried by others or left hanging, of wild values
 * and of points that are lost while they rise: subject, rule, colour, onset and the time of every
 * fact. All of it follows from the plan and the script; no reading and no position is looked at.
 *
 * <p>What the script does not settle it does not know, and {@link #knows} says so.
 */
public final class StagedOracle {
  private final Stage stage;

  /**
   * Takes a run.
   *
   * @throws IllegalArgumentException by {@link #facts} if the script stages what cannot be told
   *     exactly
   */
  public StagedOracle(Stage stage) {
    this.stage = stage;
  }

  /** The findings that must come, none more and none less of what is known. */
  public List<StagedFact> facts() {
    List<StagedFact> all = new ArrayList<>();
    all.addAll(CopiedCards.of(stage));
    all.addAll(CarriedCards.of(stage));
    all.addAll(StillCards.of(stage));
    all.addAll(WildValues.of(stage));
    all.addAll(LostPoints.of(stage));
    return all;
  }

  /** Whether all is known of what a rule finds about a subject. */
  public boolean knows(String rule, Subject subject) {
    Plan plan = stage.plan();
    for (Rule each : plan.rules()) {
      if (each.id().equals(rule)) {
        return knows(each, subject);
      }
    }
    return false;
  }

  private boolean knows(Rule rule, Subject subject) {
    if (rule instanceof PeopleRule people) {
      return switch (people.asks()) {
        case TWO_CARDS, TWO_PLACES ->
            !stage.has(Incident.Crowd.class)
                && !stage.has(Incident.Stand.class)
                && !stage.has(Incident.Disconnect.class);
        case PARKED -> StillCards.areKnown(stage);
        case CROWDED, CROWDED_WORKPLACE, IDLE_MINE, MINE_FULL, NO_LEADER -> false;
        case DISTRESS, SILENT, OVERTIME, RESTRICTED, UNKNOWN_PLACE -> false;
      };
    }
    if (rule instanceof PlausibleRule) {
      return WildValues.areKnown(stage, subject);
    }
    return rule instanceof LostRule
        && subject.kind() == Subject.Kind.POINT
        && LostPoints.areKnown(stage, new PointId(subject.id()));
  }
}
