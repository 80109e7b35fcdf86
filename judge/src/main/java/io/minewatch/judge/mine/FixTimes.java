package io.minewatch.judge.mine;

import io.minewatch.domain.place.Fix;
import io.minewatch.judge.feed.Origin;
import io.minewatch.judge.silence.Freshness;
import java.time.Instant;
import java.util.List;

/** Takes the jumps of a gateway's clock out of the times of positions. */
final class FixTimes {
  private FixTimes() {}

  /** The newest time of a message, or {@link Freshness#NEVER}. */
  static long newest(List<Fix> fixes, Origin origin) {
    long latest = Freshness.NEVER;
    for (Fix fix : fixes) {
      long at = fix.at().toEpochMilli();
      latest = ReadingJudge.isAbsurd(at, origin.received()) ? latest : Math.max(latest, at);
    }
    return latest;
  }

  /** The same position, by a clock that does not jump. */
  static Fix shifted(Fix fix, long shift) {
    if (shift == 0) {
      return fix;
    }
    Instant entered = fix.enteredZone();
    return new Fix(
        fix.card(),
        fix.at().minusMillis(shift),
        fix.underground(),
        fix.zone(),
        entered == null ? null : entered.minusMillis(shift),
        fix.station(),
        fix.distanceMetres(),
        fix.leader(),
        fix.distress());
  }
}
