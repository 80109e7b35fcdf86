package io.minewatch.alerting.accident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report of one accident: owed, and later made. Times are wall time.
 *
 * @param rule as it stood when the accident was declared
 * @param made null while it is owed
 * @param missed when it was found that its time had passed, null while it has not
 */
public record Owed(ReportRule rule, Instant due, @Nullable Made made, @Nullable Instant missed) {
  /**
   * Who says that a report was made.
   *
   * @param note to whom and what, in the words of the person
   */
  public record Made(Instant at, String by, String note) {}

  /** How a report stands. */
  public enum Standing {
    OWED,
    OVERDUE,
    IN_TIME,
    LATE
  }

  /** How it stands now; at the very moment that is due it is still in time. */
  public Standing standing(Instant now) {
    Made done = made;
    if (done != null) {
      return done.at().isAfter(due) ? Standing.LATE : Standing.IN_TIME;
    }
    return now.isAfter(due) ? Standing.OVERDUE : Standing.OWED;
  }
}
