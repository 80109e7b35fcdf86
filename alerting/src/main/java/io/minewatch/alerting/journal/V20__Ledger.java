package io.minewatch.alerting.journal;

import io.minewatch.alerting.ledger.Chain;
import io.minewatch.alerting.ledger.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Makes the ledger, takes over what the journal held, chained anew, and has the database refuse
 * changes from here on.
 */
public final class V20__Ledger extends BaseJavaMigration {
  private static final List<String> TABLES =
      List.of(
          """
          create table ledger (
            seq bigint primary key,
            at text not null,
            mine text not null,
            kind text not null,
            subject text not null,
            n bigint not null,
            actor text not null,
            type text not null,
            content text not null,
            previous text not null,
            hash text not null
          )""",
          "create unique index ledger_event on ledger (subject, n) where kind = 'INCIDENT'",
          "create table ledger_root (day text primary key, seq bigint not null, hash text not null)");

  private static final List<String> SQLITE =
      List.of("ledger", "ledger_root").stream()
          .flatMap(
              table ->
                  List.of("update", "delete").stream()
                      .map(
                          act ->
                              """
                              create trigger %1$s_no_%2$s before %2$s on %1$s begin
                                select raise(abort, '%1$s is append-only');
                              end"""
                                  .formatted(table, act)))
          .toList();

  private static final List<String> POSTGRESQL =
      List.of(
          """
          create function append_only() returns trigger language plpgsql as
          'begin raise exception ''% is append-only'', tg_table_name; end'""",
          trigger("ledger", "update or delete", "row"),
          trigger("ledger", "truncate", "statement"),
          trigger("ledger_root", "update or delete", "row"),
          trigger("ledger_root", "truncate", "statement"));

  private static String trigger(String table, String act, String each) {
    return "create trigger %s_no_%s before %s on %s for each %s execute function append_only()"
        .formatted(table, each, act, table, each);
  }

  @Override
  public void migrate(Context context) throws Exception {
    Connection connection = context.getConnection();
    boolean sqlite = connection.getMetaData().getDatabaseProductName().equals("SQLite");
    try (Statement statement = connection.createStatement()) {
      for (String sql : TABLES) {
        statement.execute(sql);
      }
      takeOver(connection, statement);
      statement.execute("drop table journal");
      for (String sql : sqlite ? SQLITE : POSTGRESQL) {
        statement.execute(sql);
      }
    }
  }

  private static void takeOver(Connection connection, Statement statement) throws SQLException {
    long seq = 0;
    String head = Chain.START;
    String all =
        "select j.at, coalesce(i.mine, ''), j.incident, j.n, j.type, j.body"
            + " from journal j left join incident i on i.id = j.incident order by j.seq";
    try (ResultSet rs = statement.executeQuery(all);
        PreparedStatement insert =
            connection.prepareStatement("insert into ledger values (?,?,?,?,?,?,?,?,?,?,?)")) {
      while (rs.next()) {
        seq++;
        Entry entry =
            new Entry(
                seq,
                rs.getString(1),
                rs.getString(2),
                LedgerRows.Kind.INCIDENT.name(),
                rs.getString(3),
                rs.getLong(4),
                "journal", // who did it stands in the content
                rs.getString(5),
                rs.getString(6));
        String hash = Chain.hash(head, entry.digest());
        write(insert, entry, head, hash);
        head = hash;
      }
    }
    try (PreparedStatement update =
        connection.prepareStatement("update ledger_head set seq = ?, hash = ? where id = 1")) {
      update.setLong(1, seq);
      update.setString(2, head);
      update.executeUpdate();
    }
  }

  private static void write(PreparedStatement insert, Entry entry, String previous, String hash)
      throws SQLException {
    insert.setLong(1, entry.seq());
    insert.setString(2, entry.at());
    insert.setString(3, entry.mine());
    insert.setString(4, entry.kind());
    insert.setString(5, entry.subject());
    insert.setLong(6, entry.n());
    insert.setString(7, entry.actor());
    insert.setString(8, entry.type());
    insert.setString(9, entry.content());
    insert.setString(10, previous);
    insert.setString(11, hash);
    insert.executeUpdate();
  }
}
