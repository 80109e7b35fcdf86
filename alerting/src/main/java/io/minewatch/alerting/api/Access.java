package io.minewatch.alerting.api;

import static io.minewatch.alerting.journal.AccountRows.Role.ADMINISTRATOR;
import static io.minewatch.alerting.journal.AccountRows.Role.DISPATCHER;
import static io.minewatch.alerting.journal.AccountRows.Role.OPERATOR;
import static io.minewatch.alerting.journal.AccountRows.Role.REGULATOR;

import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.AccountRows.Role;
import io.minewatch.alerting.registry.MineEntry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The one table of who may do what, and the one rule of which mines an account sees. */
public final class Access {
  private static final Set<Role> EVERYBODY = Set.of(DISPATCHER, OPERATOR, REGULATOR, ADMINISTRATOR);

  /** First match counts; what matches no row is refused. */
  static final List<Row> TABLE =
      List.of(
          new Row("POST", "/api/session", Set.of()),
          new Row("DELETE", "/api/session", EVERYBODY),
          new Row("GET", "/api/me", EVERYBODY),
          new Row("GET", "/api/mines", EVERYBODY),
          new Row("GET", "/api/mines/*", EVERYBODY),
          new Row("GET", "/api/mines/*/live", EVERYBODY),
          new Row("GET", "/api/mines/*/muster", EVERYBODY),
          new Row("GET", "/api/mines/*/history", EVERYBODY),
          new Row("GET", "/api/incidents", EVERYBODY),
          new Row("GET", "/api/incidents/*", EVERYBODY),
          new Row("POST", "/api/incidents/*/acts", Set.of(DISPATCHER, OPERATOR)),
          new Row("GET", "/api/stream", EVERYBODY),
          new Row("GET", "/actuator/health", Set.of()),
          new Row("GET", "/actuator/prometheus", Set.of(ADMINISTRATOR)));

  /**
   * One row.
   *
   * @param roles who may; empty for anybody, signed in or not
   */
  record Row(String method, String pattern, Set<Role> roles) {}

  private final Map<String, MineEntry> mines;

  public Access(Map<String, MineEntry> mines) {
    this.mines = mines;
  }

  /**
   * Whether a mine lies in the account's jurisdiction. A mine that is not registered never does.
   */
  public boolean sees(Account account, String mine) {
    MineEntry entry = mines.get(mine);
    if (entry == null) {
      return false;
    }
    String path = String.join("/", entry.jurisdiction()) + "/" + mine + "/";
    return account.scope().isEmpty() || path.startsWith(account.scope() + "/");
  }

  /** The mines that an account sees, by code. */
  public Stream<MineEntry> seen(Account account) {
    return mines.entrySet().stream()
        .filter(each -> sees(account, each.getKey()))
        .map(Map.Entry::getValue);
  }
}
