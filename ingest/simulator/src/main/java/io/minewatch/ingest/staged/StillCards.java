package io.minewatch.ingest.staged;

import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.PeopleRule.Asks;
import io.minewatch.ingest.script.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cards that do not move while enough of the others do (静止不动): one that hangs on a nail, and one of
 * a person who works where it stands. What a fact names is the time since when it stands.
 *
 * <p>Knows a whole shift of people who stay, pace to the end of the run, or are on the way by their
 * trade.
 */
final class StillCards {
  private final Stage stage;
  private final PeopleRule rule;

  private StillCards(Stage stage, PeopleRule rule) {
    this.stage = stage;
    this.rule = rule;
  }

  /** Whether the run is too short for any, or all are known who move. */
  static boolean areKnown(Stage stage) {
    PeopleRule rule = stage.asks(Asks.PARKED);
    if (rule == null || stage.start().plus(rule.numbers().within()).isAfter(stage.until())) {
      return true;
    }
    boolean whole =
        stage.all(Incident.Pace.class).stream()
            .noneMatch(pace -> stage.end(pace).isBefore(stage.until()));
    return whole
        && stage.script().incidents().stream()
            .noneMatch(
                each ->
                    each instanceof Incident.Copy
                        || each instanceof Incident.Crowd
                        || each instanceof Incident.Stand
                        || each instanceof Incident.Absent
                        || each instanceof Incident.Hush
                        || each instanceof Incident.Disconnect);
  }

  static List<StagedFact> of(Stage stage) {
    PeopleRule rule = stage.asks(Asks.PARKED);
    List<StagedFact> all = new ArrayList<>();
    if (rule != null && areKnown(stage)) {
      StillCards cards = new StillCards(stage, rule);
      cards.everybody().forEach(person -> all.addAll(cards.found(person)));
      if (all.size() > rule.numbers().singly()) {
        throw new IllegalArgumentException(all.size() + " still cards are told as one");
      }
    }
    return all;
  }

  private IntStream everybody() {
    return IntStream.rangeClosed(1, stage.settings().people());
  }

  private List<StagedFact> found(int person) {
    if (stage.roster().walks(person)) {
      return List.of();
    }
    Course course = new Course(stage.subject(person), rule.id(), rule.severity(), rule.delays());
    List<Instant> moves = moves(person);
    for (Instant read : Reads.of(stage, moves)) {
      Instant since = last(moves, read);
      course.look(isStill(since, read) && othersMove(read), read, since);
    }
    return course.found();
  }

  private boolean isStill(Instant since, Instant now) {
    return Duration.between(since, now).compareTo(rule.numbers().within()) >= 0;
  }

  private boolean othersMove(Instant now) {
    long moved =
        everybody()
            .filter(each -> stage.roster().walks(each) || !isStill(last(moves(each), now), now))
            .count();
    int others = stage.settings().people() - 1;
    return moved > 0 && moved * 100.0 >= rule.numbers().limit() * others;
  }

  private static Instant last(List<Instant> moves, Instant now) {
    return moves.stream().filter(move -> !move.isAfter(now)).reduce((a, b) -> b).orElseThrow();
  }

  /** When a card came to where it is, ascending; first the start. */
  private List<Instant> moves(int person) {
    List<Instant> moves = new ArrayList<>(List.of(stage.start()));
    moves.addAll(Crossings.of(stage, person));
    for (Incident.Hang hang : stage.all(Incident.Hang.class)) {
      if (hang.person() == person) {
        moves.add(stage.begin(hang));
        moves.add(stage.end(hang));
      }
    }
    for (Incident.Carry carry : stage.all(Incident.Carry.class)) {
      if (carry.card() == person) {
        moves.add(stage.begin(carry));
        moves.add(stage.end(carry));
        Crossings.of(stage, carry.carrier()).stream()
            .filter(cross -> stage.isOn(carry, cross))
            .forEach(moves::add);
      }
    }
    moves.sort(Instant::compareTo);
    return moves;
  }
}
