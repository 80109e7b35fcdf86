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

/**
 * Who may do what, by the table of {@link Endpoints}, and the one rule of which mines an account
 * sees.
 */
public final class Access {

  /** Every endpoint as method and pattern: what is in no row is refused. */
  public static List<String> rows() {
    return Endpoints.TABLE.stream().map(row -> row.method() + " " + row.pattern()).toList();
  }

  /** Who may do this, in order, empty for anybody; null when nobody may. */
  public static @Nullable List<String> roles(String method, String pattern) {
    return Endpoints.TABLE.stream()
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
    return mayEdit(account)
        || (account.role() == DISPATCHER && entry != null && entry.path().equals(account.scope()));
  }

  /** Who answers calls, and so attends a console at which they are heard. */
  public static Set<Role> answering() {
    return Endpoints.WORKERS;
  }

  /** Whether an account may edit registries: then it decides on what was proposed to them, too. */
  public static boolean mayEdit(Account account) {
    return Endpoints.EDITORS.contains(account.role());
  }

  /** Whether everything in the scope of the second is in the scope of the first. */
  public static boolean covers(Account account, String scope) {
    return lies(scope, account.scope());
  }
}
