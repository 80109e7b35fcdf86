package io.minewatch.alerting.access;

import static io.minewatch.alerting.journal.AccountRows.Role.ADMINISTRATOR;
import static io.minewatch.alerting.journal.AccountRows.Role.DISPATCHER;
import static io.minewatch.alerting.journal.AccountRows.Role.OPERATOR;
import static io.minewatch.alerting.journal.AccountRows.Role.REGULATOR;

import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.AccountRows.Role;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.roster.CardKey;
import io.minewatch.alerting.roster.Sight;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one table of who may do what, and the one rule of which mines an account sees. */
public final class Access {
  private static final Set<Role> EVERYBODY = Set.of(DISPATCHER, OPERATOR, REGULATOR, ADMINISTRATOR);

  /** Who works incidents, and hands the work over at the end of a shift. */
  private static final Set<Role> WORKERS = Set.of(DISPATCHER, OPERATOR);

  /** Who may change the registry of a mine in scope. */
  private static final Set<Role> EDITORS = Set.of(OPERATOR, ADMINISTRATOR);

  /** Who may be the second person for what lowers protection. */
  private static final Set<Role> ALLOWERS = Set.of(OPERATOR, REGULATOR, ADMINISTRATOR);

  /** First match counts; what matches no row is refused. */
  static final List<Row> TABLE =
      List.of(
          new Row("POST", "/api/session", Set.of()),
          new Row("DELETE", "/api/session", EVERYBODY),
          new Row("GET", "/api/me", EVERYBODY),
          new Row("POST", "/api/attendance", Set.of(DISPATCHER, OPERATOR)),
          new Row("GET", "/api/overview", EVERYBODY),
          new Row("GET", "/api/mines", EVERYBODY),
          new Row("GET", "/api/mines/*", EVERYBODY),
          new Row("GET", "/api/mines/*/live", EVERYBODY),
          new Row("GET", "/api/mines/*/muster", EVERYBODY),
          new Row("GET", "/api/mines/*/history", EVERYBODY),
          new Row("GET", "/api/mines/*/gateways", EVERYBODY),
          new Row("GET", "/api/mines/*/statistics", EVERYBODY),
          new Row("GET", "/api/mines/*/rewrites", EVERYBODY),
          new Row("GET", "/api/mines/*/feed-health", EVERYBODY),
          new Row("GET", "/api/mines/*/guidance", EVERYBODY),
          new Row("GET", "/api/mines/*/past-findings", EVERYBODY),
          new Row("GET", "/api/mines/*/duty", EVERYBODY),
          new Row("GET", "/api/roster", EVERYBODY),
          new Row("PUT", "/api/roster", Set.of(OPERATOR, ADMINISTRATOR)),
          new Row("POST", "/api/roster/tests", Set.of(DISPATCHER, OPERATOR, ADMINISTRATOR)),
          new Row("GET", "/api/channels", EVERYBODY),
          new Row("POST", "/api/calls/receipts", Set.of()), // signed, see CallController
          new Row("POST", "/api/calls/texts", Set.of()), // with its own secret
          new Row("GET", "/api/cap", EVERYBODY),
          new Row("GET", "/api/cap/*", EVERYBODY),
          new Row("POST", "/api/cap/tests", Set.of(DISPATCHER, OPERATOR, ADMINISTRATOR)),
          new Row("POST", "/api/warnings", Set.of(DISPATCHER, REGULATOR, ADMINISTRATOR)),
          new Row("GET", "/api/registry/keys", EVERYBODY),
          new Row("GET", "/api/mines/*/registry", EVERYBODY),
          new Row("PUT", "/api/mines/*/registry", EDITORS),
          new Row("GET", "/api/mines/*/registry/versions", EVERYBODY),
          new Row("GET", "/api/mines/*/registry/versions/*", EVERYBODY),
          new Row("GET", "/api/mines/*/registry/changes", EVERYBODY),
          new Row("POST", "/api/mines/*/registry/changes/*", ALLOWERS),
          new Row("POST", "/api/mines/*/registry/files", EDITORS),
          new Row("GET", "/api/mines/*/backtests", EVERYBODY),
          new Row("POST", "/api/mines/*/backtests", ALLOWERS),
          new Row("GET", "/api/mines/*/backtests/*", EVERYBODY),
          new Row("DELETE", "/api/mines/*/backtests/*", ALLOWERS),
          new Row("GET", "/api/findings/*/rederive", EVERYBODY),
          new Row("GET", "/api/incidents", EVERYBODY),
          new Row("GET", "/api/incidents/*", EVERYBODY),
          new Row("GET", "/api/incidents/*/findings", EVERYBODY),
          new Row("GET", "/api/incidents/*/calls", EVERYBODY),
          new Row("GET", "/api/incidents/*/evidence", Set.of(OPERATOR, REGULATOR, ADMINISTRATOR)),
          new Row("GET", "/api/incidents/*/report", EVERYBODY),
          new Row("GET", "/api/archive", EVERYBODY),
          new Row("GET", "/api/bulletins", EVERYBODY),
          new Row("GET", "/api/shifts", EVERYBODY),
          new Row("POST", "/api/shifts", WORKERS),
          new Row("GET", "/api/shifts/now", EVERYBODY),
          new Row("GET", "/api/shifts/*", EVERYBODY),
          new Row("POST", "/api/shifts/*/take", WORKERS),
          new Row("POST", "/api/shifts/*/withdraw", WORKERS),
          new Row("GET", "/api/shifts/*/report", EVERYBODY),
          new Row("GET", "/api/alarm-load", EVERYBODY),
          new Row("GET", "/api/drills", EVERYBODY),
          new Row("POST", "/api/drills", EVERYBODY),
          new Row("POST", "/api/drills/*/end", EVERYBODY),
          new Row("GET", "/api/drills/*/report", EVERYBODY),
          new Row("GET", "/api/four-lines", EVERYBODY),
          new Row("GET", "/api/four-lines.csv", EVERYBODY),
          new Row("GET", "/api/four-lines/outages", EVERYBODY),
          new Row("GET", "/api/clues", Set.of(REGULATOR)),
          new Row("GET", "/api/clues/counts", Set.of(REGULATOR)),
          new Row("POST", "/api/clues", Set.of(REGULATOR)),
          new Row("GET", "/api/clues/*", Set.of(REGULATOR)),
          new Row("POST", "/api/clues/*/acts", Set.of(REGULATOR)),
          new Row("GET", "/api/counters", EVERYBODY),
          new Row("GET", "/api/counters.csv", EVERYBODY),
          new Row("GET", "/api/exceptions", EVERYBODY),
          new Row("GET", "/api/ledger", EVERYBODY),
          new Row("GET", "/api/openapi.json", EVERYBODY),
          new Row("POST", "/api/incidents/*/acts", Set.of(DISPATCHER, OPERATOR)),
          new Row("POST", "/api/incidents/*/accident", Set.of(DISPATCHER, OPERATOR)),
          new Row("POST", "/api/incidents/*/accident/reports", Set.of(DISPATCHER, OPERATOR)),
          new Row("GET", "/api/accidents", EVERYBODY),
          new Row("GET", "/api/stream", EVERYBODY),
          new Row("GET", "/api/platform", EVERYBODY),
          new Row("GET", "/api/parked", Set.of(ADMINISTRATOR)),
          new Row("POST", "/api/parked/*/retry", Set.of(ADMINISTRATOR)),
          new Row("GET", "/api/accounts", Set.of(ADMINISTRATOR)),
          new Row("PUT", "/api/accounts/*", Set.of(ADMINISTRATOR)),
          new Row("DELETE", "/api/accounts/*", Set.of(ADMINISTRATOR)),
          new Row("GET", "/actuator/health", Set.of()),
          new Row("GET", "/actuator/prometheus", Set.of(ADMINISTRATOR)));

