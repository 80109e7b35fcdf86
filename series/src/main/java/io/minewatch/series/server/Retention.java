package io.minewatch.series.server;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long what is recorded is kept, by class. Refuses to keep less than the field's rules ask for
 * (docs/series.md names them with their confidence).
 *
 * @param readings what points told, and how their feeds stood; real-time values are kept for at
 *     least three months
 * @param records statistics and rewrites, at least two years
 * @param people positions, and own alarms, of which many are of people; as short as may be
 */
public record Retention(Duration readings, Duration records, Duration people)
    implements Serializable {
  /** Three months, the longest there are. */
  public static final Duration LEAST_READINGS = Duration.ofDays(92);

  /** Two years, one of them a leap year. */
  public static final Duration LEAST_RECORDS = Duration.ofDays(731);

  /** A slope's finding is derived again from 400 days of readings. */
  public static final Retention USUAL =
      new Retention(Duration.ofDays(450), Duration.ofDays(800), Duration.ofDays(30));

  public Retention {
    require("readings", readings, LEAST_READINGS);
    require("records", records, LEAST_RECORDS);
    require("people", people, Duration.ofDays(1));
  }

  private static void require(String what, Duration kept, Duration least) {
    if (kept.compareTo(least) < 0) {
      throw new IllegalArgumentException(
          what + " are kept for at least " + least.toDays() + " days, was " + kept.toDays());
    }
  }
}
