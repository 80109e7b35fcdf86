package io.minewatch.ingest.files.found;

import io.minewatch.domain.reading.MineCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Whose file it is and when it was made.
 *
 * @param file its name
 * @param type the format's type, without the {@code N} of the non-coal form
 * @param time the upload time of the header: event time, in the mine's own clock
 * @param offset that time minus ours when the file was read: how far the clock was ahead, less the
 *     time that the file took to come
 * @param header the header's fields as they came; empty for JSON
 */
public record FileHead(
    String file, String type, MineCode mine, Instant time, Duration offset, List<String> header) {
  /** So far ahead a clock counts as right: clocks are never quite the same. */
  public static final Duration RIGHT = Duration.ofSeconds(10);

  public FileHead {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(mine, "mine");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(offset, "offset");
    header = List.copyOf(header);
  }

  /** One that came when it was made, by a right clock. */
  public FileHead(String file, String type, MineCode mine, Instant time, List<String> header) {
    this(file, type, mine, time, Duration.ZERO, header);
  }

  /** Whether its clock was right, or behind, or nobody knows how far it was ahead. */
  public boolean isRight() {
    return offset.compareTo(RIGHT) <= 0;
  }

  /** Whether a time that another file told lies ahead of any right clock by the time of this. */
  public boolean isAheadOfNow(Instant told) {
    return told.isAfter(time.minus(offset).plus(RIGHT));
  }

  /** When it was made by our clock, as far as that is known: never later than it was read. */
  public Instant asOf() {
    return offset.isNegative() ? time : time.minus(offset);
  }
}
