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

  /** How one signs in to an account. */
  public enum Way {
    PASSWORD,
    /** A provider of identities vouches for the person. */
    VOUCHED,
    /** Not at all, though the provider would: an administrator here has said so. */
    BARRED
  }

  /**
   * One account.
   *
   * @param scope path of the jurisdiction that it sees, for instance {@code 14/1409}, down to a
   *     mine; empty for the whole nation
   */
  public record Account(String name, String display, Role role, String scope, String hash) {
    /** In place of a hash where a provider of identities signs the person in: no password fits. */
    private static final String VOUCHED = "vouched: ";

    private static final String BARRED = "barred: ";

    /**
     * An account that has no password and is no way in by one.
     *
     * @param mark of this row: an account that was taken away and is made again has another one,
     *     and what was signed in before stays ended
     */
    public static Account vouched(
        String name, String display, Role role, String scope, String mark) {
      return new Account(name, display, role, scope, VOUCHED + mark);
    }

    /** The same account with what the provider says of it now. */
    public Account vouchedAnew(String display, Role role, String scope) {
      return new Account(name, display, role, scope, hash);
    }

    /** The same account, by which nobody comes in whatever the provider says. */
    public Account barred() {
      return new Account(name, display, role, scope, BARRED + stamp());
    }

    /** Whether one can sign in to it by a password. */
    public boolean hasPassword() {
      return way() == Way.PASSWORD;
    }

    /** How one signs in to it. */
    public Way way() {
      return hash.startsWith(VOUCHED)
          ? Way.VOUCHED
          : hash.startsWith(BARRED) ? Way.BARRED : Way.PASSWORD;
    }

    /** The same account with another scope. */
    public Account in(String other) {
      return new Account(name, display, role, other, hash);
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
