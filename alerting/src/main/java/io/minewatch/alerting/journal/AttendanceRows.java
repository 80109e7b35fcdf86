package io.minewatch.alerting.journal;

import io.minewatch.alerting.attendance.Attendance;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When each account's page last sounded. Write inside {@link Database#write}. */
public final class AttendanceRows {
  private final JdbcClient db;

  public AttendanceRows(Database database) {
    this.db = database.client();
  }

  /** A page of the account sounds; an older beat never replaces a newer one. */
  public void beat(String account, Instant at) {
    db.sql(
            "insert into attendance values (?, ?) on conflict (account) do update set"
                + " at = excluded.at where excluded.at > attendance.at")
        .params(account, at.toEpochMilli())
        .update();
  }

  /** The newest beats of those of these roles, with what each sees now. */
  public List<Attendance.Beat> all(Set<AccountRows.Role> roles) {
    return db.sql(
            "select account.scope, attendance.at from attendance"
                + " join account on account.name = attendance.account"
                + " where account.role in (:roles) order by attendance.account")
        .param("roles", roles.stream().map(Enum::name).toList())
        .query((rs, i) -> new Attendance.Beat(rs.getString(1), Instant.ofEpochMilli(rs.getLong(2))))
        .list();
  }
}
