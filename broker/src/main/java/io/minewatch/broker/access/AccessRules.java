package io.minewatch.broker.access;

import static io.minewatch.broker.access.Permission.Act.PUBLISH;
import static io.minewatch.broker.access.Permission.Act.PUBLISH_RETAINED;
import static io.minewatch.broker.access.Permission.Act.SUBSCRIBE;

import io.minewatch.broker.access.Permission.Act;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.Topic.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The whole access rule book: what each role may publish and subscribe, and under which client ids
 * it may connect. Our broker's extension carries it out; rules for other brokers are to be written
 * from {@link #permissions} too, never beside it.
 *
 * <p>A gateway is held to its mine, not to its own name within the mine: one credential may serve a
 * pair of gateways. Two gateways of one mine trust each other as far as their client ids and topics
 * go.
 */
public final class AccessRules {
  /** Client ids of observers start with this. Shorter than any mine code, so never one. */
  public static final String OBSERVER_PREFIX = "observer.";

  private AccessRules() {}

  /** Returns all that the account may do, without order. */
  public static List<Permission> permissions(Account account) {
    MineCode mine = account.mine();
    return switch (account.role()) {
      case GATEWAY -> gateway(Objects.requireNonNull(mine));
      case JUDGE -> judge();
      case ARCHIVE -> archive();
      case ALERTING -> alerting();
      case SIMULATOR -> simulator();
      case OBSERVER -> observer(mine);
    };
  }

  /**
   * Tells why the account may not connect under this client id; null if it may. Who connects under
   * the client id of another takes over its session and with it its messages, so those who come
   * from outside are kept in a name space of their own: a gateway's client id starts with its mine
   * code and a dot, an observer's with {@link #OBSERVER_PREFIX}. The programs of the platform trust
   * each other; their client ids must not start with the code of a registered mine and a dot.
   */
  public static @Nullable String clientIdRefusal(Account account, String clientId) {
    if (clientId.isEmpty()) {
      return "a client id is needed";
    }
    return switch (account.role()) {
      case GATEWAY -> prefixRefusal(clientId, account.mine() + ".");
      case OBSERVER -> prefixRefusal(clientId, OBSERVER_PREFIX);
      case JUDGE, ARCHIVE, ALERTING, SIMULATOR -> null;
    };
  }

  private static @Nullable String prefixRefusal(String clientId, String prefix) {
    return clientId.startsWith(prefix) && clientId.length() > prefix.length()
        ? null
        : "the client id must start with '" + prefix + "' and go on";
  }

  private static List<Permission> gateway(MineCode mine) {
    List<Permission> may = new ArrayList<>();
    ofMine(may, mine, PUBLISH, Kind.READINGS, Kind.POSITIONS, Kind.OWN_ALARMS);
    ofMine(may, mine, PUBLISH, Kind.ORDERS_RECEIPT, Kind.CALLS_RECEIPT);
    ofMine(may, mine, PUBLISH_RETAINED, Kind.STATUS);
    ofMine(may, mine, SUBSCRIBE, Kind.PLAN, Kind.ORDERS, Kind.CALLS);
    ofMine(may, mine, SUBSCRIBE, Kind.RECEIPT_JUDGED, Kind.RECEIPT_KEPT);
    return may;
  }

  /** A gateway of every mine. */
  private static List<Permission> simulator() {
    List<Permission> may = new ArrayList<>();
    ofAll(may, PUBLISH, Kind.READINGS, Kind.POSITIONS, Kind.OWN_ALARMS);
    ofAll(may, PUBLISH_RETAINED, Kind.STATUS);
    ofAll(may, SUBSCRIBE, Kind.PLAN, Kind.ORDERS);
    return may;
  }

  private static List<Permission> judge() {
    List<Permission> may = new ArrayList<>();
    ofAll(may, SUBSCRIBE, Kind.READINGS, Kind.POSITIONS, Kind.OWN_ALARMS, Kind.STATUS);
    ofAll(may, SUBSCRIBE, Kind.PLAN, Kind.ORDERS, Kind.FINDINGS_RECEIPT);
    ofAll(may, PUBLISH, Kind.FINDINGS, Kind.MUSTER, Kind.REJECTED);
    ofAll(may, PUBLISH_RETAINED, Kind.SUMMARY, Kind.RECEIPT_JUDGED);
    return may;
  }

  /**
   * Positions and alarms too: they share the gateway's sequence, whose gaps the receipt reports;
   * and the status, which says what of them will never come.
   */
  private static List<Permission> archive() {
    List<Permission> may = new ArrayList<>();
    ofAll(may, SUBSCRIBE, Kind.READINGS, Kind.POSITIONS, Kind.OWN_ALARMS, Kind.STATUS, Kind.PLAN);
    ofAll(may, PUBLISH, Kind.REJECTED);
    ofAll(may, PUBLISH_RETAINED, Kind.RECEIPT_KEPT, Kind.DATA_ROOTS);
    return may;
  }

  /** Plans and orders to read as well: what is retained of a mine no longer there is cleared. */
  private static List<Permission> alerting() {
    List<Permission> may = new ArrayList<>();
    ofAll(may, PUBLISH_RETAINED, Kind.PLAN, Kind.ORDERS);
    ofAll(may, PUBLISH, Kind.CALLS, Kind.FINDINGS_RECEIPT);
    ofMine(may, MineCode.CANARY, PUBLISH, Kind.READINGS);
    may.add(new Permission(PUBLISH_RETAINED, Topic.LEDGER_ROOT));
    ofAll(
        may,
        SUBSCRIBE,
        Kind.FINDINGS,
        Kind.MUSTER,
        Kind.SUMMARY,
        Kind.READINGS,
        Kind.STATUS,
        Kind.ORDERS_RECEIPT,
        Kind.CALLS_RECEIPT,
        Kind.DATA_ROOTS,
        Kind.REJECTED,
        Kind.PLAN,
        Kind.ORDERS);
    return may;
  }

  private static List<Permission> observer(@Nullable MineCode mine) {
    if (mine == null) {
      return List.of(new Permission(SUBSCRIBE, Topic.PREFIX + "#"));
    }
    return List.of(
        new Permission(SUBSCRIBE, Topic.PREFIX + mine + "/#"),
        new Permission(SUBSCRIBE, Topic.filter(Kind.REJECTED, mine)));
  }

  private static void ofAll(List<Permission> may, Act act, Kind... kinds) {
    for (Kind kind : kinds) {
      may.add(new Permission(act, Topic.filter(kind)));
    }
  }

  private static void ofMine(List<Permission> may, MineCode mine, Act act, Kind... kinds) {
    for (Kind kind : kinds) {
      may.add(new Permission(act, Topic.filter(kind, mine)));
    }
  }
}
