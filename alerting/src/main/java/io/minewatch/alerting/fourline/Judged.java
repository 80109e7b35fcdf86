package io.minewatch.alerting.fourline;

import java.time.Duration;

/**
 * An outage, and whose which part of it is.
 *
 * @param cause whose it is; the mine's as soon as any part is
 * @param own when it was the mine's
 * @param region when it was the region's
 * @param cut how many mines of the county were cut off from the network together with this one,
 *     itself among them; 0 where it is no cut of the network
 * @param mines how many mines of the county were registered
 */
public record Judged(Outage outage, Cause cause, Spans own, Spans region, int cut, int mines) {
  /** Whose outage it is. */
  public enum Cause {
    /** The mine's: nothing else explains it. */
    OWN("本矿", "this mine only"),
    /** So many mines of the county were cut off together that it is taken for the region's. */
    REGION("区域性", "regional outage"),
    /** It lies within a time in which the platform itself did not watch. */
    PLATFORM("平台停机", "the platform's own downtime");

    private final String chinese;
    private final String english;

    Cause(String chinese, String english) {
      this.chinese = chinese;
      this.english = english;
    }

    public String chinese() {
      return chinese;
    }

    public String english() {
      return english;
    }
  }

  /**
   * Whether it is the mine's from its first moment on: who is only back last was cut by others, and
   * of what began while the platform did not watch nobody knows. One of no length is its mine's.
   */
  public boolean beganAsOwn() {
    return cause == Cause.OWN && (own.isEmpty() || own.holds(outage.onset()));
  }

  /** The same, or the mine was dark by itself for longer than this, whoever cut it at first. */
  public boolean isOwn(Duration longer) {
    return beganAsOwn() || (cause == Cause.OWN && own.total().compareTo(longer) > 0);
  }
}
