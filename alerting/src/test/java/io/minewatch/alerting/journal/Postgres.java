package io.minewatch.alerting.journal;

import io.minewatch.servers.Server;
import io.minewatch.servers.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A real PostgreSQL with databases for the asking, in a container or as a local process. */
public final class Postgres implements AutoCloseable {
  /** Who owns everything in it; there is no password. */
  public static final String USER = Servers.POSTGRES_USER;

  private final Server server;
  private int databases;

  private Postgres(Server server) {
    this.server = server;
  }

  /** Starts one; null, and says why, where there is none. */
  public static Postgres start() throws IOException {
    Optional<Server> found = Servers.postgres(Files.createTempDirectory("minewatch-postgres"));
    if (found.isEmpty()) {
      return null;
    }
    Postgres postgres = new Postgres(found.get());
    postgres.server.start();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> postgres.root().sql("select 1").query(Integer.class).single() == 1);
    return postgres;
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
  }

  private JdbcClient root() {
    return JdbcClient.create(new DriverManagerDataSource(url("postgres"), USER, ""));
  }

  /** The address of a new, empty database. */
  public String fresh() {
    String name = "journal" + databases++;
    root().sql("create database " + name).update();
    return url(name);
  }

  @Override
  public void close() {
    server.close();
  }
}
