package io.minewatch.ingest.staged;

import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.PeopleRule.Asks;
import io.minewatch.ingest.script.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One card at two places (一卡两处): a card is read at its place and, one step later, far away. It
 * counts each time that nobody can have gone so far so soon; it is over when that was not so for
 * the time of the rule.
 *
 * <p>Knows owners who stay at their place, and copies that are read for no longer than that time.
 */
final class CopiedCards {
  private final Stage stage;
  private final PeopleRule rule;

  CopiedCards(Stage stage, PeopleRule rule) {
    this.stage = stage;
    this.rule = rule;
  }

  static List<StagedFact> of(Stage stage) {
    PeopleRule rule = stage.asks(Asks.TWO_PLACES);
    List<StagedFact> all = new ArrayList<>();
    if (rule != null) {
      CopiedCards cards = new CopiedCards(stage, rule);
      stage.all(Incident.Copy.class).forEach(copy -> all.addAll(cards.found(copy)));
    }
    return all;
  }

  private List<StagedFact> found(Incident.Copy copy) {
    if (stage.roster().walks(copy.person())
        || copy.lasts().compareTo(rule.numbers().within()) > 0) {
      throw new IllegalArgumentException("the copy of one who stays, within the time of " + rule);
    }
    int zones = new Ways(stage.plan()).between(stage.roster().place(copy.person()), copy.zone());
    Duration least =
        Duration.ofMillis(Math.round(zones * rule.numbers().tolerance() * 1_000)); // on the way
    Course course =
        new Course(stage.subject(copy.person()), rule.id(), rule.severity(), rule.delays());
    Duration step = stage.settings().step();
    Instant there = null;
    int jumps = 0;
    Instant jumped = null;
    for (Instant own : Reads.of(stage, List.of(stage.begin(copy), stage.end(copy)))) {
      if (there != null && Duration.between(there, own).compareTo(least) < 0) {
        jumps++;
        jumped = own;
      }
      course.look(holds(jumps, jumped, own), own);
      there = null;
      Instant next = own.plus(step);
      if (stage.isOn(copy, own) && stage.isOn(copy, next) && next.isBefore(stage.until())) {
        there = next;
        if (step.compareTo(least) < 0) {
          jumps++;
          jumped = next;
        }
        course.look(holds(jumps, jumped, next), next);
      }
    }
    return course.found();
  }

  private boolean holds(int jumps, @Nullable Instant last, Instant now) {
    return last != null
        && jumps >= rule.numbers().limit()
        && !now.isAfter(last.plus(rule.numbers().within()));
  }
}
