package io.minewatch.alerting.journal;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The same on a PostgreSQL that the test starts as a local process, where one is installed. */
class PostgresJournalTest extends JournalContract {
  private static Postgres server;
  private String url;

  @BeforeAll
  static void startServer() throws Exception {
    server = Postgres.start();
    Assumptions.assumeTrue(server != null, "no PostgreSQL on this machine");
  }

  @AfterAll
  static void stopServer() throws Exception {
    if (server != null) {
      server.close();
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
  int connections() {
    return Database.POSTGRES_CONNECTIONS;
  }

  @Override
  void fresh() {
    url = server.fresh();
  }
}
