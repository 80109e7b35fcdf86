package io.minewatch.alerting.desk;

import io.minewatch.alerting.clue.Clue;
import io.minewatch.alerting.clue.Clue.Verdict;
import io.minewatch.alerting.clue.ClueAct;
import io.minewatch.alerting.clue.ClueClocks;
import io.minewatch.alerting.clue.ClueEvent;
import io.minewatch.alerting.clue.ClueEvidence;
import io.minewatch.alerting.clue.ClueRefusal;
import io.minewatch.alerting.clue.ClueRegister;
import io.minewatch.alerting.clue.ClueStart;
import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.suspect.Suspicion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where clues are raised and worked, each act with its row of the ledger in one transaction. Who
 * looks at one leaves a row too.
 */
public final class ClueDesk {
  private static final int AT_ONCE = 100;

  /** Days are looked at whole, and the clock of a mine may be ahead. */
  private static final Duration WHOLE_DAYS = Duration.ofDays(2);

  private final Store store;
  private final ClueClocks clocks;
  private final Duration within;
  private final Clock clock;

  /**
   * Makes one.
   *
   * @param within of how many days back a machine suspects anything: what was closed before holds
   *     nothing of it
   */
  public ClueDesk(Store store, ClueClocks clocks, Duration within, Clock clock) {
    this.store = store;
    this.clocks = clocks;
    this.within = within;
    this.clock = clock;
  }

  /** The same for what is suspected of so many days back: closed clues hold what is of them. */
  ClueDesk lookedBack(Duration over) {
    return new ClueDesk(store, clocks, over, clock);
  }

  /**
   * What came of an act.
   *
   * @param clue as it stands afterwards; null where none was made
   * @param refusal null when it was done
   */
  public record Answer(@Nullable Clue clue, @Nullable ClueRefusal refusal) {}

  /** A person raises a clue; its id is the number of its row. */
  public Answer raise(ClueStart start, String by) {
    return store.database().write(() -> raised(start, by));
  }

  private Answer raised(ClueStart start, String by) {
    Verdict verdict = ClueRegister.raised(start, now(), by, clocks);
    if (verdict instanceof Verdict.Moved moved) {
      String id = "c-" + (store.ledger().head().seq() + 1);
      Clue clue = Clue.begun(id, (ClueEvent.Raised) moved.event());
      store.clueJournal().append(clue, moved.event());
      return new Answer(clue, null);
    }
    return new Answer(null, ((Verdict.Refused) verdict).refusal());
  }

  /**
   * Does an act on a clue as the person saw it.
   *
   * @param version that was seen; another since is refused
   * @param act made with the time of the transaction
   * @return null if there is no such clue
   */
  public @Nullable Answer act(String id, long version, Function<Instant, ClueAct> act) {
    List<Answer> answer =
        store
            .database()
            .write(
                () -> {
                  Clue clue = store.clueJournal().find(id);
                  return clue == null ? List.of() : List.of(acted(clue, version, act.apply(now())));
                });
    return answer.isEmpty() ? null : answer.get(0);
  }

  private Answer acted(Clue clue, long version, ClueAct act) {
    if (version != clue.version()) {
      return refused(clue, act, ClueRefusal.STALE);
    }
    Verdict verdict = ClueRegister.decide(clue, act, clocks);
    if (verdict instanceof Verdict.Moved moved) {
      Clue after = clue.after(moved.event());
      store.clueJournal().append(after, moved.event());
      return new Answer(after, null);
    }
    return refused(clue, act, ((Verdict.Refused) verdict).refusal());
  }

  /** That a machine has nothing new to add is no refusal that anybody asks for. */
  private Answer refused(Clue clue, ClueAct act, ClueRefusal refusal) {
    if (!act.by().equals(LedgerRows.SYSTEM)) {
      store.clueJournal().refused(clue, act, refusal);
    }
    return new Answer(clue, refusal);
  }

