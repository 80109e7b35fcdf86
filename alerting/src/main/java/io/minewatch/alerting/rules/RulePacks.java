package io.minewatch.alerting.rules;

import io.minewatch.alerting.chain.ChainRules;
import io.minewatch.alerting.group.GroupRules;
import io.minewatch.alerting.load.LoadRules;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.PointRule;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.SilenceRule;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.reading.Measure;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All effective rules.
 *
 * @param limits the rows of all regulations; a row knows the classes of mines to which it applies
 * @param early the rows of early warning and of maintenance of all packs
 * @param chain the numbers of the chain; its ladder holds the positions in Chinese
 * @param grouping what counts as one cause
 * @param load when people are told too much
 * @param hold how long a reading must stay beyond restore before its finding clears; a mine's plan
 *     carries it, the rows of the law do not
 * @param ladderEnglish the same positions in English
 * @param templates rows that become rules with the points of a mine
 * @param rows rows that are about every mine of their classes as a whole
 * @param proposals every row of the platform's own pack as id, value and source
 * @param callout how people are called
 * @param inspection the numbers of remote inspection
 */
public record RulePacks(
    List<Regulation> regulations,
    List<LimitRow> limits,
    List<EarlyRow> early,
    SilenceRule silence,
    ChainRules chain,
    GroupRules grouping,
    LoadRules load,
    Duration hold,
    List<String> ladderEnglish,
    List<Template> templates,
    List<RuleRow> rows,
    List<Proposal> proposals,
    Callout callout,
    Inspection inspection) {
  /** A number without a regulation. */
  public record Proposal(String id, String value, Source source, String mark) {}

  /**
   * A regulation that is written down as a pack.
   *
   * @param classes of mines that it knows; a mine belongs under it by being of one of them
   */
  public record Regulation(String pack, String name, String nameEnglish, Set<String> classes) {
    public Regulation {
      classes = Set.copyOf(classes);
    }
  }

  public RulePacks {
    regulations = List.copyOf(regulations);
    limits = List.copyOf(limits);
    early = List.copyOf(early);
    ladderEnglish = List.copyOf(ladderEnglish);
    templates = List.copyOf(templates);
    rows = List.copyOf(rows);
    proposals = List.copyOf(proposals);
  }

  /** Where the number of a rule comes from, by rule id. */
  public SortedMap<String, Source> sources() {
    SortedMap<String, Source> sources = new TreeMap<>();
    limits.forEach(row -> sources.put(row.rule().id(), row.rule().source()));
    templates.forEach(row -> sources.put(row.id(), row.source()));
    early.forEach(row -> sources.put(row.rule().id(), row.rule().source()));
    rows.forEach(row -> sources.put(row.rule().id(), row.rule().source()));
    proposals.forEach(row -> sources.put(row.id(), row.source()));
    return sources;
  }

  /** The classes of mines that a registry may name. */
  public Set<String> mineClasses() {
    Set<String> classes = new TreeSet<>();
    regulations.forEach(regulation -> classes.addAll(regulation.classes()));
    return classes;
  }

  /** The rules of the mine as a whole, for a mine of these classes. */
  public List<Rule> ofMine(Set<String> mineClasses) {
    return rows.stream().filter(row -> row.appliesTo(mineClasses)).map(RuleRow::rule).toList();
  }

  public boolean knowsLocation(String location) {
    return limits.stream().anyMatch(row -> row.location().equals(location))
        || early.stream().anyMatch(row -> row.locations().contains(location));
  }

  /**
   * The rules of early warning and maintenance of a measure at a location class of such a mine; of
   * several of one kind the first is meant.
   */
  public List<PointRule> earlyAt(String location, Measure measure, Set<String> mineClasses) {
    return early.stream()
        .filter(row -> row.isAbout(location, measure, mineClasses))
        .map(EarlyRow::rule)
        .toList();
  }

  /** Whether a row of early warning names this class of places for the measure. */
  public boolean isEarlyPlace(String location, Measure measure) {
    return early.stream()
        .anyMatch(row -> row.locations().contains(location) && row.rule().fits(measure));
  }

  /**
   * The location classes at which a mine of these classes has limits of a measure, or has to report
   * its changes.
   */
  public Set<String> locationsOf(Measure measure, Set<String> mineClasses) {
    Stream<String> limited =
        limits.stream()
            .filter(row -> row.rule().measure() == measure && row.appliesTo(mineClasses))
            .map(LimitRow::location);
    return Stream.concat(limited, early.stream().flatMap(row -> row.asked(measure, mineClasses)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The rules of a measure at a location class of a mine of these classes. */
  public List<LimitRule> at(String location, Measure measure, Set<String> mineClasses) {
    return limits.stream()
        .filter(row -> row.location().equals(location))
        .filter(row -> row.rule().measure() == measure)
        .filter(row -> row.appliesTo(mineClasses))
        .map(LimitRow::rule)
        .toList();
  }
}
