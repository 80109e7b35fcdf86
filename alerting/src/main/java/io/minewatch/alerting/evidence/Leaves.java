package io.minewatch.alerting.evidence;

import io.minewatch.alerting.ledger.Canonical;
import io.minewatch.series.store.Recorded;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one form and order in which readings are hashed. A value counts with all its bits; one that
 * was not measured counts as none.
 */
final class Leaves {
  private static final Comparator<Recorded> ORDER =
      Comparator.comparing(Recorded::point)
          .thenComparing(Recorded::at)
          .thenComparing(Recorded::quality)
          .thenComparing(Recorded::word)
          .thenComparing(Recorded::value);

  private Leaves() {}

  static List<Recorded> ordered(List<Recorded> readings) {
    return readings.stream().sorted(ORDER).toList();
  }

  static String text(Recorded each) {
    return text(each.point(), each.at(), value(each), each.word());
  }

  static @Nullable Double value(Recorded reading) {
    return Double.isNaN(reading.value()) ? null : reading.value();
  }

  /** A reading as it is hashed. */
  static String text(String point, Instant at, @Nullable Double value, String quality) {
    String bits =
        value == null ? "none" : HexFormat.of().toHexDigits(Double.doubleToLongBits(value));
    return Canonical.json(
        Map.of("at", at.toString(), "bits", bits, "point", point, "quality", quality));
  }
}
