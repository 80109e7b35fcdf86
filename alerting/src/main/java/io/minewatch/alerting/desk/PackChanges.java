package io.minewatch.alerting.desk;

import io.minewatch.alerting.desk.RegistryDesk.Edit;
import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.document.Lowering;
import io.minewatch.alerting.document.Protection;
import io.minewatch.alerting.journal.ChangeRows.Change;
import io.minewatch.alerting.journal.ChangeRows.State;
import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.journal.RegistryRows.Origin;
import io.minewatch.alerting.journal.RegistryRows.Version;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.domain.plan.Plan;
import java.time.Clock;
import java.util.List;

/**
 * What rule packs that were changed on disk do to a mine whose registry is as it was. Whoever can
 * write files could otherwise lower protection alone: such a plan waits, like any other change that
 * lowers it, for two people. Inside the transaction of the start.
 */
public final class PackChanges {
  /** Most changes of a mine that are looked through for what waits; those that wait come first. */
  private static final int LOOKED_THROUGH = 1_000;

  private static final String WHY = "规则包已更改 the rule packs were changed";
  private static final String OVERTAKEN = "规则包又已更改 the rule packs were changed again";

  private final Store store;
  private final Clock clock;

  public PackChanges(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * In what a mine would be protected less than by the plan that was published last: by what its
   * document says now, and by what our packs make of it. In nothing where none was published.
   *
   * @param before the document that holds
   */
  public List<Lowering> lowered(Document before, MineEntry after) {
    Plan published = store.outbox().plan(after.plan().mine());
    return published == null
        ? List.of()
        : Protection.lowered(
            new Protection.State(before, published),
            new Protection.State(after.document(), after.plan()));
  }

  /** Keeps a question to people, once as long as its words are the same; without any ends it. */
  public void ask(Version version, List<Lowering> lowered) {
    boolean asked = false;
    for (Change change : store.changes().of(version.mine(), LOOKED_THROUGH)) {
      if (change.isOpen() && change.origin() == Origin.PACKS) {
        boolean same = change.base() == version.version() && change.lowered().equals(lowered);
        asked |= same;
        if (!same) {
          store
              .changes()
              .decide(change.id(), State.OVERTAKEN, clock.instant(), LedgerRows.SYSTEM, OVERTAKEN);
        }
      }
    }
    if (!asked && !lowered.isEmpty()) {
      Edit edit =
          new Edit(
              version.mine(),
              version.version(),
              version.document(),
              LedgerRows.SYSTEM,
              WHY,
              Origin.PACKS,
              null);
      new RegistryBook(store, clock).keep(edit, State.PROPOSED, List.of(), lowered, List.of());
    }
  }
}
