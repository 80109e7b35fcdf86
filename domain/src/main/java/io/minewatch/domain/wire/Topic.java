package io.minewatch.domain.wire;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Name;
import org.jspecify.annotations.Nullable;

/**
 * The address of a message: which mine, which gateway if any, what kind. All topics of the product
 * are made and read here.
 */
public record Topic(Kind kind, MineCode mine, @Nullable GatewayId gateway) {
  /** All our topics start with this. */
  public static final String PREFIX = "mw/v1/";

  /** Where the newest daily root of the ledger stands for everybody, retained. */
  public static final String LEDGER_ROOT = PREFIX + "ledger/root";

  private static final String REJECTED = "rejected/";

  /** What a message is. */
  public enum Kind {
    READINGS("readings", true),
    POSITIONS("positions", true),
    /** What the mine's own systems raised. */
    OWN_ALARMS("alarms", true),
    STATUS("status", true),
    RECEIPT_JUDGED("receipt/judged", true),
    RECEIPT_KEPT("receipt/kept", true),
    /** What the archive job has written of each hour. */
    DATA_ROOTS("roots", false),
    PLAN("plan", false),
    FINDINGS("findings", false),
    FINDINGS_RECEIPT("findings/receipt", false),
    MUSTER("muster", false),
    SUMMARY("summary", false),
    ORDERS("orders", false),
    ORDERS_RECEIPT("orders/receipt", false),
    CALLS("calls", false),
    CALLS_RECEIPT("calls/receipt", false),
    REJECTED("rejected", false);

    private final String suffix;
    private final boolean ofGateway;

    Kind(String suffix, boolean ofGateway) {
      this.suffix = suffix;
      this.ofGateway = ofGateway;
    }
  }

  public Topic {
    if (kind.ofGateway != (gateway != null)) {
      throw new IllegalArgumentException(kind + " needs a gateway or must not have one");
    }
  }

  public static Topic of(Kind kind, MineCode mine) {
    return new Topic(kind, mine, null);
  }

  public static Topic of(Kind kind, MineCode mine, GatewayId gateway) {
    return new Topic(kind, mine, gateway);
  }

  /**
   * The subscription filter for one kind of message of every mine, for instance {@code
   * mw/v1/+/+/readings}.
   */
  public static String filter(Kind kind) {
    return kind == Kind.REJECTED
        ? PREFIX + REJECTED + "+"
        : PREFIX + (kind.ofGateway ? "+/+/" : "+/") + kind.suffix;
  }

  /** The same for one mine. */
  public static String filter(Kind kind, MineCode mine) {
    return kind == Kind.REJECTED
        ? PREFIX + REJECTED + mine
        : PREFIX + mine + (kind.ofGateway ? "/+/" : "/") + kind.suffix;
  }

  /** Reads a topic; null if it is none of ours. */
  public static @Nullable Topic parse(String text) {
    if (!text.startsWith(PREFIX)) {
      return null;
    }
    String rest = text.substring(PREFIX.length());
    if (rest.startsWith(REJECTED)) {
      String mine = rest.substring(REJECTED.length());
      return MineCode.isValid(mine) ? of(Kind.REJECTED, new MineCode(mine)) : null;
    }
    int slash = rest.indexOf('/');
    if (slash < 0 || !MineCode.isValid(rest.substring(0, slash))) {
      return null;
    }
    MineCode mine = new MineCode(rest.substring(0, slash));
    String tail = rest.substring(slash + 1);
    for (Kind kind : Kind.values()) {
      if (!kind.ofGateway && kind != Kind.REJECTED && tail.equals(kind.suffix)) {
        return of(kind, mine);
      }
    }
    return parseOfGateway(mine, tail);
  }

  private static @Nullable Topic parseOfGateway(MineCode mine, String tail) {
    int slash = tail.indexOf('/');
    if (slash < 0 || !Name.isValid(tail.substring(0, slash))) {
      return null;
    }
    String suffix = tail.substring(slash + 1);
    for (Kind kind : Kind.values()) {
      if (kind.ofGateway && suffix.equals(kind.suffix)) {
        return of(kind, mine, new GatewayId(tail.substring(0, slash)));
      }
    }
    return null;
  }

  /**
   * The mine part of a topic without reading the rest, for keying streams. Empty if there is none.
   */
  public static String mineOf(String text) {
    if (!text.startsWith(PREFIX)) {
      return "";
    }
    int from = PREFIX.length();
    if (text.startsWith(REJECTED, from)) {
      return text.substring(from + REJECTED.length());
    }
    int to = text.indexOf('/', from);
    return to < 0 ? "" : text.substring(from, to);
  }

  @Override
  public String toString() {
    if (kind == Kind.REJECTED) {
      return PREFIX + REJECTED + mine;
    }
    return PREFIX + mine + "/" + (gateway == null ? "" : gateway + "/") + kind.suffix;
  }
}
