package io.minewatch.ingest.files.found;

import io.minewatch.ingest.files.words.AlarmKind;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the mine's own system says that it raised. It is kept and shown beside our findings; it is
 * none, and its end clears none of ours. May hold personal data: prints itself without.
 *
 * @param code the point, area, card or device
 * @param raw the kind as written, empty if the format has one kind only
 * @param begin event time
 * @param end event time, null while it lasts
 * @param told all other fields that were not empty, by field name
 */
public record AlarmRecord(
    AlarmKind kind,
    String code,
    String raw,
    Instant begin,
    @Nullable Instant end,
    Map<String, String> told) {
  public AlarmRecord {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(raw, "raw");
    Objects.requireNonNull(begin, "begin");
    told = Map.copyOf(told);
  }

  @Override
  public String toString() {
    return "AlarmRecord[" + kind + ", " + begin + " to " + end + "]";
  }
}
