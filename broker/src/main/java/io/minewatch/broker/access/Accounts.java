package io.minewatch.broker.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All who may sign in, by user. Refuses two of one name. */
public final class Accounts {
  private final Map<String, Account> byUser = new LinkedHashMap<>();

  private Accounts(List<Account> accounts) {
    for (Account account : accounts) {
      if (byUser.putIfAbsent(account.user(), account) != null) {
        throw new IllegalArgumentException("the user '" + account.user() + "' is there twice");
      }
    }
  }

  public static Accounts of(List<Account> accounts) {
    return new Accounts(accounts);
  }

  /** Returns the account of that user, or null. */
  public @Nullable Account find(String user) {
    return byUser.get(user);
  }

  /** In the order in which they were given. */
  public List<Account> all() {
    return List.copyOf(byUser.values());
  }
}
