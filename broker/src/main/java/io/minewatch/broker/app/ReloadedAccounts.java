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
 * The accounts of a file, read again when the file has changed. A file that has become wrong, or is
 * not there, is complained about once and changes nothing.
 */
final class ReloadedAccounts implements Supplier<Accounts> {
  private static final Logger LOG = LoggerFactory.getLogger(ReloadedAccounts.class);

  private final Path file;
  private Seen seen;
  private Accounts accounts;
  private boolean isAway;

  /** By its time alone a file that is written in two goes would be read half. */
  private record Seen(FileTime written, long size) {
    static Seen of(Path file) throws IOException {
      return new Seen(Files.getLastModifiedTime(file), Files.size(file));
    }
  }

  /** Reads the file, which must be there and right. */
  ReloadedAccounts(Path file) throws IOException {
    this.file = file;
    this.seen = Seen.of(file);
    this.accounts = AccountsFile.read(file);
  }

  @Override
  public synchronized Accounts get() {
    try {
      Seen now = Seen.of(file);
      isAway = false;
      if (!now.equals(seen)) {
        seen = now;
        accounts = AccountsFile.read(file);
        LOG.info("read {} accounts from {}", accounts.all().size(), file);
      }
    } catch (IOException | IllegalArgumentException e) {
      if (!isAway) {
        LOG.error("keeping the accounts as they were: {}", e.toString());
      }
      isAway = e instanceof IOException;
    }
    return accounts;
  }
}
