package io.minewatch.alerting.journal;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.withdrawal.OrderId;
import io.minewatch.domain.withdrawal.OrderReceipt;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the systems underground say they did with an order, the newest of each. */
public final class ReceiptRows {
  private final JdbcClient db;

  public ReceiptRows(Database database) {
    this.db = database.client();
  }

  /**
   * Keeps a receipt; false if a newer one of this system is known. One of another mine than that of
   * the first is refused: nobody tells of an order that is not theirs. Inside {@link
   * Database#write}.
   */
  public boolean keep(OrderReceipt receipt) {
    return db.sql(
                """
                insert into order_receipt values (?, ?, ?, ?, ?, ?, ?)
                on conflict (order_id, system) do update set
                  kind = excluded.kind, state = excluded.state, at = excluded.at,
                  detail = excluded.detail
                where order_receipt.mine = excluded.mine and order_receipt.at < excluded.at
                """)
            .params(
                receipt.mine().value(),
                receipt.order().value(),
                receipt.system(),
                receipt.by().name(),
                receipt.state().name(),
                receipt.at().toEpochMilli(),
                receipt.detail())
            .update()
        == 1;
  }

  /** The receipts of an order, by system. */
  public List<OrderReceipt> of(MineCode mine, OrderId order) {
    return db.sql(
            "select system, kind, state, at, detail from order_receipt"
                + " where mine = ? and order_id = ? order by system")
        .params(mine.value(), order.value())
        .query(
            (rs, i) ->
                new OrderReceipt(
                    mine,
                    order,
                    rs.getString(1),
                    OrderReceipt.By.valueOf(rs.getString(2)),
                    OrderReceipt.State.valueOf(rs.getString(3)),
                    Instant.ofEpochMilli(rs.getLong(4)),
                    rs.getString(5)))
        .list();
  }
}
