package io.minewatch.alerting.desk;

import io.minewatch.alerting.journal.SuspectRows.Which;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.suspect.OfFinding;
import io.minewatch.alerting.suspect.Suspicion;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Raises the clues that facts are a reason for, and lets them grow. Whatever is looked at again
 * changes nothing. For one thread.
 */
public final class Suspicions {
  /** Facts of one step. */
  private static final int AT_ONCE = 500;

  /** After so many rounds what failed is tried again; an hour of rounds of five seconds. */
  private static final int TRIED_AGAIN = 720;

  private final Store store;
  private final Raising raising;
  private final LostPoints lost;
  private final Map<String, Integer> failed = new HashMap<>();
  private int round;

  /**
   * Makes one.
   *
   * @param lost tells whose cut it was
   */
  public Suspicions(Store store, ClueDesk clues, Mines mines, LostPoints lost) {
    this.store = store;
    this.raising = new Raising(clues, mines);
    this.lost = lost;
  }

  /**
   * Notes a new fact if it is a reason for a clue, in the transaction that keeps it.
   *
   * @param plan that holds; null where the mine has none
   */
  static void note(Store store, Finding fact, @Nullable Plan plan) {
    if (!OfFinding.isAsked(fact)) {
      return;
    }
    PeopleRule.Asks asks = OfFinding.isLost(fact) ? null : asks(plan, fact.rule());
    Suspicion suspicion = OfFinding.of(fact, asks);
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

  /** Takes the facts that wait, but for points that were lost. */
  public void facts() {
    round++;
    each(Which.OTHER, this::take);
  }

  /** Takes points that were lost while rising, once it can be told whose cut it was. */
  public void dark() {
    lost.look();
    each(
        Which.DARK,
        waiting -> {
          List<Suspicion> told = new ArrayList<>();
          for (Suspicion each : waiting) {
            guarded(each, () -> lost.judge(each, told));
          }
          take(told);
        });
  }

  @FunctionalInterface
  private interface Step {
    void take(List<Suspicion> waiting);
  }

  /** All that wait, some at a time, so that what cannot be taken stands before nothing else. */
  private void each(Which which, Step step) {
    String after = "";
    while (true) {
      List<Suspicion> some = store.suspects().waiting(which, after, AT_ONCE);
      if (some.isEmpty()) {
        return;
      }
      step.take(some.stream().filter(this::isDue).toList());
      after = ref(some.get(some.size() - 1));
    }
  }

  private void take(List<Suspicion> all) {
    Map<String, List<Suspicion>> byMine = new TreeMap<>();
    for (Suspicion each : all) {
      byMine.computeIfAbsent(each.mine(), any -> new ArrayList<>()).add(each);
    }
    for (List<Suspicion> ofMine : byMine.values()) {
      for (Suspicion each : Suspicion.united(ofMine)) {
        note(each, raising.take(each));
      }
    }
  }

  private void guarded(Suspicion suspicion, Runnable one) {
    note(suspicion, Raising.guarded(suspicion.feature() + " of " + suspicion.mine(), one));
  }

  private void note(Suspicion suspicion, boolean done) {
    Set<String> refs = new HashSet<>();
    suspicion.evidence().forEach(each -> refs.add(each.ref()));
    if (done) {
      failed.keySet().removeAll(refs);
    } else {
      refs.forEach(each -> failed.put(each, round));
    }
  }

  private boolean isDue(Suspicion suspicion) {
    Integer when = failed.get(ref(suspicion));
    return when == null || round - when >= TRIED_AGAIN;
  }

  private static String ref(Suspicion suspicion) {
    return suspicion.evidence().get(0).ref();
  }
}
