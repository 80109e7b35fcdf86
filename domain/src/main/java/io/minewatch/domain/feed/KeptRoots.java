package io.minewatch.domain.feed;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What the archive job has written of a mine, hour by hour of measured time: against this is held
 * what the series store gives back. All of it has survived a checkpoint, so it is in the store.
 *
 * @param at the time of that checkpoint: what came before it is counted
 * @param since when the counting began; hours that began before are not told
 * @param key which key the seals were made with, without telling it
 * @param hours that are over and of which something was written lately, ascending
 */
public record KeptRoots(
    MineCode mine, Instant at, Instant since, String key, List<KeptRoots.Hour> hours) {
  /** One hour, by its begin, with a root for each measure of which something was written. */
  public record Hour(Instant hour, List<Root> roots) {
    public Hour {
      Objects.requireNonNull(hour, "hour");
      roots = List.copyOf(roots);
    }
  }

  /**
   * What was written of one measure.
   *
   * @param count readings
   * @param again those among them that told a time anew: some may have been counted twice
   * @param seal over mine, measure, hour, counts and the sum of the keyed hashes of the readings,
   *     64 hexadecimal digits
   */
  public record Root(Measure measure, long count, long again, String seal) {
    public Root {
      Objects.requireNonNull(measure, "measure");
      Objects.requireNonNull(seal, "seal");
      if (again < 0 || count < again) {
        throw new IllegalArgumentException(
            "0 <= again <= count, was " + again + " of " + count + " readings");
      }
    }
  }

  public KeptRoots {
    Objects.requireNonNull(mine, "mine");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(key, "key");
    hours = List.copyOf(hours);
  }
}
