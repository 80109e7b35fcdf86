package io.minewatch.alerting.journal;

import io.minewatch.alerting.shift.Handover;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shifts that were handed over. Write only inside {@link Database#write}. */
public final class ShiftRows {
  private static final String COLUMNS =
      "select id, scope, giver, given, receiver, notes, taker, taken, remarks, withdrawn"
          + " from shift_handover ";
  private final JdbcClient db;

  public ShiftRows(Database database) {
    this.db = database.client();
  }

  /**
   * Writes a new one.
   *
   * @param matters what was open when it was given, as JSON
   */
  public void add(Handover handover, String matters) {
    db.sql("insert into shift_handover values (?, ?, ?, ?, ?, ?, ?, null, null, '', null, '')")
        .params(
            handover.id(),
            handover.scope(),
            handover.giver(),
            handover.given().toEpochMilli(),
            handover.receiver(),
            handover.notes(),
            matters)
        .update();
  }

  /** Keeps what was open when it was taken. */
  public void taken(String id, String matters) {
    db.sql("update shift_handover set taken_matters = ? where id = ?").params(matters, id).update();
  }

  /** Writes how one stands now. */
  public void move(Handover handover) {
    Handover.Taken taken = handover.taken();
    Instant withdrawn = handover.withdrawn();
    db.sql(
            "update shift_handover set taker = ?, taken = ?, remarks = ?, withdrawn = ?"
                + " where id = ?")
        .param(taken == null ? null : taken.by())
        .param(taken == null ? null : taken.at().toEpochMilli())
        .param(taken == null ? "" : taken.remarks())
        .param(withdrawn == null ? null : withdrawn.toEpochMilli())
        .param(handover.id())
        .update();
  }

  public @Nullable Handover find(String id) {
    return db.sql(COLUMNS + "where id = ?")
        .param(id)
        .query((rs, i) -> read(rs))
        .optional()
        .orElse(null);
  }

  /** What was open when it was given, as JSON; empty if there is no such handover. */
  public String matters(String id) {
    return db.sql("select matters from shift_handover where id = ?")
        .param(id)
        .query(String.class)
        .optional()
        .orElse("");
  }

  /** What was open when it was taken, as JSON; empty if it is not taken. */
  public String takenMatters(String id) {
    return db.sql("select taken_matters from shift_handover where id = ?")
        .param(id)
        .query(String.class)
        .optional()
        .orElse("");
  }

  /** The last one of this scope that was not called back, or null. */
  public @Nullable Handover last(String scope) {
    return db.sql(
            COLUMNS + "where scope = ? and withdrawn is null order by given desc, id desc limit 1")
        .params(scope)
        .query((rs, i) -> read(rs))
        .optional()
        .orElse(null);
  }

  /**
   * The same as {@link #within}, but that the one of the very scope that waits to be taken leads
   * the first page: its dispatchers have to find it, also when many hand over below.
   */
  public List<Handover> listed(String scope, @Nullable Handover after, int atMost) {
    List<Handover> page = within(scope, after, atMost);
    Handover last = after == null ? last(scope) : null;
    if (last == null || last.standing() != Handover.Standing.GIVEN || page.contains(last)) {
      return page;
    }
    List<Handover> led = new ArrayList<>(List.of(last));
    led.addAll(page.subList(0, atMost - 1)); // the next page begins after these
    return led;
  }

  /**
   * Those of this scope and of all below it, the newest first.
   *
   * @param after the last one of the page before; null for the first page
   */
  public List<Handover> within(String scope, @Nullable Handover after, int atMost) {
    return db.sql(
            COLUMNS
                + "where (given, id) < (:given, :id) and (:scope = '' or scope = :scope or"
                + " substr(scope, 1, :long) = :below) order by given desc, id desc limit :most")
        .param("given", after == null ? Long.MAX_VALUE : after.given().toEpochMilli())
        .param("id", after == null ? "" : after.id())
        .param("scope", scope)
        .param("below", scope + "/")
        .param("long", scope.length() + 1)
        .param("most", atMost)
        .query((rs, i) -> read(rs))
        .list();
  }

  private static Handover read(ResultSet rs) throws SQLException {
    String taker = rs.getString(7);
    Instant taken = Instant.ofEpochMilli(rs.getLong(8));
    String remarks = rs.getString(9);
    long back = rs.getLong(10);
    Instant withdrawn = rs.wasNull() ? null : Instant.ofEpochMilli(back);
    return new Handover(
        rs.getString(1),
        rs.getString(2),
        rs.getString(3),
        Instant.ofEpochMilli(rs.getLong(4)),
        rs.getString(5),
        rs.getString(6),
        taker == null ? null : new Handover.Taken(taker, taken, remarks),
        withdrawn);
  }
}
