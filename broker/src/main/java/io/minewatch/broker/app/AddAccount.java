package io.minewatch.broker.app;

import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Role;
import io.minewatch.broker.account.AccountsFile;
import io.minewatch.broker.account.Passwords;
import io.minewatch.domain.reading.MineCode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Adds an account with a new password, which is told once and kept nowhere. */
final class AddAccount {
  private AddAccount() {}

  /**
   * Adds the account and returns its password.
   *
   * @param mine null or {@code -} for none
   * @throws IllegalArgumentException if the account is not possible or there already
   */
  static String add(Path file, String user, String role, @Nullable String mine, SecureRandom random)
      throws IOException {
    String password = Passwords.generate(random);
    MineCode code = mine == null || mine.equals("-") ? null : new MineCode(mine);
    Account account =
        new Account(
            user,
            Passwords.hash(password, random),
            Role.valueOf(role.toUpperCase(Locale.ROOT)),
            code);
    AccountsFile.add(file, account);
    return password;
  }
}
