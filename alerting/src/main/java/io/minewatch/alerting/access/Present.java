package io.minewatch.alerting.access;

import io.minewatch.alerting.journal.AccountRows;
import io.minewatch.alerting.journal.AccountRows.Account;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** The accounts as they are now of those who have signed in some time. */
public final class Present {
  private final AccountRows rows;

  public Present(AccountRows rows) {
    this.rows = rows;
  }

  /** The account, or null if it is gone or its password is another one since. */
  public @Nullable Account account(SignedIn who) {
    Account account = rows.find(who.name());
    return account != null && account.stamp().equals(who.stamp()) ? account : null;
  }

  /** Who is behind a request, or null if nobody has signed in. */
  public static @Nullable SignedIn behind(@Nullable Principal principal) {
    return principal instanceof Authentication authentication
            && authentication.getPrincipal() instanceof SignedIn who
        ? who
        : null;
  }
}
