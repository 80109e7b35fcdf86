package io.minewatch.alerting.root;

import io.minewatch.domain.feed.KeptRoots;
import io.minewatch.domain.reading.Measure;
import io.minewatch.series.root.RootSum;
import io.minewatch.series.root.Sealer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides what it means where the store gives back something else than was told. For one thread.
 *
 * <p><em>Late, missing, double</em>: a reading that came after the telling makes the store differ
 * for a while; only what the store still gives alike, and what is still told alike long after, is
 * an alteration. Where readings told a time anew and were counted twice, fewer are found, by as
 * many at most.
 */
public final class Comparison {
  /** How long after a reading of the store it must still be told the same. */
  public static final Duration PATIENCE = Duration.ofMinutes(20);

  /** How long after its end an hour can be compared: later ones the archive job has forgotten. */
  public static final Duration SURE = Duration.ofHours(22);

  private static final Duration HOUR = Duration.ofHours(1);

  /** Hours that wait for another look, a nation's of six hours; the eldest go. */
  private static final int MOST = 20_000;

  private final Map<String, Look> looks = new LinkedHashMap<>();

  private record Look(Instant at, String found) {}

  /** Whether an hour is young enough to be compared. */
  public static boolean isSure(Instant hour, Instant now) {
    return now.isBefore(hour.plus(HOUR).plus(SURE));
  }

  /**
   * Compares one measure.
   *
   * @param told null where nothing was written of it
   * @param found of the readings that the store gives back, each counted once
   * @param seal what would have been told of the found ones
   */
  public static Compared of(KeptRoots.@Nullable Root told, RootSum found, String seal) {
    if (told == null) {
      return found.count() == 0 ? Compared.SAME : Compared.WAITS;
    }
    if (found.count() == told.count() && seal.equals(told.seal())) {
      return Compared.SAME;
    }
    // Each that was counted twice is missing from those found: as many as told are others.
    boolean fewer = found.count() < told.count() && found.count() >= told.count() - told.again();
    return fewer ? Compared.TOLD_AGAIN : Compared.WAITS;
  }

  /** What would have been told of readings as they were found. */
  public static String seal(
      Sealer sealer, String mine, Instant hour, KeptRoots.Root told, RootSum found) {
    Measure measure = told.measure();
    return found.count() < told.again()
        ? ""
        : sealer.seal(mine, measure, hour, RootSum.of(found.count(), told.again(), found.limbs()));
  }

  /** Forgets an hour that waits for nothing any more. */
  public void settled(String hour) {
    looks.remove(hour);
  }

  /**
   * Whether an hour that is something else is so for good.
   *
   * @param found all that was found of the hour
   * @param read when the store was read
   * @param told when what it is compared with was told
   */
  public boolean isForGood(String hour, String found, Instant read, Instant told) {
    Look before = looks.get(hour);
    if (before == null || !before.found().equals(found)) {
      looks.put(hour, new Look(read, found));
      if (looks.size() > MOST) {
        looks.remove(looks.keySet().iterator().next()); // it is looked at again
      }
      return false;
    }
    return !told.isBefore(before.at().plus(PATIENCE));
  }
}
