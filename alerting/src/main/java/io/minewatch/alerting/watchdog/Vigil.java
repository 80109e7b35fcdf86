package io.minewatch.alerting.watchdog;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the watchdog remembers from one look to the next. Times are those of its own clock and never
 * go back. A platform that never answered is called out after the same patience as one that fell
 * silent.
 *
 * @param since of when the first of the bad looks in a row is; null while it is well
 * @param called when somebody was called last about them; null if nobody was yet
 */
public record Vigil(@Nullable Instant since, @Nullable Instant called) {
  /** Nothing seen yet. */
  public static final Vigil BEGIN = new Vigil(null, null);

  /**
   * How long it waits.
   *
   * @param patience how long the platform may be unwell before somebody is called
   * @param again after which those people are called once more while it stays so
   */
  public record Waits(Duration patience, Duration again) {
    public Waits {
      if (patience.isNegative() || again.isNegative() || again.isZero()) {
        throw new IllegalArgumentException("patience is not below zero, again is above it");
      }
    }
  }

  /** What is to be said. */
  public enum Say {
    NOTHING,
    /** Somebody is to be called: the platform is silent or unwell. */
    CALL,
    /** Who was called is to hear that it is well again. */
    WELL_AGAIN
  }

  /** What follows from a look. */
  public record Step(Vigil next, Say say) {}

  /** Takes one more look into account. */
  public Step see(Look look, Instant now, Waits waits) {
    if (look.isWell()) {
      return new Step(BEGIN, called == null ? Say.NOTHING : Say.WELL_AGAIN);
    }
    Instant begin = since == null ? now : since;
    Instant last = since == null ? null : called; // of those before nobody waits for an end
    boolean due =
        last == null
            ? !now.isBefore(begin.plus(waits.patience()))
            : !now.isBefore(last.plus(waits.again()));
    return due
        ? new Step(new Vigil(begin, now), Say.CALL)
        : new Step(new Vigil(begin, last), Say.NOTHING);
  }

  /** What is remembered instead of this when nobody could be told: the next look says it again. */
  public Vigil untold(Vigil before) {
    return new Vigil(since, before.called);
  }
}
