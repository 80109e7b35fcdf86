package io.minewatch.alerting.journal;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The same on a PostgreSQL that the test starts as a local process, where one is installed. */
class PostgresJournalTest extends JournalContract {
  private static Path bin;
  private static Path data;
  private static int port;
  private static int databases;
  private String url;

  @BeforeAll
  static void startServer() throws Exception {
    bin = installed();
    Assumptions.assumeTrue(skip(bin == null, "no PostgreSQL is installed"));
    data = Files.createTempDirectory("minewatch-postgres");
    if (System.getProperty("user.name").equals("root")) {
      run(List.of("chown", "postgres", data.toString()));
    }
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path cluster = data.resolve("cluster");
    run(asPostgres(bin.resolve("initdb") + " -A trust -U minewatch -E UTF8 -D " + cluster));
    run(
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
    return System.getProperty("user.name").equals("root")
        ? List.of("su", "postgres", "-s", "/bin/sh", "-c", command)
        : List.of("/bin/sh", "-c", command);
  }

  private static void run(List<String> command) throws Exception {
    List<String> words = new ArrayList<>(command);
    Process process =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("out-" + System.nanoTime()).toFile())
            .directory(Path.of("/tmp").toFile())
            .start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    Assumptions.assumeTrue(
        skip(!ended || process.exitValue() != 0, "PostgreSQL cannot be started: " + words));
  }

  private static boolean skip(boolean skips, String reason) {
    if (skips) {
      System.out.println("skipped: " + reason);
    }
    return !skips;
  }

  @AfterAll
  static void stopServer() throws Exception {
    if (data != null && Files.exists(data.resolve("cluster"))) {
      run(
          asPostgres(
              bin.resolve("pg_ctl") + " -m immediate -D " + data.resolve("cluster") + " stop"));
    }
  }

  @Override
  Database open() {
    if (url == null) {
      fresh();
    }
    return Database.open(url, "minewatch", "");
  }

  @Override
  DriverManagerDataSource source() {
    return new DriverManagerDataSource(url, "minewatch", "");
  }

  @Override
  void fresh() {
    String server = "jdbc:postgresql://127.0.0.1:" + port + "/";
    String name = "journal" + databases++;
    JdbcClient.create(new DriverManagerDataSource(server + "postgres", "minewatch", ""))
        .sql("create database " + name)
        .update();
    url = server + name;
  }
}
