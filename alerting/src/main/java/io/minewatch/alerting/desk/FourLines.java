package io.minewatch.alerting.desk;

import io.minewatch.alerting.fourline.Causes;
import io.minewatch.alerting.fourline.FourLine;
import io.minewatch.alerting.fourline.FourLineIndex;
import io.minewatch.alerting.fourline.FourLineIndex.Question;
import io.minewatch.alerting.fourline.FourLineRules;
import io.minewatch.alerting.fourline.Judged;
import io.minewatch.alerting.fourline.Outage;
import io.minewatch.alerting.fourline.Row;
import io.minewatch.alerting.fourline.Span;
import io.minewatch.alerting.fourline.Spans;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.plan.OutageRule;
import io.minewatch.domain.plan.Plan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the four lines beside the findings they are made of, and answers for any period: whose each
 * is, is judged when it is asked, because another mine's cut may come to be known later.
 */
public final class FourLines {
  private static final int AT_ONCE = 1_000;
  private static final int COUNTY = 3;

  private final Store store;
  private final Mines mines;
  private final FourLineRules rules;
  private final Duration canary;
  private final Clock clock;

  /**
   * Makes one.
   *
   * @param canary how old the newest test reading may be before nobody watches
   */
  public FourLines(Store store, Mines mines, FourLineRules rules, Duration canary, Clock clock) {
    this.store = store;
    this.mines = mines;
    this.rules = rules;
    this.canary = canary;
    this.clock = clock;
  }

  /** What the rule of a finding is about; null where it is not known any more. */
  @FunctionalInterface
  interface RuleOf {
    OutageRule.@Nullable Of of(Finding finding);
  }

  /**
   * Notes a finding if it is about one of the four, in the transaction that keeps its newest fact.
   * A call waits for it: no plan is read that is not at hand.
   *
   * @param facts all there are of it, in the order in which they were found
   * @param plan that holds; null where the mine has none
   */
  static void note(Store store, List<Finding> facts, @Nullable Plan plan) {
    boolean isFirst = facts.size() == 1;
    if (isFirst || !FourLine.isOfItsRule(facts.get(0)) || isOneOfThem(store, facts)) {
      Outage outage = outage(facts, fact -> isFirst ? of(plan, fact.rule()) : null);
      if (outage != null) {
        store.fourLines().keep(outage);
      }
    }
  }

  /**
   * Whether a silent point was one of the four by its first fact, whatever its rule is about by
   * now; those of before there were rows are left to {@link FourLineFill}.
   */
  private static boolean isOneOfThem(Store store, List<Finding> facts) {
    return store.fourLines().has(facts.get(0).id());
  }

  /** The outage that these facts are of, or null if it is none of the four. */
  static @Nullable Outage outage(List<Finding> facts, RuleOf rules) {
    if (facts.isEmpty() || !FourLine.isAsked(facts.get(0))) {
      return null;
    }
    Finding first = facts.get(0);
    FourLine line = FourLine.of(first, FourLine.isOfItsRule(first) ? rules.of(first) : null);
    return line == null ? null : Outage.of(facts, line);
  }

  static OutageRule.@Nullable Of of(@Nullable Plan plan, String rule) {
    return plan == null
        ? null
        : plan.rulesOf(OutageRule.class).stream()
            .filter(each -> each.id().equals(rule))
            .map(OutageRule::of)
            .findFirst()
            .orElse(null);
  }

  /** Whether what was found before there were these rows is counted as well. */
  public boolean isWhole() {
    return !store.fourLines().isNew();
  }

  /** Notes of each new outage where its mine lies, and how many mines lie there. */
  public void stamp() {
    Map<String, String> nowhere = store.fourLines().nowhere(AT_ONCE);
    if (nowhere.isEmpty()) {
      return;
    }
    Map<String, Outage.County> counties = counties();
    store
        .database()
        .write(
            () -> {
              nowhere.forEach(
                  (finding, mine) ->
                      store
                          .fourLines()
                          .note(finding, counties.getOrDefault(mine, Outage.County.NOWHERE)));
              return nowhere;
            });
  }

