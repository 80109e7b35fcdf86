package io.minewatch.alerting.access;

import io.minewatch.alerting.journal.AccountRows;
import io.minewatch.alerting.journal.AccountRows.Account;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** The accounts as they are now of those who have signed in some time. */
public final class Present {
  private final AccountRows rows;
  private final Clock clock;

  /** The accounts of these rows; whose time is over is not present. */
  public Present(AccountRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** The account, or null if it is gone, its password is another one since, or time is over. */
  public @Nullable Account account(SignedIn who) {
    Instant until = who.until();
    if (until != null && !clock.instant().isBefore(until)) {
      return null;
    }
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
