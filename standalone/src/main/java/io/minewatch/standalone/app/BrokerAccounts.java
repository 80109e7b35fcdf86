package io.minewatch.standalone.app;

import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Role;
import io.minewatch.broker.account.Passwords;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.standalone.secret.SecretFile;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The accounts at the broker: one for each program of the platform, one for each mine's gateways.
 */
final class BrokerAccounts {
  private BrokerAccounts() {}

  static List<Account> all(SecretFile secrets, List<MineCode> mines) throws IOException {
    SecureRandom random = new SecureRandom();
    List<Account> accounts = new ArrayList<>();
    for (Role role : List.of(Role.JUDGE, Role.ARCHIVE, Role.ALERTING)) {
      String user = role.name().toLowerCase(Locale.ROOT);
      accounts.add(new Account(user, Passwords.hash(password(secrets, user), random), role, null));
    }
    for (MineCode mine : mines) {
      String user = gatewayUser(mine);
      accounts.add(
          new Account(user, Passwords.hash(password(secrets, user), random), Role.GATEWAY, mine));
    }
    return accounts;
  }

  static String gatewayUser(MineCode mine) {
    return "gateway-" + mine;
  }

  static String password(SecretFile secrets, String user) throws IOException {
    return secrets.get("broker." + user);
  }
}
