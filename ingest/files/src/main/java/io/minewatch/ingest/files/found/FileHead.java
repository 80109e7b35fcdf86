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
 * @param ahead by how much that clock went ahead of ours when the file was read; zero for no more
 *     than is normal
 * @param header the header's fields as they came; empty for JSON
 */
public record FileHead(
    String file, String type, MineCode mine, Instant time, Duration ahead, List<String> header) {
  public FileHead {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(mine, "mine");
    Objects.requireNonNull(time, "time");
    if (ahead.isNegative()) {
      throw new IllegalArgumentException("a clock that is ahead is not behind, was " + ahead);
    }
    header = List.copyOf(header);
  }

  /** One by a clock that is not ahead. */
  public FileHead(String file, String type, MineCode mine, Instant time, List<String> header) {
    this(file, type, mine, time, Duration.ZERO, header);
  }

  /** When it was made by our clock, as far as that is known: never later than it was read. */
  public Instant asOf() {
    return time.minus(ahead);
  }
}
