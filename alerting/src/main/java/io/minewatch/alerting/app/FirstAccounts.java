package io.minewatch.alerting.app;

import io.minewatch.alerting.journal.AccountRows;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.AccountRows.Role;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Makes the accounts of a first start. */
final class FirstAccounts {
  private static final int PASSWORD_LENGTH = 16;

  /** Without the characters that people mistake for others. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXYZ234679";

  private record First(String name, String display, Role role) {}

  private static final List<First> ACCOUNTS =
      List.of(
          new First("dispatcher", "调度员", Role.DISPATCHER),
          new First("leader", "值班领导", Role.OPERATOR),
          new First("regulator", "监察员", Role.REGULATOR),
          new First("administrator", "管理员", Role.ADMINISTRATOR));

  private FirstAccounts() {}

  /**
   * Creates the accounts that are missing, with the given passwords or, where there is no account
   * at all yet, with generated ones; and gives an account its given password where that has
   * changed.
   *
   * @param home scope of those who work at the mine; empty where more than one is served
   * @return the generated passwords by account, stored nowhere but hashed
   */
  static Map<String, String> create(AccountRows rows, Map<String, String> given, String home) {
    PasswordEncoder encoder = new BCryptPasswordEncoder();
    Map<String, String> generated = new TreeMap<>();
    SecureRandom random = new SecureRandom();
    boolean first = rows.all().isEmpty();
    for (First each : ACCOUNTS) {
      Account known = rows.find(each.name());
      String password = given.get(each.name());
      boolean changed =
          known != null && password != null && !encoder.matches(password, known.hash());
      boolean gone = known == null && password == null && !first; // an administrator removed it
      if (gone || (known != null && !changed)) {
        continue;
      }
      if (password == null) {
        password = generate(random);
        generated.put(each.name(), password);
      }
      String hash = Objects.requireNonNull(encoder.encode(password), "an encoder encodes");
      rows.save(
          known == null
              ? new Account(
                  each.name(), each.display(), each.role(), scope(each.role(), home), hash)
              : new Account(known.name(), known.display(), known.role(), known.scope(), hash));
    }
    return generated;
  }

  /** Nobody is given more than the work needs: who works at a mine sees that one, and its names. */
  private static String scope(Role role, String home) {
    return role == Role.DISPATCHER || role == Role.OPERATOR ? home : "";
  }

  private static String generate(SecureRandom random) {
    StringBuilder password = new StringBuilder();
    while (password.length() < PASSWORD_LENGTH) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }
}
