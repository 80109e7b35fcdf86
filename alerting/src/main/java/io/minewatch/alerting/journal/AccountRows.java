package io.minewatch.alerting.journal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people and programs that may sign in. Passwords are kept hashed only. */
public final class AccountRows {
  /** After so many failures in a row an account is locked for {@link #LOCKED_FOR}. */
  public static final int FAILURES_BEFORE_LOCK = 5;

  public static final Duration LOCKED_FOR = Duration.ofMinutes(5);
  private final JdbcClient db;

  public AccountRows(Database database) {
    this.db = database.client();
  }

  /** What an account may do. */
  public enum Role {
    DISPATCHER,
    OPERATOR,
    /** Reads only. */
    REGULATOR,
    ADMINISTRATOR
  }

  /**
   * One account.
   *
   * @param scope path of the jurisdiction that it sees, for instance {@code 14/1409}; empty for all
   */
  public record Account(
      String name, String display, Role role, String scope, String hash, Instant lockedUntil) {
    /** Never shows the hash. */
    @Override
    public String toString() {
      return "account " + name + " (" + role + ")";
    }
  }

  public @Nullable Account find(String name) {
    return db.sql(
            "select name, display, role, scope, hash, locked_until from account where name = ?")
        .param(name)
        .query(
            (rs, i) ->
                new Account(
                    rs.getString(1),
                    rs.getString(2),
                    Role.valueOf(rs.getString(3)),
                    rs.getString(4),
                    rs.getString(5),
                    Instant.ofEpochMilli(rs.getLong(6))))
        .optional()
        .orElse(null);
  }

  /** Writes an account; its failures are forgotten. */
  public void save(Account account) {
    db.sql(
            """
            insert into account values (?, ?, ?, ?, ?, 0, 0)
            on conflict (name) do update set display = excluded.display, role = excluded.role,
              scope = excluded.scope, hash = excluded.hash, failures = 0, locked_until = 0
            """)
        .params(
            account.name(),
            account.display(),
            account.role().name(),
            account.scope(),
            account.hash())
        .update();
  }

  public void failed(String name, Instant at) {
    db.sql("update account set failures = failures + 1 where name = ?").param(name).update();
    db.sql("update account set failures = 0, locked_until = ? where name = ? and failures >= ?")
        .params(at.plus(LOCKED_FOR).toEpochMilli(), name, FAILURES_BEFORE_LOCK)
        .update();
  }

  public void succeeded(String name) {
    db.sql("update account set failures = 0 where name = ? and failures > 0").param(name).update();
  }
}