  /** A test reading of this time has come all the way: the platform watches. */
  public void watched(@Nullable Instant at) {
    if (at == null || at.equals(store.watched().last())) {
      return;
    }
    store
        .database()
        .write(
            () -> {
              store.watched().watched(at, canary);
              return at;
            });
  }

  /**
   * When the platform did not watch within a span. Around each time at which judging found an
   * outage it did, though no test reading came back: then it was only this service that was away.
   * Before the first test reading nothing is known.
   */
  public Spans unwatched(Span span) {
    List<Span> left = new ArrayList<>();
    for (Span gap : store.watched().unwatched(span, canary, clock.instant()).parts()) {
      if (gap.from().equals(Instant.EPOCH)) {
        left.add(gap);
      } else {
        left.addAll(judging(gap).without(gap));
      }
    }
    return new Spans(left);
  }

  /** A finding shows that judging watched then, for as long as a test reading would. */
  private Spans judging(Span gap) {
    return Spans.of(
        store.fourLines().found(gap).stream()
            .map(at -> new Span(at.minus(canary), at.plus(canary)))
            .toList());
  }

  /** The index. */
  public List<Row> index(Question question) {
    return FourLineIndex.of(judged(question), question);
  }

  /** The outages that a question is about, each with whose it is, the earliest first. */
  public List<Judged> judged(Question question) {
    Span span = question.whole();
    return judged(question.mines().keySet(), span, question.unwatched(), question.now());
  }

  /**
   * The outages of these mines that meet a span, each with whose it is, the earliest first.
   *
   * @param unwatched when the platform did not watch, at least within the span
   * @param now until when what lasts has lasted
   */
  List<Judged> judged(Set<String> asked, Span span, Spans unwatched, Instant now) {
    List<Outage> own = store.fourLines().meeting(asked, span);
    return judged(own, ground(unwatched, now), known(asked, span));
  }

  /** Who asks about every mine there is knows every cut that began within the time asked about. */
  private Spans known(Set<String> asked, Span span) {
    boolean all = mines.all().stream().allMatch(each -> asked.contains(each.plan().mine().value()));
    return all ? Spans.of(List.of(span)) : Spans.NONE;
  }

  /** What is known beside the outages, once for many questions. */
  Causes.Ground ground(Spans unwatched, Instant now) {
    return new Causes.Ground(counties(), unwatched, rules, now);
  }

  /** These outages, each with whose it is, in their order. */
  List<Judged> judged(List<Outage> own, Causes.Ground ground) {
    return judged(own, ground, Spans.NONE);
  }

  private List<Judged> judged(List<Outage> own, Causes.Ground ground, Spans known) {
    Map<String, Outage> all = new LinkedHashMap<>();
    own.forEach(each -> all.put(each.finding(), each));
    new CutEvents(store, rules)
        .of(own, ground.counties(), known)
        .forEach(each -> all.putIfAbsent(each.finding(), each));
    return Causes.of(List.copyOf(all.values()), ground).subList(0, own.size());
  }

  private Map<String, Outage.County> counties() {
    Map<String, Integer> registered = new HashMap<>();
    mines.all().forEach(mine -> registered.merge(path(mine), 1, Integer::sum));
    Map<String, Outage.County> counties = new HashMap<>();
    for (MineEntry mine : mines.all()) {
      String path = path(mine);
      counties.put(
          mine.plan().mine().value(), new Outage.County(path, registered.getOrDefault(path, 0)));
    }
    return counties;
  }

  private static String path(MineEntry mine) {
    List<String> codes = mine.jurisdiction();
    return String.join("/", codes.subList(0, Math.min(COUNTY, codes.size())));
  }
}
