package io.minewatch.broker.app;

import io.minewatch.broker.access.Accounts;
import io.minewatch.broker.account.AccountsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts of a file, read again when the file has changed. A file that has become wrong is
 * complained about and changes nothing. An account taken away keeps its open connection, and cannot
 * sign in again.
 */
final class ReloadedAccounts implements Supplier<Accounts> {
  private static final Logger LOG = LoggerFactory.getLogger(ReloadedAccounts.class);

  private final Path file;
  private FileTime seen;
  private Accounts accounts;

  /** Reads the file, which must be there and right. */
  ReloadedAccounts(Path file) throws IOException {
    this.file = file;
    this.seen = Files.getLastModifiedTime(file);
    this.accounts = AccountsFile.read(file);
  }

  @Override
  public synchronized Accounts get() {
    try {
      FileTime now = Files.getLastModifiedTime(file);
      if (!now.equals(seen)) {
        seen = now;
        accounts = AccountsFile.read(file);
        LOG.info("read {} accounts from {}", accounts.all().size(), file);
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.error("keeping the accounts as they were: {}", e.getMessage());
    }
    return accounts;
  }
}
