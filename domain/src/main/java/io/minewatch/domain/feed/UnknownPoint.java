package io.minewatch.domain.feed;

import io.minewatch.domain.reading.PointId;
import java.util.Objects;

/** A point of whose course nothing can be judged now: it is not calm, it is unknown. */
public record UnknownPoint(PointId point, Why why) {
  /** Why nothing can be judged. */
  public enum Why {
    /** Too few values have come to tell how it moves when it is calm. */
    WARM_UP,
    /** The values scatter or contradict themselves so that they give no answer. */
    UNCLEAR,
    /** What is heard of it is no measurement, or nothing is heard. */
    UNSEEN
  }

  public UnknownPoint {
    Objects.requireNonNull(point, "point");
    Objects.requireNonNull(why, "why");
  }
}
