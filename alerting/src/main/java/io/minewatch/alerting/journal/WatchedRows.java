package io.minewatch.alerting.journal;

import io.minewatch.alerting.fourline.Span;
import io.minewatch.alerting.fourline.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When the platform watched, by its own test readings: one that came all the way shows that broker,
 * judging and we were there. Write only inside {@link Database#write}.
 */
public final class WatchedRows {
  private final JdbcClient db;

  public WatchedRows(Database database) {
    this.db = database.client();
  }

  /**
   * A test reading of this time came all the way. If the one before is older than is allowed,
   * nobody watched between the two.
   */
  public void watched(Instant at, Duration within) {
    Instant last = last();
    if (last != null && last.plus(within).isBefore(at)) {
      db.sql("insert into unwatched values (?, ?) on conflict (since) do nothing")
          .params(last.toEpochMilli(), at.toEpochMilli())
          .update();
    }
    db.sql("insert into watched values ('FIRST', ?) on conflict (which) do nothing")
        .param(at.toEpochMilli())
        .update();
    db.sql(
            "insert into watched values ('NEWEST', ?) on conflict (which) do update"
                + " set at = excluded.at where excluded.at > watched.at")
        .param(at.toEpochMilli())
        .update();
  }

  /** When the newest one was sent; null before there was any. */
  public @Nullable Instant last() {
    return at("NEWEST");
  }

  private @Nullable Instant at(String which) {
    return db.sql("select at from watched where which = ?")
        .param(which)
        .query(Long.class)
        .optional()
        .map(Instant::ofEpochMilli)
        .orElse(null);
  }

  /**
   * The times within a span in which nobody watched, as far as is known: all before the first test
   * reading are such.
   *
   * @param within how old the newest one may be, before now is such a time too
   */
  public Spans unwatched(Span span, Duration within, Instant now) {
    Instant first = at("FIRST");
    List<Span> gaps = new ArrayList<>();
    gaps.add(new Span(Instant.EPOCH, first == null ? now : first));
    gaps.addAll(
        db.sql("select since, until from unwatched where until > ? and since < ? order by since")
            .params(span.from().toEpochMilli(), span.to().toEpochMilli())
            .query(
                (rs, i) ->
                    new Span(
                        Instant.ofEpochMilli(rs.getLong(1)), Instant.ofEpochMilli(rs.getLong(2))))
            .list());
    Instant last = last();
    if (last != null && last.plus(within).isBefore(now)) {
      gaps.add(new Span(last, now));
    }
    return new Spans(gaps); // each apart, where they touch as well: each is doubted by itself
  }
}
