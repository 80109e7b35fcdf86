package io.minewatch.alerting.backup;

import io.minewatch.alerting.desk.Renumbering;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.evidence.Checked;
import io.minewatch.alerting.evidence.LedgerCheck;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.journal.LedgerRows.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;

/** Backing up and restoring what alerting keeps. Nothing is overwritten, and all is checked. */
public final class Backup {
  private Backup() {}

  /**
   * Copies the embedded database, also while a service writes it, and checks the copy. One whose
   * ledger is not as it was written keeps the ending {@code .part}.
   *
   * @throws IOException if it cannot be written, {@link java.nio.file.FileAlreadyExistsException}
   *     if something is there
   * @throws SQLException if the database or the copy cannot be read or is damaged
   */
  public static Checked make(Path database, Path file) throws IOException, SQLException {
    requireFile(database);
    SqliteCopy copy = new SqliteCopy(file);
    boolean made = false;
    try {
      copy.copyDatabase(database);
      made = true;
    } finally {
      if (!made) {
        copy.discard();
      }
    }
    Checked checked = check(copy.part());
    if (checked.fault() == null) {
      copy.finish();
    }
    return checked;
  }

  /**
   * Checks a file: its pages and its ledger.
   *
   * @throws IOException if there is none, or a part of what it holds stands beside it
   */
  public static Checked check(Path file) throws IOException, SQLException {
    requireFile(file);
    SqliteCopy.requireAlone(file);
    try (Connection connection = SqliteCopy.read(file)) {
      SqliteCopy.requireSound(connection);
      return LedgerCheck.of(connection, Map.of());
    }
  }

  /**
   * Puts a backup, which was checked before, where no database is. Its folder is made, for its
   * owner alone, if it is not there.
   */
  public static Renumbering.Done restore(Path file, Checked checked, Path database, Clock clock)
      throws IOException, SQLException {
    Path folder = database.toAbsolutePath().getParent();
    if (folder != null && !Files.exists(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    SqliteCopy copy = new SqliteCopy(database);
    boolean done = false;
    try {
      copy.copyFile(file);
      if (!check(copy.part()).equals(checked)) {
        throw new IOException("the copy of " + file + " is not what was checked");
      }
      Renumbering.Done told = renumber("jdbc:sqlite:" + copy.part(), "", "", checked, clock);
      Checked after = check(copy.part());
      if (after.fault() != null) {
        throw new IOException("the copy of " + file + " is not what it was: " + after.fault());
      }
      copy.finish();
      done = true;
      return told;
    } finally {
      if (!done) {
        copy.discard();
      }
    }
  }

  /** Takes a database that was put back into use: of this program's schema, with new numbers. */
  public static Renumbering.Done renumber(
      String url, String user, String password, Checked checked, Clock clock) {
    try (Database database = Database.open(url, user, password)) {
      Head head = new Head(checked.last(), checked.hash());
      return Renumbering.after(head, Store.of(database), clock);
    }
  }

  private static void requireFile(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("there is no file " + file);
    }
  }
}
