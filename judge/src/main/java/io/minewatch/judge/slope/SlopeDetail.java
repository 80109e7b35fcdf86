package io.minewatch.judge.slope;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An estimate in words and numbers for the detail of a finding. */
final class SlopeDetail {
  /** Of a point that is not heard. */
  static final Map<String, String> UNKNOWN = Map.of("stage", Stage.UNKNOWN.name());

  private SlopeDetail() {}

  /**
   * What is known.
   *
   * @param shift measured time minus event time: failure times are told as the gateway counts
   */
  static Map<String, String> of(SlopeEstimate now, SlopeTerms terms, long shift) {
    Map<String, String> detail = new TreeMap<>();
    detail.put("stage", now.stage().name());
    detail.put("band", now.band().name());
    detail.put("outlook", now.outlook().name());
    number(detail, "angle", now.angle());
    number(detail, "signedVelocity", now.velocity());
    number(detail, "velocityError", now.velocityError());
    number(detail, "acceleration", now.acceleration());
    number(detail, "steady", now.steady());
    FailureTime failure = now.failure();
    if (failure != null) {
      detail.put("failureEarliest", time(failure.earliest() + shift));
      detail.put("failureLikely", time(failure.likely() + shift));
      detail.put("failureLatest", time(failure.latest() + shift));
      number(detail, "coverage", terms.forecast().coverage());
    }
    return detail;
  }

  private static void number(Map<String, String> detail, String name, double value) {
    if (!Double.isNaN(value)) {
      detail.put(name, String.format(Locale.ROOT, "%.2f", value));
    }
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis / 1000 * 1000).toString();
  }
}
