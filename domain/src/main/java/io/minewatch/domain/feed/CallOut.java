package io.minewatch.domain.feed;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.reading.MineCode;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call for the loudspeakers, lamps, tags and sirens of a mine. A device that hears the same id
 * again plays it no second time.
 *
 * @param id of the attempt
 * @param drill an exercise: said before anything else
 * @param devices which kinds are meant
 * @param at wall time at which it was called
 * @param until wall time after which it is not played any more
 * @param card whose tag alone is meant, null for everybody's
 */
public record CallOut(
    String id,
    MineCode mine,
    Severity severity,
    boolean drill,
    Set<Device> devices,
    String text,
    String textEnglish,
    Instant at,
    Instant until,
    @Nullable CardId card) {
  /** What people hear, see or feel a call by. */
  public enum Device {
    BROADCAST,
    LAMP,
    TAG,
    SIREN
  }

  public CallOut {
    Objects.requireNonNull(mine, "mine");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(textEnglish, "textEnglish");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(until, "until");
    devices = Set.copyOf(devices);
    if (id.isBlank() || devices.isEmpty()) {
      throw new IllegalArgumentException("a call needs an id and a kind of device");
    }
  }
}
