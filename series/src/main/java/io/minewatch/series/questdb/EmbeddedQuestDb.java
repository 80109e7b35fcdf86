package io.minewatch.series.questdb;

import io.minewatch.series.server.Flavour;
import io.minewatch.series.server.SeriesServer;
import io.questdb.ServerMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A QuestDB server in this JVM, reached over HTTP on the loopback address only, for a demo or one
 * mine without a server of its own. Needs {@code org.questdb:questdb} on the class path.
 */
public final class EmbeddedQuestDb implements AutoCloseable {
  private final ServerMain server;
  private final SeriesServer address;

  private EmbeddedQuestDb(ServerMain server, SeriesServer address) {
    this.server = server;
    this.address = address;
  }

  /**
   * Starts a server that keeps its tables below {@code root}; about 3 s.
   *
   * @param port a free TCP port
   */
  public static EmbeddedQuestDb start(Path root, int port) {
    try {
      Files.createDirectories(root.resolve("conf"));
      Files.write(root.resolve("conf/server.conf"), configuration(port));
      Files.write(root.resolve("conf/log.conf"), logging());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare " + root, e);
    }
    // QuestDB reads this once, before its first logger; else it tells the terminal everything.
    System.setProperty("out", root.resolve("conf/log.conf").toAbsolutePath().toString());
    ServerMain server = ServerMain.create(root.toString());
    server.start();
    URI url = URI.create("http://127.0.0.1:" + port);
    SeriesServer address = new SeriesServer(url, Flavour.QUESTDB, "minewatch", "", "", "");
    QuestDbTables.create(address);
    return new EmbeddedQuestDb(server, address);
  }

  private static List<String> configuration(int port) {
    return List.of(
        "http.enabled=true",
        "http.bind.to=127.0.0.1:" + port,
        "http.min.enabled=false",
        "line.tcp.enabled=false",
        "line.udp.enabled=false",
        "pg.enabled=false",
        "telemetry.enabled=false",
        "shared.worker.count=2");
  }

  private static List<String> logging() {
    return List.of(
        "writers=stdout",
        "w.stdout.class=io.questdb.log.LogConsoleWriter",
        "w.stdout.level=CRITICAL,ERROR");
  }

  /** Where it answers. */
  public SeriesServer address() {
    return address;
  }

  @Override
  public void close() {
    server.close();
  }
}
