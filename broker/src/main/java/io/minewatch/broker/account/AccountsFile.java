package io.minewatch.broker.account;

import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Accounts;
import io.minewatch.broker.access.PasswordHash;
import io.minewatch.broker.access.Role;
import io.minewatch.domain.reading.MineCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The file of accounts: one a line, {@code user:role:mine:hash}, {@code -} for no mine; empty lines
 * and lines that start with {@code #} are passed over.
 */
public final class AccountsFile {
  /** More lines than this are not a file of accounts. */
  public static final int MAX_LINES = 100_000;

  private static final String NO_MINE = "-";

  /** Lies beside the file for good, empty: the file itself is replaced, and its lock with it. */
  private static final String LOCK = ".lock";

  private AccountsFile() {}

  /**
   * Reads all accounts.
   *
   * @throws IllegalArgumentException naming every line that is wrong, and why
   */
  public static Accounts read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.size() > MAX_LINES) {
      throw new IllegalArgumentException(file + " has more than " + MAX_LINES + " lines");
    }
    List<String> problems = new ArrayList<>();
    List<Account> accounts = new ArrayList<>();
    Map<String, Integer> lineOfUser = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      try {
        Account account = parse(line);
        Integer earlier = lineOfUser.putIfAbsent(account.user(), i + 1);
        if (earlier != null) {
          throw new IllegalArgumentException(
              "the user '" + account.user() + "' is there already, in line " + earlier);
        }
        accounts.add(account);
      } catch (IllegalArgumentException e) {
        problems.add(file + ", line " + (i + 1) + ": " + e.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), problems));
    }
    return Accounts.of(accounts);
  }

  /**
   * Adds an account at the end. The file appears whole or not at all, and is its owner's alone;
   * comments are kept. Who adds at the same time waits: no account covers another.
   *
   * @throws IllegalArgumentException if the user is there already, or the file is wrong
   */
  public static void add(Path file, Account account) throws IOException {
    Path lock = file.resolveSibling(file.getFileName() + LOCK);
    // The lock of the file holds between processes, and would throw between threads of one.
    synchronized (AccountsFile.class) {
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        addAlone(file, account);
      }
    }
  }

  private static void addAlone(Path file, Account account) throws IOException {
    List<String> lines = new ArrayList<>();
    if (Files.exists(file)) {
      if (read(file).find(account.user()) != null) {
        throw new IllegalArgumentException(file + " has a user '" + account.user() + "' already");
      }
      lines.addAll(Files.readAllLines(file));
    }
    lines.add(format(account));
    Path folder = file.toAbsolutePath().getParent();
    Path fresh =
        Files.createTempFile(
            folder,
            file.getFileName().toString(),
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.write(fresh, lines);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  static Account parse(String line) {
    String[] parts = line.split(":", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException("need user:role:mine:hash, '-' for no mine");
    }
    return new Account(parts[0], PasswordHash.parse(parts[3]), role(parts[1]), mine(parts[2]));
  }

  static String format(Account account) {
    MineCode mine = account.mine();
    return String.join(
        ":",
        account.user(),
        account.role().name(),
        mine == null ? NO_MINE : mine.value(),
        account.passwordHash().text());
  }

  private static Role role(String text) {
    for (Role role : Role.values()) {
      if (role.name().equals(text)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "the role is one of " + List.of(Role.values()) + ", was '" + text + "'");
  }

  private static @Nullable MineCode mine(String text) {
    return text.equals(NO_MINE) ? null : new MineCode(text);
  }
}
