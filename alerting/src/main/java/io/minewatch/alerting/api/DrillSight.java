package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.AccountRows.Role;
import io.minewatch.alerting.journal.DrillRows.Drill;
import io.minewatch.alerting.journal.DrillRows.Notice;
import io.minewatch.alerting.journal.DrillRows.Origin;
import java.time.Instant;

/**
 * Who is shown an exercise of a mine in scope, and when. Whoever started it always; one that is not
 * announced is hidden before it begins; of a regulator's the mine and its dispatchers see nothing
 * but the call until it is over.
 */
final class DrillSight {
  private final Access access;
  private final Store store;

  DrillSight(Access access, Store store) {
    this.access = access;
    this.store = store;
  }

  boolean isShown(Drill drill, Account account, Instant now) {
    if (account.name().equals(drill.starter())) {
      return true;
    }
    boolean begun = !now.isBefore(drill.starts());
    if (drill.origin() == Origin.OWN) {
      return drill.notice() == Notice.ANNOUNCED || begun || account.role() == Role.ADMINISTRATOR;
    }
    return begun && (isFromAfar(account, drill.mine()) || isOver(drill));
  }

  /** Regulators, and administrators that are not the mine's own. */
  private boolean isFromAfar(Account account, String mine) {
    return account.role() == Role.REGULATOR
        || (account.role() == Role.ADMINISTRATOR && !access.isStaff(account, mine));
  }

  /** Whether nothing is left to tell, and nobody is left to answer. */
  private boolean isOver(Drill drill) {
    String opened = drill.incident();
    Incident incident = opened == null ? null : store.journal().incident(opened);
    return drill.nextAt() == null && (incident == null || !incident.isOpen());
  }

  /** Whether an account that is shown it may end it: a regulator only what a regulator started. */
  static boolean mayEnd(Drill drill, Account account) {
    return account.role() != Role.REGULATOR || drill.origin() == Origin.CHALLENGE;
  }
}
