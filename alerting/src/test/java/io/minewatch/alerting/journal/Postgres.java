package io.minewatch.alerting.journal;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL of the machine, started as a local process. */
public final class Postgres implements AutoCloseable {
  /** Who owns everything in it; there is no password. */
  public static final String USER = "minewatch";

  private final Path bin;
  private final Path data;
  private final int port;
  private int databases;

  private Postgres(Path bin, Path data, int port) {
    this.bin = bin;
    this.data = data;
    this.port = port;
  }

  /** Starts one; null, and says why, where none is installed or can be started. */
  public static Postgres start() throws Exception {
    Path bin = installed();
    if (bin == null) {
      System.out.println("skipped: no PostgreSQL is installed");
      return null;
    }
    Path data = Files.createTempDirectory("minewatch-postgres");
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Postgres server = new Postgres(bin, data, port);
    Path cluster = data.resolve("cluster");
    boolean up =
        (!isRoot() || server.run(List.of("chown", "postgres", data.toString())))
            && server.run(
                asPostgres(bin.resolve("initdb") + " -A trust -U minewatch -E UTF8 -D " + cluster))
            && server.run(
                asPostgres(
                    bin.resolve("pg_ctl")
                        + " -w -D "
                        + cluster
                        + " -l "
                        + data.resolve("log")
                        + " -o '-p "
                        + port
                        + " -c listen_addresses=127.0.0.1 -k "
                        + data
                        + "' start"));
    if (!up) {
      System.out.println("skipped: PostgreSQL cannot be started, see " + data);
      return null;
    }
    return server;
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static Path installed() throws IOException {
    Path all = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(all)) {
      return null;
    }
    try (var versions = Files.list(all)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(each -> Files.isExecutable(each.resolve("initdb")))
          .max(Path::compareTo)
          .orElse(null);
    }
  }

  /** PostgreSQL refuses to run as root. */
  private static List<String> asPostgres(String command) {
    return isRoot()
        ? List.of("su", "postgres", "-s", "/bin/sh", "-c", command)
        : List.of("/bin/sh", "-c", command);
  }

  private boolean run(List<String> words) throws Exception {
    Process process =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("out-" + System.nanoTime()).toFile())
            .directory(Path.of("/tmp").toFile())
            .start();
    return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  /** The address of a new, empty database. */
  public String fresh() {
    String server = "jdbc:postgresql://127.0.0.1:" + port + "/";
    String name = "journal" + databases++;
    JdbcClient.create(new DriverManagerDataSource(server + "postgres", USER, ""))
        .sql("create database " + name)
        .update();
    return server + name;
  }

  @Override
  public void close() throws Exception {
    run(
        asPostgres(
            bin.resolve("pg_ctl") + " -m immediate -D " + data.resolve("cluster") + " stop"));
  }
}