  /**
   * One row.
   *
   * @param roles who may; empty for anybody, signed in or not
   */
  record Row(String method, String pattern, Set<Role> roles) {}

  /** Every endpoint as method and pattern: what is in no row is refused. */
  public static List<String> rows() {
    return TABLE.stream().map(row -> row.method() + " " + row.pattern()).toList();
  }

  /** Who may do this, in order, empty for anybody; null when nobody may. */
  public static @Nullable List<String> roles(String method, String pattern) {
    return TABLE.stream()
        .filter(row -> row.method().equals(method) && row.pattern().equals(pattern))
        .findFirst()
        .map(row -> row.roles().stream().sorted().map(Enum::name).toList())
        .orElse(null);
  }

  private final Mines mines;
  private final CardKey cards;

  /**
   * Access to these mines.
   *
   * @param cards what cards are masked with for those outside
   */
  public Access(Mines mines, CardKey cards) {
    this.mines = mines;
    this.cards = cards;
  }

  /**
   * Whether a mine lies in the account's scope. A mine that is not registered never does.
   *
   * <p>A scope is a path of the registry's jurisdiction codes, from province to county, and at last
   * the mine: {@code 14}, {@code 14/1409}, …, {@code 14/1409/140921/140921021337}. Empty is the
   * nation.
   */
  public boolean sees(Account account, String mine) {
    MineEntry entry = mines.find(mine);
    return entry != null && lies(entry.path(), account.scope());
  }

