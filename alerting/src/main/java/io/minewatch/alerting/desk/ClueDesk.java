package io.minewatch.alerting.desk;

import io.minewatch.alerting.clue.Clue;
import io.minewatch.alerting.clue.Clue.Verdict;
import io.minewatch.alerting.clue.ClueAct;
import io.minewatch.alerting.clue.ClueClocks;
import io.minewatch.alerting.clue.ClueEvent;
import io.minewatch.alerting.clue.ClueRefusal;
import io.minewatch.alerting.clue.ClueRegister;
import io.minewatch.alerting.clue.ClueStart;
import io.minewatch.alerting.journal.LedgerRows;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where clues are raised and worked, each act with its row of the ledger in one transaction. Who
 * looks at one leaves a row too.
 */
public final class ClueDesk {
  private final Store store;
  private final ClueClocks clocks;
  private final Clock clock;

  public ClueDesk(Store store, ClueClocks clocks, Clock clock) {
    this.store = store;
    this.clocks = clocks;
    this.clock = clock;
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
   * What a machine suspects: its open clue of this feature and subject grows, or one is raised.
   *
   * @return the clue, or null when nothing of it was new
   */
  public @Nullable Clue suspect(ClueStart start) {
    List<Clue> grown =
        store
            .database()
            .write(
                () -> {
                  String id = store.clues().open(start.mine(), start.feature(), start.subject());
                  Clue open = id == null ? null : store.clueJournal().find(id);
                  Answer answer =
                      open == null
                          ? raised(start, LedgerRows.SYSTEM)
                          : acted(
                              open,
                              open.version(),
                              new ClueAct.Add(now(), LedgerRows.SYSTEM, start.evidence()));
                  Clue clue = answer.clue();
                  return clue == null || answer.refusal() != null ? List.of() : List.of(clue);
                });
    return grown.isEmpty() ? null : grown.get(0);
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
