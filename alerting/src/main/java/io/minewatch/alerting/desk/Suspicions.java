package io.minewatch.alerting.desk;

import io.minewatch.alerting.fourline.FourLineRules;
import io.minewatch.alerting.fourline.Judged;
import io.minewatch.alerting.fourline.MinePlace;
import io.minewatch.alerting.fourline.Span;
import io.minewatch.alerting.journal.ChangeRows.Change;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.suspect.OfFinding;
import io.minewatch.alerting.suspect.OfOutages;
import io.minewatch.alerting.suspect.OfRecord;
import io.minewatch.alerting.suspect.Suspicion;
import io.minewatch.alerting.suspect.SuspicionRules;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.ShiftPlan;
import io.minewatch.series.note.Rewrite;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Raises the clues that a machine has, and lets them grow: from facts as they come, from outages
 * that repeat, from what was told twice, and from changes that lower protection. Whatever is looked
 * at again changes nothing.
 */
public final class Suspicions {
  /** Facts of one round. */
  private static final int AT_ONCE = 500;

  private final Store store;
  private final ClueDesk clues;
  private final FourLines lines;
  private final Mines mines;
  private final Terms terms;
  private final Clock clock;

  /** By which numbers. */
  public record Terms(SuspicionRules rules, FourLineRules lines) {}

  /** What was told twice of a mine within a span, differently, as far as it is known. */
  @FunctionalInterface
  public interface ToldTwice {
    List<Rewrite> of(String mine, Instant from, Instant to);
  }

  public Suspicions(
      Store store, ClueDesk clues, FourLines lines, Mines mines, Terms terms, Clock clock) {
    this.store = store;
    this.clues = clues;
    this.lines = lines;
    this.mines = mines;
    this.terms = terms;
    this.clock = clock;
  }

  /** Notes a new fact if it is a reason for a clue, in the transaction that keeps it. */
  static void note(Store store, Finding fact) {
    if (!OfFinding.isAsked(fact)) {
      return;
    }
    Suspicion suspicion = OfFinding.of(fact, asks(store.outbox().plan(fact.mine()), fact.rule()));
    if (suspicion != null) {
      store.suspects().add(suspicion);
    }
  }

  private static PeopleRule.@Nullable Asks asks(@Nullable Plan plan, String rule) {
    return plan == null
        ? null
        : plan.rulesOf(PeopleRule.class).stream()
            .filter(each -> each.id().equals(rule))
            .map(PeopleRule::asks)
            .findFirst()
            .orElse(null);
  }

  /** Takes the facts that wait. */
  public void facts() {
    for (Suspicion each : store.suspects().waiting(AT_ONCE)) {
      suspect(each);
      store
          .database()
          .write(
              () -> {
                store.suspects().done(each);
                return each;
              });
    }
  }

  private void suspect(Suspicion suspicion) {
    String path = mines.path(suspicion.mine());
    clues.suspect(suspicion, path == null ? suspicion.mine() : path);
  }

  /** Looks at what has repeated, and at what was changed. */
  public void repeated() {
    Instant now = clock.instant();
    Span span = new Span(now.minus(terms.rules().within()), now);
    Map<String, List<Judged>> outages =
        lines.judged(mines.paths().keySet(), span, lines.unwatched(span), now).stream()
            .filter(each -> !each.outage().onset().isBefore(span.from()))
            .collect(Collectors.groupingBy(each -> each.outage().mine()));
    outages.forEach(
        (mine, all) ->
            OfOutages.of(all, terms.rules(), zone(mine), terms.lines().leastMines())
                .forEach(this::suspect));
    for (Change change : store.changes().lowered(span.from())) {
      String where =
          change.lowered().stream().map(each -> each.where()).collect(Collectors.joining(", "));
      suspect(OfRecord.lowered(change.mine(), change.id(), shortened(where)));
    }
  }

  private static String shortened(String where) {
    return where.substring(0, Math.min(where.length(), 500));
  }

  /** Looks at what the archive noted of mines. */
  public void toldTwice(Iterable<String> of, ToldTwice record) {
    Instant now = clock.instant();
    for (String mine : of) {
      TreeSet<String> seen = new TreeSet<>();
      for (Rewrite each : record.of(mine, now.minus(terms.rules().within()), now)) {
        Suspicion suspicion = of(mine, each);
        if (seen.add(suspicion.evidence().get(0).ref())) {
          suspect(suspicion);
        }
      }
    }
  }

  private Suspicion of(String mine, Rewrite rewrite) {
    LocalDate day = LocalDate.ofInstant(rewrite.received(), zone(mine));
    String gateway = rewrite.gateway().value();
    return rewrite.cause() == Rewrite.Cause.CLOCK_PUT_BACK
        ? OfRecord.clockPutBack(mine, gateway, day)
        : OfRecord.rewritten(mine, gateway, rewrite.point(), day);
  }

  private ZoneId zone(String mine) {
    MineEntry entry = mines.find(mine);
    return MinePlace.zone(entry == null ? ShiftPlan.NOT_TOLD : entry.plan().shifts());
  }
}
