package io.minewatch.ingest.gateway.disk;

import io.minewatch.ingest.files.found.FileHead;
import io.minewatch.ingest.files.memory.NewestFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/**
 * What {@link NewestFiles} remembers of one drop folder, in a SQLite file, so that a restart knows
 * it. To be used by one thread.
 *
 * <p>It is a help, not a record: what cannot be written is said and remembered until the next
 * restart only; a damaged file is begun anew, and one that cannot be used now stays. Bounded as
 * {@link NewestFiles} is.
 */
public final class SeenFiles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SeenFiles.class);
  private static final List<String> SCHEMA =
      List.of(
          "PRAGMA journal_mode = WAL",
          "PRAGMA synchronous = NORMAL",
          "PRAGMA journal_size_limit = 1048576",
          "PRAGMA cache_size = -500",
          "PRAGMA mmap_size = 0",
          "CREATE TABLE IF NOT EXISTS name (mine TEXT NOT NULL, type TEXT NOT NULL,"
              + " name TEXT NOT NULL, newest INTEGER NOT NULL, period INTEGER NOT NULL,"
              + " met INTEGER NOT NULL, PRIMARY KEY (mine, type, name)) WITHOUT ROWID",
          "CREATE INDEX IF NOT EXISTS name_met ON name (met)",
          "CREATE TABLE IF NOT EXISTS bytes (id INTEGER PRIMARY KEY, mine TEXT NOT NULL,"
              + " type TEXT NOT NULL, sha256 TEXT NOT NULL)");
  private static final String FORGET_NAMES =
      "DELETE FROM name WHERE met <= (SELECT met FROM name ORDER BY met DESC LIMIT 1 OFFSET "
          + NewestFiles.MAX_NAMES
          + ")";

  /** Kinds of files are as many as there are formats. */
  private static final String FORGET_BYTES =
      "DELETE FROM bytes WHERE id <= (SELECT id FROM bytes WHERE mine = ?1 AND type = ?2"
          + " ORDER BY id DESC LIMIT 1 OFFSET "
          + NewestFiles.MAX_FILES
          + ") AND mine = ?1 AND type = ?2";

  /** The rest of a code of SQLite says more of the same kind. */
  private static final int PRIMARY_CODE = 0xFF;

  private final NewestFiles files = new NewestFiles();
  private final @Nullable Connection disk;
  private long met;

  private SeenFiles(@Nullable Connection disk) {
    this.disk = disk;
  }

  /** One that knows nothing after a restart. */
  public static SeenFiles inMemory() {
    return new SeenFiles(null);
  }

  /**
   * Opens the file, or makes it.
   *
   * @param now by the clock that tells when files come
   */
  public static SeenFiles open(Path file, Instant now) {
    try {
      return attempt(file, now);
    } catch (SQLException e) {
      if (!isDamaged(e)) {
        LOG.error("{} cannot be used now and stays: until the next start it is not known", file, e);
        return inMemory();
      }
      LOG.warn("{} is damaged and is begun anew: what was seen is not known", file, e);
    } catch (RuntimeException e) {
      LOG.warn("{} holds what cannot be and is begun anew: what was seen is not known", file, e);
    }
    try {
      for (String part : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + part));
      }
      return attempt(file, now);
    } catch (SQLException | IOException e) {
      LOG.error("cannot make {}: what is seen is not known after the next start", file, e);
      return inMemory();
    }
  }

  /** Whether the file itself is at fault; a full disk or another process that writes is not. */
  private static boolean isDamaged(SQLException e) {
    int code = e.getErrorCode() & PRIMARY_CODE;
    return code == SQLiteErrorCode.SQLITE_CORRUPT.code
        || code == SQLiteErrorCode.SQLITE_NOTADB.code;
  }

  private static SeenFiles attempt(Path file, Instant now) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try {
      SeenFiles seen = new SeenFiles(connection);
      seen.load(connection, now);
      return seen;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private void load(Connection from, Instant now) throws SQLException {
    try (Statement statement = from.createStatement()) {
      for (String each : SCHEMA) {
        statement.execute(each);
      }
      addOffset(statement);
      try (ResultSet row = statement.executeQuery("SELECT * FROM name ORDER BY met")) {
        while (row.next()) {
          files.restore(name(row), now);
          met = row.getLong("met");
        }
      }
      try (ResultSet row = statement.executeQuery("SELECT * FROM bytes ORDER BY id")) {
        while (row.next()) {
          files.restore(
              new NewestFiles.Bytes(
                  row.getString("mine"), row.getString("type"), row.getString("sha256")));
        }
      }
      from.setAutoCommit(false);
    }
  }

  /** A file of before knows no offsets: its clocks count as right until the next file tells. */
  private static void addOffset(Statement statement) throws SQLException {
    boolean known = false;
    try (ResultSet column = statement.executeQuery("PRAGMA table_info(name)")) {
      while (column.next()) {
        known |= column.getString("name").equals("offset");
      }
    }
    if (!known) {
      statement.execute("ALTER TABLE name ADD COLUMN offset INTEGER NOT NULL DEFAULT 0");
    }
  }

  private static NewestFiles.Name name(ResultSet row) throws SQLException {
    return new NewestFiles.Name(
        row.getString("mine"),
        row.getString("type"),
        row.getString("name"),
        Instant.ofEpochMilli(row.getLong("newest")),
        Duration.ofMillis(row.getLong("offset")),
        Duration.ofMillis(row.getLong("period")));
  }

  /** See {@link NewestFiles#isDouble}. */
  public boolean isDouble(FileHead head, byte[] bytes) {
    return files.isDouble(head, bytes);
  }

  /** See {@link NewestFiles#isLate}. */
  public boolean isLate(FileHead head, String name, Instant came) {
    return files.isLate(head, name, came);
  }

  /** Remembers a file that was kept; on disk when it returns, unless the disk refuses. */
  public void keep(FileHead head, byte[] bytes, Collection<String> told, Instant came) {
    NewestFiles.Bytes kept = files.keep(head, bytes, told, came);
    if (kept == null || disk == null) {
      return;
    }
    try {
      write(disk, head, told, kept);
      disk.commit();
    } catch (SQLException e) {
      LOG.warn("of {} is remembered only until the next start: {}", head.file(), e.toString());
      rollBack(disk);
    }
  }

  @Override
  public void close() {
    try {
      if (disk != null) {
        disk.close();
      }
    } catch (SQLException e) {
      LOG.warn("what was seen of files does not close: {}", e.toString());
    }
  }

  private static void rollBack(Connection disk) {
    try {
      disk.rollback();
    } catch (SQLException e) {
      LOG.warn("what was seen of files does not go back: {}", e.toString());
    }
  }

  private void write(Connection to, FileHead head, Collection<String> told, NewestFiles.Bytes kept)
      throws SQLException {
    try (PreparedStatement bytes =
            to.prepareStatement("INSERT INTO bytes (mine, type, sha256) VALUES (?, ?, ?)");
        PreparedStatement name =
            to.prepareStatement(
                "INSERT OR REPLACE INTO name"
                    + " (mine, type, name, newest, period, met, offset)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)");
        PreparedStatement forget = to.prepareStatement(FORGET_BYTES);
        Statement statement = to.createStatement()) {
      bytes.setString(1, kept.mine());
      bytes.setString(2, kept.type());
      bytes.setString(3, kept.sha256());
      bytes.executeUpdate();
      forget.setString(1, kept.mine());
      forget.setString(2, kept.type());
      forget.executeUpdate();
      for (String each : told) {
        // One by one: the heap is small, and a file tells of thousands.
        NewestFiles.Name known = files.known(head, each);
        if (known == null) {
          continue;
        }
        name.setString(1, known.mine());
        name.setString(2, known.type());
        name.setString(3, known.name());
        name.setLong(4, known.newest().toEpochMilli());
        name.setLong(5, known.period().toMillis());
        name.setLong(6, ++met);
        name.setLong(7, known.offset().toMillis());
        name.executeUpdate();
      }
      statement.executeUpdate(FORGET_NAMES);
    }
  }
}
