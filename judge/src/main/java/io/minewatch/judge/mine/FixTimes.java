package io.minewatch.judge.mine;

import io.minewatch.domain.place.Fix;
import io.minewatch.judge.feed.Origin;
import io.minewatch.judge.silence.Freshness;
import java.util.List;

/** When the positions of a message were made. */
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
}
