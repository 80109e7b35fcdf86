package io.minewatch.judge.people;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.PeopleRule.Asks;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.Side;
import io.minewatch.judge.watch.Terms;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a plan asks about its people. */
final class Questions {
  /**
   * One of them.
   *
   * @param left how it is judged of one who has left the mine: that ends it at once
   */
  record Question(PeopleRule rule, Terms terms, Terms left) {
    static Question of(PeopleRule rule) {
      long raise = rule.delays().raiseAfter().toMillis();
      long clear = rule.delays().clearAfter().toMillis();
      Side side = rule.asks() == Asks.NO_LEADER ? Side.LOW : Side.HIGH;
      return new Question(
          rule,
          new Terms(rule.id(), Check.PEOPLE, side, raise, clear),
          new Terms(rule.id(), Check.PEOPLE, side, raise, 0));
    }

    double limit() {
      return rule.numbers().limit();
    }

    long within() {
      return rule.numbers().within().toMillis();
    }
  }

  private final EnumMap<Asks, Question> asked = new EnumMap<>(Asks.class);
  private final Map<ZoneId, Set<CardId>> allowed = new HashMap<>();
  private final Set<CardId> leaders = new HashSet<>();

  Questions(Plan plan) {
    for (PeopleRule rule : plan.rulesOf(PeopleRule.class)) {
      asked.put(rule.asks(), Question.of(rule));
      rule.named()
          .allowed()
          .forEach(
              each ->
                  allowed
                      .computeIfAbsent(each.zone(), zone -> new HashSet<>())
                      .addAll(each.cards()));
      leaders.addAll(rule.named().leaders());
    }
  }

  @Nullable Question of(Asks asks) {
    return asked.get(asks);
  }

  Collection<Question> all() {
    return asked.values();
  }

  boolean isEmpty() {
    return asked.isEmpty();
  }

  /** What is asked. */
  Set<Asks> asked() {
    return asked.keySet();
  }

  boolean mayBeIn(CardId card, ZoneId zone) {
    return allowed.getOrDefault(zone, Set.of()).contains(card);
  }

  boolean leads(CardId card) {
    return !leaders.isEmpty() && leaders.contains(card);
  }

  /** How far a card may be read from where it stands; 0 where nobody asks. */
  double metres(Asks asks) {
    Question question = asked.get(asks);
    return question == null ? 0 : question.rule().numbers().tolerance();
  }
}
