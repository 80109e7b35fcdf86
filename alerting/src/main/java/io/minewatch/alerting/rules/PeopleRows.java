package io.minewatch.alerting.rules;

import io.minewatch.alerting.yaml.Fields;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.PeopleRule.Asks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads the rows of the section {@code people}. */
final class PeopleRows {
  private PeopleRows() {}

  static RuleSections.Read read(Fields row, RuleSections.Head head) {
    PeopleRule.Numbers numbers =
        new PeopleRule.Numbers(
            row.has("limit") ? row.number("limit") : 0,
            row.has("tolerance") ? row.number("tolerance") : 0,
            row.duration("within", Duration.ZERO),
            row.integer("singly", 0));
    PeopleRule rule =
        new PeopleRule(
            head.id(),
            row.constant("asks", Asks.class),
            head.name(),
            head.nameEnglish(),
            row.constant("severity", Severity.class),
            numbers,
            head.delays(),
            PeopleRule.Named.NOBODY,
            head.source());
    return new RuleSections.Read(rule, words(rule));
  }

  private static String words(PeopleRule rule) {
    PeopleRule.Numbers numbers = rule.numbers();
    List<String> words = new ArrayList<>();
    words.add(rule.asks() + " is " + rule.severity());
    if (numbers.limit() > 0) {
      words.add("limit " + numbers.limit() + " " + rule.asks().unit());
    }
    if (numbers.tolerance() > 0) {
      words.add("tolerance " + numbers.tolerance());
    }
    if (!numbers.within().isZero()) {
      words.add("within " + numbers.within());
    }
    if (numbers.singly() > 0) {
      words.add("singly " + numbers.singly());
    }
    words.add("after " + rule.delays().raiseAfter() + ", over after " + rule.delays().clearAfter());
    return String.join("; ", words);
  }
}
