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
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.plan.OutageRule;
import io.minewatch.domain.plan.Plan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** Notes a new fact if it is about one of the four, in the transaction that keeps it. */
  static void note(Store store, Finding finding) {
    if (FourLine.isAsked(finding)) {
      note(store, store.findings().facts(finding.id()));
    }
  }

  private static void note(Store store, List<Finding> facts) {
    if (facts.isEmpty() || !FourLine.isAsked(facts.get(0))) {
      return;
    }
    Finding first = facts.get(0);
    FourLine line = FourLine.of(first, of(store.outbox().plan(first.mine()), first.rule()));
    if (line != null) {
      store.fourLines().keep(Outage.of(facts, line));
    }
  }

  private static OutageRule.@Nullable Of of(@Nullable Plan plan, String rule) {
    return plan == null
        ? null
        : plan.rulesOf(OutageRule.class).stream()
            .filter(each -> each.id().equals(rule))
            .map(OutageRule::of)
            .findFirst()
            .orElse(null);
  }

  /** Makes them from the findings that were kept before there were these rows, once. */
  public void fill() {
    if (!store.fourLines().isNew()) {
      return;
    }
    String after = "";
    List<FindingId> some = store.findings().ids(after, AT_ONCE);
    while (!some.isEmpty()) {
      List<FindingId> batch = some;
      store
          .database()
          .write(
              () -> {
                batch.forEach(id -> note(store, store.findings().facts(id)));
                return batch;
              });
      after = batch.get(batch.size() - 1).value();
      some = store.findings().ids(after, AT_ONCE);
    }
    store
        .database()
        .write(
            () -> {
              store.fourLines().made(clock.instant());
              return rules;
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

  /** When the platform did not watch within a span. */
  public Spans unwatched(Span span) {
    return store.watched().unwatched(span, canary, clock.instant());
  }

  /** The index. */
  public List<Row> index(Question question) {
    return FourLineIndex.of(
        judged(question.mines().keySet(), question.whole(), question.unwatched()), question);
  }

  /**
   * The outages of these mines that meet a span, each with whose it is, the earliest first.
   *
   * @param unwatched when the platform did not watch, at least within the span
   */
  public List<Judged> judged(Set<String> asked, Span span, Spans unwatched) {
    List<Outage> own = store.fourLines().meeting(asked, span);
    Map<String, String> counties = new HashMap<>();
    Map<String, Integer> registered = new HashMap<>();
    for (MineEntry mine : mines.all()) {
      String county = county(mine);
      counties.put(mine.plan().mine().value(), county);
      registered.merge(county, 1, Integer::sum);
    }
    Set<String> kept = own.stream().map(Outage::finding).collect(Collectors.toSet());
    List<Outage> all = new ArrayList<>(own);
    around(own, counties).stream().filter(each -> !kept.contains(each.finding())).forEach(all::add);
    Causes.Ground ground = new Causes.Ground(counties, registered, unwatched, rules);
    return Causes.of(all, ground).stream()
        .filter(each -> kept.contains(each.outage().finding()))
        .toList();
  }

  private static String county(MineEntry mine) {
    List<String> codes = mine.jurisdiction();
    return String.join("/", codes.subList(0, Math.min(COUNTY, codes.size())));
  }

  /** The network cuts of the same counties about the times at which these mines were cut off. */
  private List<Outage> around(List<Outage> own, Map<String, String> counties) {
    List<Outage> cuts = own.stream().filter(each -> each.line() == FourLine.NETWORK).toList();
    if (cuts.isEmpty()) {
      return List.of();
    }
    Set<String> touched = new HashSet<>();
    cuts.forEach(each -> touched.add(counties.getOrDefault(each.mine(), "")));
    Set<String> neighbours = new HashSet<>();
    counties.forEach(
        (mine, county) -> {
          if (touched.contains(county)) {
            neighbours.add(mine);
          }
        });
    Duration window = rules.window();
    Spans about =
        Spans.of(
            cuts.stream()
                .map(Outage::onset)
                .map(at -> new Span(at.minus(window), at.plus(window).plusMillis(1)))
                .toList());
    return about.parts().stream()
        .flatMap(part -> store.fourLines().beginning(neighbours, part, FourLine.NETWORK).stream())
        .toList();
  }
}