  /**
   * What a machine suspects: its open clue of this feature and subject grows, or one is raised when
   * there is enough that none of its closed ones holds. Where nothing is new nobody waits for it.
   * What does not fit into a clue any more is left out, and the ledger says from when on.
   *
   * @param path where the mine lies
   */
  public void suspect(Suspicion suspicion, String path) {
    if (news(suspicion) != null) {
      store
          .database()
          .write(
              () -> {
                suspected(suspicion, path);
                return suspicion;
              });
    }
  }

  /** The same of facts that wait for it: they do no longer, in the same transaction. */
  public void take(Suspicion suspicion, String path) {
    store
        .database()
        .write(
            () -> {
              suspected(suspicion, path);
              store.suspects().done(suspicion);
              return suspicion;
            });
  }

  /**
   * What a suspicion has that no clue of its subject holds, nor one of the mine as a whole: the
   * same may be shown of some subjects now and of the mine at the next look. What is of one subject
   * is never another's.
   *
   * @param open the clue that grows by it; null where one begins
   * @param fits what there is room for
   */
  private record News(@Nullable Clue open, List<ClueEvidence> fits, int leftOut) {}

  /** Null where there is none, or too little for a clue. */
  private @Nullable News news(Suspicion suspicion) {
    String mine = suspicion.mine();
    String feature = suspicion.feature().name();
    Map<ClueEvidence, ClueEvidence> fresh = new LinkedHashMap<>();
    suspicion.evidence().forEach(each -> fresh.putIfAbsent(each.bare(), each));
    Instant since = now().minus(within).minus(WHOLE_DAYS);
    Clue open = null;
    for (String id : store.suspects().holding(mine, feature, suspicion.subject(), since)) {
      if (fresh.isEmpty()) {
        return null;
      }
      Clue clue = Objects.requireNonNull(store.clueJournal().find(id), "its row is there");
      clue.evidence().forEach(each -> fresh.remove(each.bare()));
      boolean isOwn = clue.start().subject().equals(suspicion.subject());
      open = isOwn && clue.isOpen() ? clue : open;
    }
    int least = open == null ? suspicion.least() : 1;
    if (fresh.size() < least) {
      return null;
    }
    int room = Clue.MOST_FOUND - (open == null ? 0 : open.evidence().size());
    int fits = Math.max(0, Math.min(room, fresh.size()));
    if (open != null && fits == 0 && store.clueJournal().saysLeftOut(open.id())) {
      return null;
    }
    List<ClueEvidence> some = fresh.values().stream().limit(fits).toList();
    return new News(open, some, fresh.size() - fits);
  }

  private void suspected(Suspicion suspicion, String path) {
    News news = news(suspicion);
    if (news == null) {
      return;
    }
    Answer answer = added(news, suspicion, path);
    Clue clue = answer.clue();
    if (clue != null && answer.refusal() == null && news.leftOut() > 0) {
      store.clueJournal().leftOut(clue, now(), news.leftOut());
    }
  }

  private Answer added(News news, Suspicion suspicion, String path) {
    Clue open = news.open();
    if (open == null) {
      return raised(suspicion.start(path, news.fits()), LedgerRows.SYSTEM);
    }
    return news.fits().isEmpty()
        ? new Answer(open, null)
        : acted(open, open.version(), new ClueAct.Add(now(), LedgerRows.SYSTEM, news.fits()));
  }

  /** Says of each clue once that the time of its stage has passed. */
  public void overdue() {
    for (String id : store.clues().newlyOverdue(now(), AT_ONCE)) {
      Raising.guarded("clue " + id, () -> overdue(id));
    }
  }

  private void overdue(String id) {
    store
        .database()
        .write(
            () -> {
              Clue clue = store.clueJournal().find(id);
              if (clue != null && clue.isOverdue(now()) && store.clues().saidOverdue(id)) {
                store.clueJournal().overdue(clue, now());
              }
              return id;
            });
  }

  /** Somebody looks at a clue as it stands: the ledger says who and when. */
  public void seen(Clue clue, String by) {
    store
        .database()
        .write(
            () -> {
              store.clueJournal().saw(clue, now(), by);
              return clue;
            });
  }

  /** As exact as the rows keep it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
