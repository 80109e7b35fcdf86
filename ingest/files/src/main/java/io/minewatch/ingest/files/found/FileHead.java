package io.minewatch.ingest.files.found;

import io.minewatch.domain.reading.MineCode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Whose file it is and when it was made.
 *
 * @param file its name
 * @param type the format's type, without the {@code N} of the non-coal form
 * @param time the upload time of the header: event time, in the mine's own clock
 * @param header the header's fields as they came; empty for JSON
 */
public record FileHead(String file, String type, MineCode mine, Instant time, List<String> header) {
  public FileHead {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(mine, "mine");
    Objects.requireNonNull(time, "time");
    header = List.copyOf(header);
  }
}
