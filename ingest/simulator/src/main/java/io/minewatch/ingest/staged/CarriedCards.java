package io.minewatch.ingest.staged;

import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.PeopleRule.Asks;
import io.minewatch.ingest.script.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Two cards that move as one (一人多卡): one who goes to and fro has the card of another too. They are
 * a pair from the first move that they make together; it ends when they have been apart for longer
 * than a period. The card that is carried is told: it is read after the carrier's own.
 *
 * <p>Knows owners who stay at their place, carriers who pace as long as they carry, and nobody else
 * who crosses the same border at the same time.
 */
final class CarriedCards {
  private final Stage stage;
  private final PeopleRule rule;

  private CarriedCards(Stage stage, PeopleRule rule) {
    this.stage = stage;
    this.rule = rule;
  }

  static List<StagedFact> of(Stage stage) {
    PeopleRule rule = stage.asks(Asks.TWO_CARDS);
    List<StagedFact> all = new ArrayList<>();
    if (rule != null) {
      CarriedCards cards = new CarriedCards(stage, rule);
      stage.all(Incident.Carry.class).forEach(carry -> all.addAll(cards.found(carry)));
    }
    return all;
  }

  private List<StagedFact> found(Incident.Carry carry) {
    List<Instant> moves = new ArrayList<>();
    for (Instant cross : Crossings.of(stage, carry.carrier())) {
      if (cross.isAfter(stage.begin(carry)) && cross.isBefore(stage.end(carry))) {
        moves.add(cross);
      }
    }
    if (stage.roster().walks(carry.card()) || !Crossings.lastAsLongAs(stage, carry)) {
      throw new IllegalArgumentException("who carries " + carry + " paces all the time");
    }
    List<Instant> happenings = new ArrayList<>(List.of(stage.begin(carry)));
    happenings.addAll(moves);
    happenings.add(stage.end(carry));
    Course course =
        new Course(stage.subject(carry.card()), rule.id(), rule.severity(), rule.delays());
    for (Instant read : Reads.of(stage, happenings)) {
      course.look(holds(carry, moves, read), read);
    }
    return course.found();
  }

  private boolean holds(Incident.Carry carry, List<Instant> moves, Instant read) {
    long made = moves.stream().filter(move -> !move.isAfter(read)).count();
    boolean apart = read.isAfter(stage.end(carry).plus(stage.plan().tagPeriod()));
    return made > 0
        && !apart
        && made >= rule.numbers().limit()
        && Duration.between(moves.get(0), read).compareTo(rule.numbers().within()) >= 0;
  }
}
