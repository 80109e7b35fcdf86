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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the mine's own systems raised. What cannot be taken of a message the judge job
 * refuses with its reason.
 *
 * <p><em>Late, missing, double</em>: each is kept under its begin; told again it gives the same
 * line, and its end is a line beside it. What alarms are about is bounded: series are not endless.
 */
final class Reports implements Writing {
  private final Predicate<String> room;
  private final Sorting.Refusals refusals;

  /**
   * Describes it.
   *
   * @param room whether there is room for what an alarm is about
   */
  Reports(Predicate<String> room, Sorting.Refusals refusals) {
    this.room = room;
    this.refusals = refusals;
  }

  @Override
  public @Nullable RejectReason write(
      Envelope message, Topic topic, Feed.Taken taken, Lines lines) {
    try {
      for (OwnAlarm alarm : Messages.read(message.payload(), OwnAlarms.class).alarms()) {
        if (!isSound(alarm, message.receivedMillis())) {
          continue;
        }
        if (room.test(Lines.about(alarm))) {
          lines.addOwnAlarm(topic.mine().value(), alarm);
        } else {
          refusals.add(RejectReason.TOO_LARGE);
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
        && (end == null || Sorting.isSound(end.toEpochMilli(), received))
        && !alarm.endsBeforeItBegins(Instant.ofEpochMilli(received));
  }
}
