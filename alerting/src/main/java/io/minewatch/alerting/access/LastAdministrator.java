package io.minewatch.alerting.access;

import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.AccountRows.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In every scope that had one there stays an administrator who signs in with a password: somebody
 * must be able to come in when the provider of identities is away.
 */
public final class LastAdministrator {
  private LastAdministrator() {}

  /**
   * Whether a change leaves the scope of an account without one.
   *
   * @param known the account as it is
   * @param becomes what it is to be; null where it is taken away
   * @param all accounts, this one among them
   */
  public static boolean goes(Account known, @Nullable Account becomes, List<Account> all) {
    boolean stays = becomes != null && holds(becomes, known.scope());
    return holds(known, known.scope())
        && !stays
        && all.stream()
            .filter(each -> !each.name().equals(known.name()))
            .noneMatch(each -> holds(each, known.scope()));
  }

  private static boolean holds(Account account, String scope) {
    return account.role() == Role.ADMINISTRATOR
        && account.hasPassword()
        && Access.covers(account, scope);
  }
}
