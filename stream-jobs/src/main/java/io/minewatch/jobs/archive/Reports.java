package io.minewatch.jobs.archive;

import io.minewatch.domain.feed.OwnAlarms;
import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.finding.OwnAlarm;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.series.store.Lines;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the mine's own systems raised. What cannot be taken of a message the judge job
 * refuses with its reason.
 *
 * <p><em>Late, missing, double</em>: each is kept under its begin; told again it gives the same
 * line, and its end is added to it.
 */
final class Reports {
  private Reports() {}

  /** Writes the lines of a message; answers why it cannot be read, or null. */
  static @Nullable RejectReason write(
      Envelope message, Topic topic, Sorting.Clock clock, Lines lines) {
    try {
      for (OwnAlarm alarm : Messages.read(message.payload(), OwnAlarms.class).alarms()) {
        if (isSound(alarm, message.receivedMillis())) {
          lines.addOwnAlarm(topic.mine().value(), alarm);
        }
      }
      return null;
    } catch (WireException e) {
      return e.reason();
    }
  }

  /** As the judge job takes it. */
  private static boolean isSound(OwnAlarm alarm, long received) {
    Instant end = alarm.end();
    return Sorting.isSound(alarm.begin().toEpochMilli(), received)
        && (end == null
            || (!end.isBefore(alarm.begin()) && Sorting.isSound(end.toEpochMilli(), received)));
  }
}