  /**
   * Whether an account is to hear of what is wrong with a mine's registry, be it that the mine was
   * never told a plan. One whose document does not say where it lies concerns every administrator.
   */
  public boolean concerns(Account account, String mine) {
    String path = mines.path(mine);
    return path != null
        && (lies(path, account.scope()) || (path.equals(mine) && account.role() == ADMINISTRATOR));
  }

  /**
   * Whether an account belongs to the mine's own staff: its scope is the mine itself. Only they see
   * names and numbers of people in full.
   */
  public boolean isStaff(Account account, String mine) {
    MineEntry entry = mines.find(mine);
    return entry != null && account.role() != REGULATOR && entry.path().equals(account.scope());
  }

  /** What of a mine's people an account may see. */
  public Sight sight(Account account, String mine) {
    if (isStaff(account, mine)) {
      return Sight.STAFF;
    }
    boolean works = account.role() == DISPATCHER || account.role() == OPERATOR;
    return works && sees(account, mine) ? Sight.CHAIN : new Sight.Outside(cards);
  }

  /** What everybody may see: of no mine more than those from outside do. */
  public Function<String, Sight> fromOutside() {
    return mine -> new Sight.Outside(cards);
  }

  /** The same for a scope that is no mine: a county's own staff. */
  public static boolean isStaffOf(Account account, String scope) {
    return account.role() != REGULATOR && account.scope().equals(scope);
  }

  /** The path of a registered mine: its jurisdiction and itself; empty if it is not registered. */
  public String path(String mine) {
    MineEntry entry = mines.find(mine);
    return entry == null ? "" : entry.path();
  }

  private static boolean lies(String path, String scope) {
    return scope.isEmpty() || (path + "/").startsWith(scope + "/");
  }

  /** The mines that an account sees, by code. */
  public Stream<MineEntry> seen(Account account) {
    return mines.all().stream().filter(entry -> lies(entry.path(), account.scope()));
  }

  /** Those of them that lie in an area: a path from the province down, empty for all. */
  public Stream<MineEntry> seenIn(Account account, String area) {
    return seen(account).filter(entry -> lies(entry.path(), area));
  }

  /** Their codes, of which only the given one unless it is empty. */
  public List<String> seen(Account account, String mine) {
    return seen(account)
        .map(entry -> entry.plan().mine().value())
        .filter(code -> mine.isEmpty() || mine.equals(code))
        .toList();
  }

  /** Whether a scope holds any registered mine; one that holds none is a mistake. */
  public boolean isScope(String scope) {
    return mines.all().stream().anyMatch(entry -> lies(entry.path(), scope));
  }

  /** Whether an account may read names and cards: of the mine itself, or one that enters them. */
  public boolean readsNames(Account account, String mine) {
    MineEntry entry = mines.find(mine);
    return EDITORS.contains(account.role())
        || (account.role() == DISPATCHER && entry != null && entry.path().equals(account.scope()));
  }

  /** Whether everything in the scope of the second is in the scope of the first. */
  public static boolean covers(Account account, String scope) {
    return lies(scope, account.scope());
  }
}
