package io.minewatch.series.note;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import java.time.Instant;

/**
 * A conflicting rewrite: of a point and a time of which a reading was kept before, another one came
 * that says something else. Both are kept. It is how data are falsified, and it is also what a
 * clock does that was put back.
 *
 * @param gateway which told it the second time
 * @param at the measured time that was told twice
 * @param was what was kept before, in the measure's own unit; NaN where there was only a quality
 * @param value what came
 * @param received when it reached us
 * @param session of the message that brought it, empty if none
 * @param sequence of that message, -1 if none
 */
public record Rewrite(
    GatewayId gateway,
    String point,
    Measure measure,
    Instant at,
    double was,
    Quality wasQuality,
    double value,
    Quality quality,
    Cause cause,
    Instant received,
    String session,
    long sequence) {
  /** What it looks like. */
  public enum Cause {
    /** Nothing explains it. */
    UNEXPLAINED,
    /**
     * The whole message came in its turn and tells only times that its gateway's clock had told
     * before: the clock was put back.
     */
    CLOCK_PUT_BACK
  }
}
