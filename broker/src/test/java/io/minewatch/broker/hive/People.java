package io.minewatch.broker.hive;

import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Role;
import io.minewatch.broker.account.Passwords;
import io.minewatch.domain.reading.MineCode;
import java.security.SecureRandom;
import java.util.List;

/** Two mines with a gateway each, and everybody else; the password is the same for all. */
public final class People {
  public static final MineCode A = new MineCode("140921021337");
  public static final MineCode B = new MineCode("140921029999");
  public static final String PASSWORD = "only-in-this-test";

  private static final SecureRandom RANDOM = new SecureRandom();

  private People() {}

  public static List<Account> all() {
    return List.of(
        account("gateway-a", Role.GATEWAY, A),
        account("gateway-b", Role.GATEWAY, B),
        account("judge", Role.JUDGE, null),
        account("archive", Role.ARCHIVE, null),
        account("alerting", Role.ALERTING, null),
        account("observer", Role.OBSERVER, null));
  }

  private static Account account(String user, Role role, MineCode mine) {
    return new Account(user, Passwords.hash(PASSWORD, RANDOM), role, mine);
  }
}
