package io.minewatch.alerting.access;

import io.minewatch.alerting.journal.AccountRows.Account;
import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who has signed in. Role and scope are not kept: they are read anew for every request.
 *
 * @param stamp of the password that was given; with another password it is no longer valid
 * @param until when it ends however busy the person is; null for whom this server itself knows
 */
public record SignedIn(String name, String stamp, @Nullable Instant until)
    implements Principal, Serializable {
  static SignedIn of(Account account) {
    return new SignedIn(account.name(), account.stamp(), null);
  }

  /** Somebody whom a provider vouches for until then. */
  public static SignedIn vouched(Account account, Instant until) {
    return new SignedIn(account.name(), account.stamp(), until);
  }

  @Override
  public String getName() {
    return name;
  }
}
