package io.minewatch.jobs.archive;

import io.minewatch.domain.feed.RefusedRecord;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.jobs.window.Points;
import io.minewatch.series.note.Rewrite;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Writes the readings of a message, counts them in the windows of their points, and sums them up.
 */
final class Readings {
  private final Sorting sorting;
  private final Windows windows;
  private final Sums sums;
  private final Predicate<String> stranger;
  private final ReadingBatch batch = new ReadingBatch();

  /**
   * Describes it.
   *
   * @param stranger whether there is room to keep a point that no plan knows
   */
  Readings(Sorting sorting, Windows windows, Sums sums, Predicate<String> stranger) {
    this.sorting = sorting;
    this.windows = windows;
    this.sums = sums;
    this.stranger = stranger;
  }

  /** Writes; answers the doubt of {@link io.minewatch.jobs.series.SeriesBatch}. */
  String write(Envelope message, Topic topic, Feed.Taken taken, Register register)
      throws IOException, WireException {
    List<RefusedRecord> refused = new ArrayList<>();
    Senml.read(message, topic, batch, refused);
    sorting.refuse(refused);
    Rewrite.Cause cause = taken.learn(batch);
    Points points = windows.points();
    String mine = topic.mine().value();
    Sorting.Origin origin =
        new Sorting.Origin(mine, message.receivedMillis(), points, windows.begun());
    sums.begin(mine, message.receivedMillis(), points);
    int inDoubt = sorting.sort(batch, origin, register, stranger);
    windows.keep(points);
    sums.keep();
    return inDoubt == 0 ? "" : cause.name();
  }
}
