package io.minewatch.alerting.backup;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * A file of SQLite on its way to its name. It is written beside it, for its owner alone, and takes
 * the name only when it is whole: a file of that name is a whole one, whatever happened meanwhile.
 */
final class SqliteCopy {
  /** What a file is called until it is whole. */
  static final String UNFINISHED = ".part";

  private static final String LOG = "-wal";
  private static final String ROLLBACK = "-journal";

  /** Endings of what SQLite keeps beside a database file. */
  private static final List<String> LOGS = List.of(LOG, "-shm", ROLLBACK);

  private static final String BUSY_TIMEOUT_MILLIS = "5000";
  private static final int READ_ONLY = 1; // SQLITE_OPEN_READONLY

  private final Path file;
  private final Path part;

  /**
   * Begins a file of this name.
   *
   * @throws FileAlreadyExistsException if something has the name, or a write-ahead log of it is
   *     left, or an unfinished one lies there
   */
  SqliteCopy(Path file) throws IOException {
    this.file = file.toAbsolutePath();
    this.part = beside(this.file, UNFINISHED);
    requireFree(this.file);
    for (String end : LOGS) {
      requireFree(beside(this.file, end));
    }
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  private static void requireFree(Path path) throws FileAlreadyExistsException {
    if (Files.exists(path)) {
      throw new FileAlreadyExistsException(path.toString());
    }
  }

  /**
   * Refuses a file that is not all of a database: who reads it by SQLite also sees what stands
   * beside it and not in it, and who copies it alone loses that.
   */
  static void requireAlone(Path file) throws IOException {
    for (String end : List.of(LOG, ROLLBACK)) {
      Path beside = beside(file.toAbsolutePath(), end);
      if (Files.exists(beside) && Files.size(beside) > 0) {
        throw new IOException(
            beside
                + " holds a part of "
                + file
                + ": make a whole one of both by backup FILE --database jdbc:sqlite:"
                + file);
      }
    }
  }

  /** Where it is written. */
  Path part() {
    return part;
  }

  /** Copies one state of a database that others may write meanwhile. */
  void copyDatabase(Path database) throws SQLException {
    try (Connection connection = read(database);
        PreparedStatement copy = connection.prepareStatement("vacuum into ?")) {
      copy.setString(1, part.toString());
      copy.execute();
    }
  }

  /** Copies a file that nobody writes. */
  void copyFile(Path from) throws IOException {
    try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
      Files.copy(from, Channels.newOutputStream(out));
    }
  }

  /** Takes an unfinished one away. */
  void discard() throws IOException {
    Files.deleteIfExists(part);
    for (String end : LOGS) {
      Files.deleteIfExists(beside(part, end));
    }
  }

  /** Gives it its name, when it is on disk. */
  void finish() throws IOException {
    Path log = beside(part, LOG);
    if (Files.exists(log) && Files.size(log) > 0) {
      throw new IOException(part + " has a write-ahead log still: it is not whole");
    }
    for (String end : LOGS) { // who only reads leaves empty ones
      Files.deleteIfExists(beside(part, end));
    }
    sync(part, StandardOpenOption.WRITE);
    Files.move(part, file); // refuses what came there meanwhile
    Path folder = file.getParent();
    if (folder != null) {
      sync(folder, StandardOpenOption.READ);
    }
  }

  private static Path beside(Path path, String end) {
    return path.resolveSibling(path.getFileName() + end);
  }

  private static void sync(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, Set.of(how))) {
      channel.force(true);
    }
  }

  /** A connection that changes nothing. */
  static Connection read(Path database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("open_mode", String.valueOf(READ_ONLY));
    properties.setProperty("busy_timeout", BUSY_TIMEOUT_MILLIS);
    return DriverManager.getConnection("jdbc:sqlite:" + database, properties);
  }

  /**
   * Reads every page and every index.
   *
   * @throws SQLException with what does not fit together first
   */
  static void requireSound(Connection connection) throws SQLException {
    try (Statement ask = connection.createStatement();
        ResultSet rs = ask.executeQuery("pragma integrity_check(1)")) {
      String found = rs.next() ? rs.getString(1) : "no answer";
      if (!"ok".equals(found)) {
        throw new SQLException("the file is damaged: " + found);
      }
    }
  }
}
