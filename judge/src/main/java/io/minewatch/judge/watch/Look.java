package io.minewatch.judge.watch;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.reading.Quality;
import java.util.Map;

/**
 * One look at a condition: what is so now. Times are milliseconds since 1970 UTC.
 *
 * @param severity the colour while it holds
 * @param value NaN for none
 * @param limit what is allowed, in the same unit
 * @param event by which delays are counted; a clock that does not jump
 * @param measured when it was measured; the onset of a finding is one of these
 * @param received when it reached us
 * @param detail what else there is to say
 */
public record Look(
    Severity severity,
    double value,
    double limit,
    long event,
    long measured,
    long received,
    Quality quality,
    Map<String, String> detail) {
  /** What was seen in a reading. */
  public static Look of(Sample sample, Severity severity, double value, double limit) {
    return new Look(
        severity,
        value,
        limit,
        sample.event(),
        sample.measured(),
        sample.received(),
        sample.quality(),
        Map.of());
  }

  /** What another finding says, without numbers. */
  public static Look of(Finding finding) {
    long received = finding.received().toEpochMilli();
    long measured = finding.measured().toEpochMilli();
    return new Look(
        Severity.BLUE, Double.NaN, 0, received, measured, received, finding.quality(), Map.of());
  }

  /** What is seen now, by our clock alone. */
  public static Look now(Told told, Severity severity, double value, double limit) {
    long now = told.now();
    return new Look(severity, value, limit, now, now, now, Quality.GOOD, Map.of());
  }

  /** The same seen with these numbers. */
  public Look seeing(Severity colour, double seen, double allowed) {
    return new Look(colour, seen, allowed, event, measured, received, quality, detail);
  }

  /** The same with more to say. */
  public Look with(Map<String, String> more) {
    return new Look(severity, value, limit, event, measured, received, quality, more);
  }

  /** The same, measured at another time. */
  public Look measuredAt(long time) {
    return new Look(severity, value, limit, event, time, received, quality, detail);
  }

  /** The same, reaching us at another time. */
  Look receivedAt(long time) {
    return new Look(severity, value, limit, event, measured, time, quality, detail);
  }

  /** The same, its delays counted by another clock. */
  public Look countedAt(long time) {
    return new Look(severity, value, limit, time, measured, received, quality, detail);
  }

  /** The same under another colour. */
  Look under(Severity colour) {
    return new Look(colour, value, limit, event, measured, received, quality, detail);
  }

  /** The same with another limit. */
  Look ofLimit(double other) {
    return new Look(severity, value, other, event, measured, received, quality, detail);
  }

  /** The last look at what can now not be seen. */
  Look unseen(Quality why) {
    return new Look(severity, Double.NaN, limit, event, measured, received, why, detail);
  }

  /** The last look, when there is nothing to see any more. */
  public Look unseen() {
    return unseen(Quality.STALE);
  }
}
