package io.minewatch.series.questdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.minewatch.series.server.Flavour;
import io.minewatch.series.server.SeriesServer;
import io.questdb.ServerMain;
import io.questdb.log.LogFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * A QuestDB server in this JVM, reached over HTTP on the loopback address only and with a password,
 * for a demo or one mine without a server of its own. Needs {@code org.questdb:questdb} on the
 * class path.
 */
public final class EmbeddedQuestDb implements AutoCloseable {
  private static final String USER = "minewatch";
  private static final int PASSWORD_BYTES = 18;

  private final ServerMain server;
  private final SeriesServer address;

  private EmbeddedQuestDb(ServerMain server, SeriesServer address) {
    this.server = server;
    this.address = address;
  }

  /** The same with a password made now, which its {@link #address} knows and nobody else. */
  public static EmbeddedQuestDb start(Path root, int port) {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return start(root, port, Base64.getUrlEncoder().encodeToString(random));
  }

  /**
   * Starts a server that keeps its tables below {@code root}; about 3 s.
   *
   * @param port a free TCP port
   * @param password letters, digits, '-' and '_'; who may use this machine shall not therefore read
   *     where people are or alter what was recorded
   */
  public static EmbeddedQuestDb start(Path root, int port, String password) {
    if (!password.matches("[A-Za-z0-9_-]{16,}")) {
      throw new IllegalArgumentException(
          "the password of the series store has 16 or more letters, digits, '-' or '_'");
    }
    try {
      Files.createDirectories(root.resolve("conf"));
      writeForOwner(root.resolve("conf/server.conf"), configuration(port, password));
      Files.createDirectories(root.resolve("log"));
      Files.write(root.resolve("conf/log.conf"), logging(root.resolve("log")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare " + root, e);
    }
    ServerMain server = quietly(root);
    server.start();
    SeriesServer address = address(URI.create("http://127.0.0.1:" + port), password);
    QuestDbTables.create(address);
    return new EmbeddedQuestDb(server, address);
  }

  private static void writeForOwner(Path file, List<String> lines) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(file, lines);
  }

  private static List<String> configuration(int port, String password) {
    return List.of(
        "http.enabled=true",
        "http.bind.to=127.0.0.1:" + port,
        "http.user=" + USER,
        "http.password=" + password,
        "http.min.enabled=false",
        "line.tcp.enabled=false",
        "line.udp.enabled=false",
        "pg.enabled=false",
        "telemetry.enabled=false",
        "shared.worker.count=2");
  }

  /** QuestDB reads where to log once, before its first logger. */
  private static ServerMain quietly(Path root) {
    System.setProperty("out", root.resolve("conf/log.conf").toAbsolutePath().toString());
    muted(() -> LogFactory.getLog(EmbeddedQuestDb.class));
    return ServerMain.create(root.toString());
  }

  /** QuestDB greets and takes leave on the terminal, which belongs to the program around it. */
  private static void muted(Runnable step) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    System.setOut(nowhere);
    System.setErr(nowhere);
    try {
      step.run();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static List<String> logging(Path folder) {
    return List.of(
        "writers=file",
        "w.file.class=io.questdb.log.LogRollingFileWriter",
        "w.file.location=" + folder.toAbsolutePath() + "/questdb.log.${date:yyyyMMdd}",
        "w.file.level=ERROR,CRITICAL,ADVISORY",
        "w.file.rollEvery=day",
        "w.file.rollSize=16m",
        "w.file.lifeDuration=14d",
        "w.file.sizeLimit=100m");
  }

  /** Such a server as others than its starter reach it. */
  public static SeriesServer address(URI url, String password) {
    return new SeriesServer(url, Flavour.QUESTDB, "minewatch", "", USER, password);
  }

  /** Where it answers. */
  public SeriesServer address() {
    return address;
  }

  @Override
  public void close() {
    muted(server::close);
  }
}
