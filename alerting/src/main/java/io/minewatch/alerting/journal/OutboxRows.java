package io.minewatch.alerting.journal;

import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.domain.withdrawal.OrderBook;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is to be published retained, with the versions of plans and order books. */
public final class OutboxRows {
  /** Topics of order books, for SQL. */
  private static final String ORDERS = Topic.filter(Topic.Kind.ORDERS).replace('+', '%');

  private final JdbcClient db;

  /** A large plan takes long to read: once for each text of it. */
  private final Map<MineCode, Parsed> plans = new ConcurrentHashMap<>();

  private record Parsed(String body, Plan plan) {}

  public OutboxRows(Database database) {
    this.db = database.client();
  }

  /** A retained message; a newer version of the same topic replaces it. */
  public record Retained(String topic, String payload, long version) {}

  /** Puts a message to be published. Inside {@link Database#write}. */
  public void put(String topic, Object message, long version) {
    db.sql(
            """
            insert into outbox (topic, payload, version, sent, place)
              values (?, ?, ?, -1, (select coalesce(max(place), 0) + 1 from outbox))
            on conflict (topic) do update set
              payload = excluded.payload, version = excluded.version, sent = -1,
              place = excluded.place
            """)
        .params(topic, text(message), version)
        .update();
  }

  /** What the broker does not have yet: orders before everything else, then as it was put. */
  public List<Retained> unsent(int atMost) {
    return db.sql(
            """
            select topic, payload, version from outbox where sent < version
            order by case when topic like :orders then 0 else 1 end, place, topic limit :most
            """)
        .param("orders", ORDERS)
        .param("most", atMost)
        .query((rs, i) -> new Retained(rs.getString(1), rs.getString(2), rs.getLong(3)))
        .list();
  }

  /** How many messages the broker does not have yet. */
  public int waiting() {
    return db.sql("select count(*) from outbox where sent < version").query(Integer.class).single();
  }

  /** The broker has it, if nothing newer came in between. */
  public void sent(Retained message) {
    db.sql("update outbox set sent = version where topic = ? and version = ?")
        .params(message.topic(), message.version())
        .update();
  }

  /** At a start everything is published again: the broker may have lost what it kept. */
  public void sendAllAgain() {
    db.sql("update outbox set sent = -1").update();
  }

  /** From now on no plan and no order book has a lower number. Never falls. */
  public void raiseFloor(long lowest) {
    db.sql(
            """
            insert into number_floor values (1, ?) on conflict (id) do update set lowest =
              case when excluded.lowest > number_floor.lowest
                then excluded.lowest else number_floor.lowest end
            """)
        .param(lowest)
        .update();
  }

  /** The lowest number that a plan or an order book may have; 0 where nothing was restored. */
  public long floor() {
    return db.sql("select lowest from number_floor").query(Long.class).optional().orElse(0L);
  }

  /** What sets ids apart from those given before the last restore; empty without one. */
  public String sinceRestore() {
    long floor = floor();
    return floor == 0 ? "" : "-r" + floor;
  }

  /**
   * The number after one.
   *
   * @param known of a mine's plan or order book; 0 if it has none yet
   */
  public long next(long known) {
    return Math.max(known + 1, floor());
  }

  /** The version of a mine's order book; 0 before the first order. */
  public long orderBook(MineCode mine) {
    return db.sql("select version from order_book where mine = ?")
        .param(mine.value())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** The number of a mine's next order book; asked at every act, therefore in one statement. */
  public long nextOrderBook(MineCode mine) {
    return db.sql(
            "select coalesce((select version from order_book where mine = ?), 0),"
                + " coalesce((select max(lowest) from number_floor), 0)")
        .param(mine.value())
        .query((rs, i) -> Math.max(rs.getLong(1) + 1, rs.getLong(2)))
        .single();
  }

  /** The order books that were put out last. */
  public List<OrderBook> orderBooks() {
    return db.sql("select payload from outbox where topic like ? order by topic")
        .param(ORDERS)
        .query((rs, i) -> read(rs.getString(1), OrderBook.class))
        .list();
  }

  public void orderBook(String topic, OrderBook book) {
    db.sql(
            "insert into order_book values (?, ?)"
                + " on conflict (mine) do update set version = excluded.version")
        .params(book.mine().value(), book.version())
        .update();
    put(topic, book, book.version());
  }

  /** The newest plan of a mine, or null. */
  public @Nullable Plan plan(MineCode mine) {
    String body =
        db.sql("select body from plan where mine = ? order by version desc limit 1")
            .param(mine.value())
            .query(String.class)
            .optional()
            .orElse(null);
    if (body == null) {
      return null;
    }
    Parsed parsed = plans.get(mine);
    if (parsed == null || !parsed.body.equals(body)) {
      parsed = new Parsed(body, read(body, Plan.class));
      plans.put(mine, parsed);
    }
    return parsed.plan;
  }

  /** The newest plan of every mine that has one, the canary's too. */
  public List<Plan> plans() {
    return db
        .sql("select distinct mine from plan order by mine")
        .query((rs, i) -> new MineCode(rs.getString(1)))
        .list()
        .stream()
        .map(mine -> Objects.requireNonNull(plan(mine), "it has one"))
        .toList();
  }

  /** A version of a plan of a mine, or null. */
  public @Nullable Plan plan(MineCode mine, long version) {
    return db.sql("select body from plan where mine = ? and version = ?")
        .params(mine.value(), version)
        .query((rs, i) -> read(rs.getString(1), Plan.class))
        .optional()
        .orElse(null);
  }

  /** Keeps a new version of a plan; the older ones stay, findings refer to them. */
  public void plan(String topic, Plan plan) {
    db.sql("insert into plan values (?, ?, ?)")
        .params(plan.mine().value(), plan.version(), text(plan))
        .update();
    put(topic, plan, plan.version());
  }

  private static String text(Object message) {
    return new String(Messages.write(message), StandardCharsets.UTF_8);
  }

  private static <T> T read(String body, Class<T> type) {
    try {
      return Messages.read(body.getBytes(StandardCharsets.UTF_8), type);
    } catch (WireException e) {
      throw new IllegalStateException("a kept " + type.getSimpleName() + " is unreadable", e);
    }
  }
}
