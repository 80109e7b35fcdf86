package io.minewatch.jobs.archive;

import io.minewatch.domain.feed.RefusedRecord;
import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Name;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.jobs.window.Points;
import io.minewatch.series.store.Lines;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides of each reading of a message whether it becomes a line, and which. Pure.
 *
 * <p><em>Late, missing, double</em>: late ones are kept under their measured time; a reading with
 * no number but a quality that explains it is kept without value; a doubled one gives the same
 * line.
 */
final class Sorting {
  /** Nothing was measured electronically for us before: 2000-01-01 UTC. */
  static final long CENTURY_MILLIS = 946_684_800_000L;

  /** A clock that is further ahead would hide all later readings behind its own. */
  static final Duration AHEAD = Duration.ofDays(1);

  /** Where refused readings are counted. */
  interface Refusals {
    void add(RejectReason reason);
  }

  /** Where readings of registered points are added up as they are written. */
  interface Sums {
    void add(String point, Measure measure, Points.Told told, Points.Place place);
  }

  private final Lines lines;
  private final Refusals refusals;
  private final Sums sums;

  Sorting(Lines lines, Refusals refusals, Sums sums) {
    this.lines = lines;
    this.refusals = refusals;
    this.sums = sums;
  }

  /**
   * Writes the lines of a message.
   *
   * @param stranger whether there is room to keep a point that the register does not know
   * @return how many of them tell a time of which another reading may be kept
   */
  int sort(ReadingBatch batch, Origin origin, Register register, Predicate<String> stranger) {
    int inDoubt = 0;
    for (int i = 0; i < batch.size(); i++) {
      Register.Known known = register.find(batch.point(i));
      RejectReason refused =
          known == null
              ? refuseStranger(batch, i, origin, stranger)
              : refuse(batch, i, origin, known.measure());
      if (refused != null) {
        refusals.add(refused);
      } else if (add(batch, i, origin, known) == Points.Place.BESIDE) {
        inDoubt++;
      }
    }
    return inDoubt;
  }

  /** Counts records that could not be read; the others of their message are taken. */
  void refuse(List<RefusedRecord> records) {
    for (RefusedRecord record : records) {
      if (!record.isTaken()) {
        refusals.add(record.reason());
      }
    }
  }

  private Points.Place add(
      ReadingBatch batch, int i, Origin origin, Register.@Nullable Known known) {
    long measured = batch.measuredMillis(i);
    Quality quality = batch.quality(i);
    if (known == null) {
      double value = batch.value(i);
      Points.Place place =
          origin.take(
              batch.point(i),
              null,
              new Points.Told(value, quality, measured, origin.receivedMillis()));
      lines.addUnregistered(
          origin.mine(), batch.point(i), value, batch.unit(i), quality, measured, in(place));
      return place;
    }
    double value = known.measure().convert(batch.value(i), batch.unit(i));
    // Beside another quality an impossible number means nothing; the quality means much.
    double kept = known.measure().isPossible(value) ? value : Double.NaN;
    Points.Told told = new Points.Told(kept, quality, measured, origin.receivedMillis());
    Points.Place place = origin.take(batch.point(i), known.measure(), told);
    lines.add(known.head(), kept, quality, measured, in(place));
    sums.add(batch.point(i), known.measure(), told, place);
    return place;
  }

  private static Lines.Place in(Points.Place place) {
    return place == Points.Place.BESIDE ? Lines.Place.AGAIN : Lines.Place.OWN;
  }

  /**
   * Where and when a message came from.
   *
   * @param receivedMillis wall time since 1970 UTC
   * @param points what is remembered of the mine's points
   * @param checkpoint the last one that was begun
   */
  record Origin(String mine, long receivedMillis, Points points, long checkpoint) {
    private Points.Place take(String point, @Nullable Measure measure, Points.Told told) {
      return points.take(point, measure, told, checkpoint);
    }
  }

  /**
   * The clock by which a message was stamped. Where it was put back, times may be told again.
   *
   * @param toldBefore up to which time it may have told times before it was put back, milliseconds
   *     since 1970 UTC; {@link Long#MIN_VALUE} if it was not
   */
  record Clock(long toldBefore) {
    Lines.Place place(long measuredMillis) {
      return measuredMillis <= toldBefore ? Lines.Place.AGAIN : Lines.Place.OWN;
    }
  }

  /** As the judge job refuses, so that the record holds what was judged. */
  private static @Nullable RejectReason refuse(
      ReadingBatch batch, int i, Origin origin, Measure measure) {
    double factor = measure.factorFrom(batch.unit(i));
    boolean possible = measure.isPossible(measure.convert(batch.value(i), batch.unit(i)));
    if (batch.quality(i).needsNumber() && !possible) {
      if (!Double.isFinite(batch.value(i))) {
        return RejectReason.NOT_A_NUMBER;
      }
      return Double.isNaN(factor) ? RejectReason.WRONG_UNIT : RejectReason.IMPOSSIBLE_VALUE;
    }
    return refuseTime(batch.measuredMillis(i), origin);
  }

  private static @Nullable RejectReason refuseStranger(
      ReadingBatch batch, int i, Origin origin, Predicate<String> stranger) {
    double value = batch.value(i);
    boolean explained = Double.isNaN(value) && !batch.quality(i).needsNumber();
    if (!Double.isFinite(value) && !explained) {
      return RejectReason.NOT_A_NUMBER;
    }
    RejectReason time = refuseTime(batch.measuredMillis(i), origin);
    if (time != null) {
      return time;
    }
    String point = batch.point(i);
    return Name.isValid(point) && stranger.test(point) ? null : RejectReason.UNKNOWN_POINT;
  }

  private static @Nullable RejectReason refuseTime(long measured, Origin origin) {
    return isSound(measured, origin.receivedMillis()) ? null : RejectReason.ABSURD_TIME;
  }

  static boolean isSound(long measured, long received) {
    return measured >= CENTURY_MILLIS && measured <= received + AHEAD.toMillis();
  }
}
