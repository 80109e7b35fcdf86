package io.minewatch.ingest.gateway.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SQLite file of the queue. Every commit is synchronised to disk before it returns
 * (synchronous=FULL). One process has it at a time.
 */
final class QueueFile {
  private static final Logger LOG = LoggerFactory.getLogger(QueueFile.class);
  private static final String NAME = "queue.db";
  private static final List<String> PARTS = List.of(NAME, NAME + "-wal", NAME + "-shm");
  private static final int VERSION = 2;

  /** SQLite's codes, see https://www.sqlite.org/rescode.html. */
  private static final int BUSY = 5;

  private static final int CORRUPT = 11;
  private static final int NOT_A_DATABASE = 26;

  private static final List<String> PRAGMAS =
      List.of(
          "PRAGMA locking_mode = EXCLUSIVE",
          "PRAGMA journal_mode = WAL",
          "PRAGMA synchronous = FULL",
          "PRAGMA journal_size_limit = 16777216",
          "PRAGMA cache_size = -2000",
          "PRAGMA mmap_size = 0");

  private static final List<String> SCHEMA =
      List.of(
          "CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
          "CREATE TABLE IF NOT EXISTS message (id INTEGER PRIMARY KEY, seq INTEGER NOT NULL,"
              + " kind TEXT NOT NULL, type TEXT NOT NULL, since INTEGER NOT NULL,"
              + " size INTEGER NOT NULL, crc INTEGER NOT NULL,"
              + " readings INTEGER NOT NULL DEFAULT -1,"
              + " readings_before INTEGER NOT NULL DEFAULT 0)",
          "CREATE INDEX IF NOT EXISTS message_seq ON message (seq)",
          "CREATE TABLE IF NOT EXISTS body (id INTEGER PRIMARY KEY, payload BLOB NOT NULL)",
          "CREATE TABLE IF NOT EXISTS given_up (from_seq INTEGER PRIMARY KEY,"
              + " through_seq INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL)",
          "CREATE TABLE IF NOT EXISTS taken (path TEXT PRIMARY KEY, mark TEXT NOT NULL)");

  /** What version 1 had not. Its messages are not counted. */
  private static final List<String> COUNTS =
      List.of("readings INTEGER NOT NULL DEFAULT -1", "readings_before INTEGER NOT NULL DEFAULT 0");

  private QueueFile() {}

  /**
   * Opens the file, or makes it. One that is damaged is set aside and a new one is made.
   *
   * @throws IOException if another process has it, or it is of a later version
   */
  static Connection open(Path folder) throws IOException {
    Files.createDirectories(folder);
    closeToOthers(folder);
    try {
      return attempt(folder);
    } catch (SQLException e) {
      if (!isDamage(e)) {
        throw explained(folder, e);
      }
      setAside(folder, e);
    }
    try {
      return attempt(folder);
    } catch (SQLException e) {
      throw explained(folder, e);
    }
  }

  /** Positions are personal data, also while they wait. */
  private static void closeToOthers(Path folder) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static Connection attempt(Path folder) throws SQLException, IOException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(NAME));
    try (Statement statement = connection.createStatement()) {
      for (String pragma : PRAGMAS) {
        statement.execute(pragma);
      }
      int version = number(statement, "PRAGMA user_version");
      if (version > VERSION) {
        throw new IOException(
            folder + " was written by a later version of the gateway (" + version + ")");
      }
      statement.execute("BEGIN IMMEDIATE"); // whoever fails on the way closes, which rolls back
      bring(statement, version);
      statement.execute("COMMIT");
      check(connection, statement);
      return connection;
    } catch (SQLException | IOException e) {
      connection.close();
      throw e;
    }
  }

  /** All or nothing: half of it could neither be gone on with nor begun anew. */
  private static void bring(Statement statement, int version) throws SQLException {
    if (version == 1) {
      addCounts(statement);
    }
    for (String table : SCHEMA) {
      statement.execute(table);
    }
    statement.execute("PRAGMA user_version = " + VERSION);
  }

  /** A column may be there already, from an attempt that was not all or nothing. */
  private static void addCounts(Statement statement) throws SQLException {
    for (String column : COUNTS) {
      String name = column.substring(0, column.indexOf(' '));
      String there = "SELECT count(*) FROM pragma_table_info('message') WHERE name = '";
      if (number(statement, there + name + "'") == 0) {
        statement.execute("ALTER TABLE message ADD COLUMN " + column);
      }
    }
    statement.execute(
        "INSERT OR REPLACE INTO state (name, value) SELECT '"
            + StateRows.UNCOUNTED
            + "', value FROM state WHERE name = '"
            + StateRows.SESSION
            + "'");
  }

  /** After a crash every page is looked at; a queue of some gigabytes takes some ten seconds. */
  private static void check(Connection connection, Statement statement) throws SQLException {
    StateRows state = new StateRows(connection);
    if (!state.text(StateRows.CLOSED_WELL).equals("no")) {
      return;
    }
    try (ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
      String found = row.next() ? row.getString(1) : "nothing";
      if (!"ok".equals(found)) {
        throw new SQLException(found, "", CORRUPT);
      }
    }
  }

  private static int number(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  static boolean isDamage(SQLException e) {
    int code = e.getErrorCode() & 0xff;
    return code == CORRUPT || code == NOT_A_DATABASE;
  }

  private static IOException explained(Path folder, SQLException e) {
    boolean busy = (e.getErrorCode() & 0xff) == BUSY;
    return new IOException(
        busy ? "another gateway uses the queue in " + folder : "cannot open the queue in " + folder,
        e);
  }

  /** Keeps the last damaged file, for a person to look at. */
  private static void setAside(Path folder, SQLException why) throws IOException {
    Path aside = Files.createDirectories(folder.resolve("damaged"));
    LOG.error(
        "the queue in {} is damaged and is set aside in {}; a new session begins",
        folder,
        aside,
        why);
    for (String part : PARTS) {
      Path from = folder.resolve(part);
      if (Files.exists(from)) {
        Files.move(from, aside.resolve(part), StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.deleteIfExists(aside.resolve(part));
      }
    }
  }
}
