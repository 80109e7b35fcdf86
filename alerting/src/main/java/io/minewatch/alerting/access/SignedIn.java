package io.minewatch.alerting.access;

import io.minewatch.alerting.journal.AccountRows.Account;
import java.io.Serializable;
import java.security.Principal;

/**
 * Who has signed in. Role and scope are not kept: they are read anew for every request.
 *
 * @param stamp of the password that was given; with another password it is no longer valid
 */
public record SignedIn(String name, String stamp) implements Principal, Serializable {
  static SignedIn of(Account account) {
    return new SignedIn(account.name(), account.stamp());
  }

  @Override
  public String getName() {
    return name;
  }
}
