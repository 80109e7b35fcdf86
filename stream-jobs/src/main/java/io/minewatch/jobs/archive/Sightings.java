package io.minewatch.jobs.archive;

import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Positions;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.series.store.Lines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import org.jspecify.annotations.Nullable;

/**
 * Writes where cards were seen, without names. What cannot be taken of a message the judge job
 * refuses with its reason.
 *
 * <p><em>Late, missing, double</em>: each is kept under its own time, a time that a clock put back
 * tells again beside it; a double gives the same line.
 */
final class Sightings {
  private Sightings() {}

  /** Writes the lines of a message; answers why it cannot be read, or null. */
  static @Nullable RejectReason write(Envelope message, Topic topic, Feed.Taken taken, Lines lines)
      throws IOException {
    try {
      List<Fix> sound = new ArrayList<>();
      LongSummaryStatistics times = new LongSummaryStatistics();
      for (Fix fix : Positions.read(message.payload(), new ArrayList<>())) {
        long at = fix.at().toEpochMilli();
        if (Sorting.isSound(at, message.receivedMillis())) {
          sound.add(fix);
          times.accept(at);
        }
      }
      Sorting.Clock clock = taken.clock(times);
      for (Fix fix : sound) {
        lines.addPosition(topic.mine().value(), fix, clock.place(fix.at().toEpochMilli()));
      }
      return null;
    } catch (WireException e) {
      return e.reason();
    }
  }
}
