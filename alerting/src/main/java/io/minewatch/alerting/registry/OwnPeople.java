package io.minewatch.alerting.registry;

import io.minewatch.alerting.yaml.Fields;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.PeopleRule.Asks;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.reading.Name;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a mine says of its own people: its cap ({@code peopleLimit}), the cards of its leaders
 * ({@code people} with {@code leader: true}, and whoever is named for a shift in {@code leaders}),
 * and who may be in a restricted zone ({@code allowed} of the zone). Laid over the rows of the
 * packs, of which the first that asks something goes before the later ones: a regulation's before
 * the platform's.
 */
final class OwnPeople {
  private final int limit;
  private final List<CardId> leaders = new ArrayList<>();
  private final List<PeopleRule.Allowed> allowed = new ArrayList<>();

  /** Takes the fields of a mine file. */
  OwnPeople(Fields mine) {
    limit = mine.integer("peopleLimit", 0);
    Set<String> leads = new HashSet<>();
    for (Fields shift : mine.has("leaders") ? mine.rows("leaders") : List.<Fields>of()) {
      leads.addAll(shift.texts("people"));
    }
    for (Fields row : mine.has("people") ? mine.rows("people") : List.<Fields>of()) {
      if (Boolean.parseBoolean(row.text("leader", "")) || leads.contains(row.text("id"))) {
        leaders.addAll(cards(row, "cards"));
      }
    }
    if (limit < 0) {
      mine.problem("peopleLimit is not negative, was " + limit);
    }
  }

  /** Takes the row of a zone. */
  void zone(Fields row) {
    List<CardId> cards = cards(row, "allowed");
    if (!cards.isEmpty()) {
      allowed.add(new PeopleRule.Allowed(new ZoneId(row.text("id")), cards));
    }
  }

  private static List<CardId> cards(Fields row, String key) {
    List<CardId> cards = new ArrayList<>();
    for (String card : row.has(key) ? row.texts(key) : List.<String>of()) {
      if (Name.isValid(card)) {
        cards.add(new CardId(card));
      } else {
        row.problem(key + " holds what is no card");
      }
    }
    return cards;
  }

  /** The rules of this mine: each question once, with what it says of its own. */
  List<Rule> over(List<Rule> rules) {
    List<Rule> mine = new ArrayList<>();
    EnumSet<Asks> asked = EnumSet.noneOf(Asks.class);
    for (Rule rule : rules) {
      if (!(rule instanceof PeopleRule people)) {
        mine.add(rule);
      } else if (asked.add(people.asks())) {
        mine.add(own(people));
      }
    }
    return mine;
  }

  private PeopleRule own(PeopleRule rule) {
    PeopleRule.Numbers numbers = rule.numbers();
    return switch (rule.asks()) {
      case MINE_FULL ->
          limit <= 0
              ? rule
              : with(
                  rule,
                  new PeopleRule.Numbers(
                      limit, numbers.tolerance(), numbers.within(), numbers.singly()),
                  PeopleRule.Named.NOBODY,
                  "本矿核定井下人数；");
      case NO_LEADER -> with(rule, numbers, new PeopleRule.Named(leaders, List.of()), "");
      case RESTRICTED -> with(rule, numbers, new PeopleRule.Named(List.of(), allowed), "");
      case CROWDED,
          CROWDED_WORKPLACE,
          IDLE_MINE,
          OVERTIME,
          TWO_CARDS,
          TWO_PLACES,
          PARKED,
          DISTRESS,
          SILENT,
          UNKNOWN_PLACE ->
          rule;
    };
  }

  private static PeopleRule with(
      PeopleRule rule, PeopleRule.Numbers numbers, PeopleRule.Named named, String why) {
    Source law = rule.source();
    return new PeopleRule(
        rule.id(),
        rule.asks(),
        rule.name(),
        rule.nameEnglish(),
        rule.severity(),
        numbers,
        rule.delays(),
        named,
        new Source(law.pack(), why + law.clause(), law.date(), law.confidence()));
  }
}
