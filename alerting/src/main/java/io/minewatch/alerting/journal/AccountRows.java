package io.minewatch.alerting.journal;

import io.minewatch.alerting.ledger.Canonical;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people and programs that may sign in. Passwords are kept hashed only. */
public final class AccountRows {
  private static final String COLUMNS = "select name, display, role, scope, hash from account ";
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
   * @param scope path of the jurisdiction that it sees, for instance {@code 14/1409}, down to a
   *     mine; empty for the whole nation
   */
  public record Account(String name, String display, Role role, String scope, String hash) {
    /** In place of a hash where a provider of identities signs the person in: no password fits. */
    private static final String VOUCHED = "none: signs in by the provider of identities";

    /** An account that has no password and is no way in by one. */
    public static Account vouched(String name, String display, Role role, String scope) {
      return new Account(name, display, role, scope, VOUCHED);
    }

    /** Whether one can sign in to it by a password. */
    public boolean hasPassword() {
      return !hash.equals(VOUCHED);
    }

    /** Changes with the password, and tells nothing of it. */
    public String stamp() {
      return Canonical.sha256(hash).substring(0, 16);
    }

    /** Changes with anything of the account, and tells nothing of its password. */
    public String tag() {
      String all = String.join("\n", name, display, role.name(), scope, stamp());
      return Canonical.sha256(all).substring(0, 16);
    }

    /** Never shows the hash. */
    @Override
    public String toString() {
      return "account " + name + " (" + role + ")";
    }
  }

  public @Nullable Account find(String name) {
    return select("where name = ?", List.of(name)).stream().findFirst().orElse(null);
  }

  /** All of them, by name. */
  public List<Account> all() {
    return select("order by name", List.of());
  }

  private List<Account> select(String where, List<Object> params) {
    return db.sql(COLUMNS + where)
        .params(params)
        .query(
            (rs, i) ->
                new Account(
                    rs.getString(1),
                    rs.getString(2),
                    Role.valueOf(rs.getString(3)),
                    rs.getString(4),
                    rs.getString(5)))
        .list();
  }

  /** Writes an account. */
  public void save(Account account) {
    db.sql(
            """
            insert into account values (?, ?, ?, ?, ?)
            on conflict (name) do update set display = excluded.display, role = excluded.role,
              scope = excluded.scope, hash = excluded.hash
            """)
        .params(
            account.name(),
            account.display(),
            account.role().name(),
            account.scope(),
            account.hash())
        .update();
  }

  /** Answers whether there was one. */
  public boolean delete(String name) {
    return db.sql("delete from account where name = ?").param(name).update() == 1;
  }
}
