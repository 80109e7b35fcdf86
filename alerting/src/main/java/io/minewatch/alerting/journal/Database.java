package io.minewatch.alerting.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database: SQLite in a file, or PostgreSQL. Brings the schema up to date when opened.
 *
 * <p>Every transaction that writes first takes the ledger's head, so writers come one after the
 * other on both.
 */
public final class Database implements AutoCloseable {
  /** SQLite waits this long for another process before it gives up, in milliseconds. */
  private static final int BUSY_TIMEOUT_MILLIS = 5_000;

  static final int POSTGRES_CONNECTIONS = 4;

  /** For views and lists, beside the one that writes. */
  static final int SQLITE_READERS = 3;

  private static final String[] NONE = {};

  private final Connections source;
  private final JdbcTemplate template;
  private final JdbcClient client;
  private final TransactionTemplate transactions;

  private final Halt halt;
  private final boolean embedded;

  private Database(Connections source, boolean embedded, Halt halt) {
    this.source = source;
    this.embedded = embedded;
    this.halt = halt;
    this.template = new JdbcTemplate(source);
    this.client = JdbcClient.create(template);
    this.transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
  }

  /**
   * Opens and migrates.
   *
   * @param url {@code jdbc:sqlite:<file>} or {@code jdbc:postgresql://…}
   * @param user empty for none
   */
  public static Database open(String url, String user, String password) {
    boolean sqlite = url.startsWith("jdbc:sqlite:");
    HikariDataSource writing =
        new HikariDataSource(sqlite ? file(url) : server(url, user, password));
    try {
      flyway(writing).migrate();
    } catch (RuntimeException e) {
      writing.close();
      throw e;
    }
    return new Database(
        new Connections(writing, sqlite ? readers(url) : writing), sqlite, Halt.NOWHERE);
  }

  /** The same connections for a process that is stopped there; a test closes one of both. */
  Database halting(Halt where) {
    return new Database(source, embedded, where);
  }

  static Flyway flyway(DataSource source) {
    return Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/minewatch")
        .javaMigrations(new V20__Ledger())
        .ignoreMigrationPatterns(NONE) // what a newer program made is refused
        .load();
  }

  /** One writer: a kill -9 loses nothing with FULL, and BUSY cannot happen among ourselves. */
  private static HikariConfig file(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setPoolName("minewatch-journal");
    config.setMaximumPoolSize(1);
    config.addDataSourceProperty("journal_mode", "WAL");
    config.addDataSourceProperty("synchronous", "FULL");
    config.addDataSourceProperty("busy_timeout", String.valueOf(BUSY_TIMEOUT_MILLIS));
    config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
    return config;
  }

  /** Each statement sees the newest commit; in WAL it neither waits for the writer nor stops it. */
  private static HikariDataSource readers(String url) {
    HikariConfig config = file(url);
    config.setPoolName("minewatch-journal-read");
    config.setMaximumPoolSize(SQLITE_READERS);
    config.setMinimumIdle(1);
    config.setConnectionInitSql("pragma query_only = on"); // a write past the writer is an error
    return new HikariDataSource(config);
  }

  private static HikariConfig server(String url, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setPoolName("minewatch-journal");
    config.setMaximumPoolSize(POSTGRES_CONNECTIONS);
    config.setUsername(user);
    config.setPassword(password);
    return config;
  }

  JdbcClient client() {
    return client;
  }

  /** For many rows at once: a server is not waited for at each. */
  JdbcTemplate template() {
    return template;
  }

  /** Runs a writing step: all of it is durable when this returns, or none of it happened. */
  public <T> T write(Supplier<T> step) {
    T answer =
        Objects.requireNonNull(
            source.writing(
                () ->
                    transactions.execute(
                        status -> {
                          client.sql("update ledger_head set seq = seq where id = 1").update();
                          T made = step.get();
                          halt.beforeCommit();
                          return made;
                        })),
            "a step answers");
    halt.afterCommit();
    return answer;
  }

  /** Whether only one process can have it open: a file of SQLite. */
  public boolean isEmbedded() {
    return embedded;
  }

  /** Whether it answers now. */
  public boolean isAlive() {
    return client.sql("select count(*) from ledger_head").query(Long.class).single() == 1;
  }

  @Override
  public void close() {
    source.close();
  }
}
