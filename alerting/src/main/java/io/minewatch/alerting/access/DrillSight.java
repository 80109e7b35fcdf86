package io.minewatch.alerting.access;

import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.AccountRows.Role;
import io.minewatch.alerting.journal.DrillRows.Drill;
import io.minewatch.alerting.journal.DrillRows.Notice;
import io.minewatch.alerting.journal.DrillRows.Origin;
import java.time.Instant;
import java.util.Set;

/**
 * Whose exercise it is, who is shown one of a mine in scope, and when, and who may end it. Whoever
 * started it always; one that is not announced is hidden before it begins; of a regulator's the
 * mine and its dispatchers see nothing but the call until it is over.
 */
public final class DrillSight {
  private final Access access;

  public DrillSight(Access access) {
    this.access = access;
  }

  /**
   * Whether an account is shown an exercise.
   *
   * @param open ids of incidents that are open, at least that of the exercise where it is
   */
  public boolean isShown(Drill drill, Account account, Instant now, Set<String> open) {
    if (account.name().equals(drill.starter())) {
      return true;
    }
    boolean begun = !now.isBefore(drill.starts());
    if (drill.origin() == Origin.OWN) {
      return drill.notice() == Notice.ANNOUNCED || begun || account.role() == Role.ADMINISTRATOR;
    }
    return begun && (isFromAfar(account, drill.mine()) || isOver(drill, open));
  }

  /** What an account starts: a regulator challenges the mine, everybody else exercises its own. */
  public static Origin origin(Account account) {
    return account.role() == Role.REGULATOR ? Origin.CHALLENGE : Origin.OWN;
  }

  /** Regulators, and administrators that are not the mine's own. */
  private boolean isFromAfar(Account account, String mine) {
    return account.role() == Role.REGULATOR
        || (account.role() == Role.ADMINISTRATOR && !access.isStaff(account, mine));
  }

  /** Whether nothing is left to tell, and nobody is left to answer. */
  private static boolean isOver(Drill drill, Set<String> open) {
    String opened = drill.incident();
    return drill.nextAt() == null && (opened == null || !open.contains(opened));
  }

  /** Whether an account that is shown it may end it: a regulator only what a regulator started. */
  public static boolean mayEnd(Drill drill, Account account) {
    return account.role() != Role.REGULATOR || drill.origin() == Origin.CHALLENGE;
  }
}
