package io.minewatch.ingest.recorded;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.ingest.replay.Column;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recorded set, as {@code sets.table} tells it.
 *
 * @param name by which it is called for
 * @param mineClass for the registry: whose limits hold, if any
 * @param rules what the mine says itself: rows of packs that need to be told their points
 * @param begin measured time of its first row where rows say none, or say times before this century
 */
public record RecordedSet(
    String name,
    MineCode mine,
    String mineClass,
    String chinese,
    String english,
    Instant begin,
    List<OwnRule> rules,
    List<Source> sources) {
  public RecordedSet {
    rules = List.copyOf(rules);
    sources = List.copyOf(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("set " + name + " has no file");
    }
  }

  /**
   * A rule of the mine's own, as the registry has it.
   *
   * @param row of a pack, with the pack's name
   * @param points name of the point, or the begin of the names where they are split
   * @param rest what else the row needs, as it stands in a registry; {@code *} for the points and
   *     {@code @} for their zone
   */
  public record OwnRule(String id, String row, String points, String rest) {}

  /**
   * Where a point is and what its maker says of it, as far as the notes of the set tell.
   *
   * @param location class of the registry
   * @param noiseFloor of a probe that reports at every period, in the unit that is sent; NaN where
   *     that is not known
   */
  public record Setting(String location, double noiseFloor) {}

  /**
   * One file of a set, or all of a kind.
   *
   * @param file below the folder of the recordings; a {@code *} in its last part stands for any
   *     name
   * @param header names of the columns where the file has none, else empty
   * @param missing what stands for no value, beside nothing and {@code ?}
   * @param since rows before this are left out: the platform takes nothing that was measured before
   *     this century
   * @param until rows at or after this are left out
   * @param split column whose cell becomes the end of the point's name; null for none
   * @param people how rows are positions; null where they are readings
   */
  public record Source(
      String file,
      List<String> header,
      TimeForm time,
      List<Series> series,
      List<String> missing,
      Instant since,
      Instant until,
      @Nullable String split,
      @Nullable People people) {
    public Source {
      header = List.copyOf(header);
      series = List.copyOf(series);
      missing = List.copyOf(missing);
    }

    boolean isWanted(Instant at) {
      return !at.isBefore(since) && at.isBefore(until);
    }
  }

  /**
   * A column that is a point.
   *
   * @param factor from the recorded unit to the unit that is sent
   * @param period how often a value is to be expected
   */
  public record Series(Column column, double factor, Duration period, Setting setting) {
    PointId point(String end) {
      return end.isEmpty() ? column.point() : new PointId(column.point() + "-" + end);
    }
  }

  /**
   * Rows that are positions of people.
   *
   * @param card column that tells who
   * @param place column that tells where
   * @param places how
   * @param every a card is told at most this often
   */
  public record People(String card, String place, Places places, Duration every) {}
}
