package io.minewatch.alerting.desk;

import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.RosterRows;
import io.minewatch.alerting.roster.Roster;
import java.time.Instant;
import java.util.List;

/**
 * What goes with a mine to another jurisdiction: the accounts of its own staff, its roster, and
 * when its numbers were proved. Accounts of the county it leaves stay there. Inside the transaction
 * of the edit, so that at no time nobody of the mine sees it or nobody is called.
 */
final class MovedMine {
  private final Store store;
  private final String by;
  private final Instant now;

  /**
   * A move.
   *
   * @param by who edited the jurisdiction
   */
  MovedMine(Store store, String by, Instant now) {
    this.store = store;
    this.by = by;
    this.now = now;
  }

  /** From one path to another. */
  void move(String from, String to) {
    for (Account each : store.accounts().all()) {
      if (each.scope().equals(from)) {
        Account moved = each.in(to);
        store.accounts().save(moved);
        store.ledger().append(List.of(Register.saved(moved, by, Register.Password.KEPT, now)));
      }
    }
    RosterRows.Version old = store.rosters().find(from);
    RosterRows.Version there = store.rosters().find(to);
    // One that was made for the new place beforehand is the one that is meant.
    if (old != null && (there == null || there.roster().slots().isEmpty())) {
      Roster roster = old.roster();
      save(
          new Roster(to, roster.zone(), roster.people(), roster.slots()),
          there == null ? 1 : there.version() + 1);
      save(new Roster(from, roster.zone(), List.of(), List.of()), old.version() + 1);
      store.rosters().moveProofs(from, to);
    }
  }

  private void save(Roster roster, long version) {
    store.rosters().save(roster, version);
    store.ledger().append(List.of(RosterDesk.saved(roster, version, by, now)));
  }
}
