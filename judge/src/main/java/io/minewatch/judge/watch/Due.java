package io.minewatch.judge.watch;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When conditions are worth a look, by our time; found out when it is asked for. */
final class Due {
  /** To be found out. */
  private static final long UNKNOWN = Long.MIN_VALUE;

  private long wakes = UNKNOWN;
  private long clears = UNKNOWN;

  /** A condition or its terms changed. */
  void changed() {
    wakes = UNKNOWN;
    clears = UNKNOWN;
  }

  /** When the next one counts, or Long.MAX_VALUE for never. */
  long wakes(Map<String, Condition> all, Map<String, Terms> terms) {
    if (wakes == UNKNOWN) {
      wakes = Long.MAX_VALUE;
      for (Condition c : all.values()) {
        Terms by = terms.get(c.rule);
        if (by != null && !c.open && c.since != Condition.NEVER) {
          wakes = Math.min(wakes, c.since + by.raiseAfter() + c.lag);
        }
      }
    }
    return wakes;
  }

  /** From when on the next look may clear one, or Long.MAX_VALUE for none. */
  long clears(Map<String, Condition> all, Map<String, Terms> terms) {
    if (clears == UNKNOWN) {
      clears = Long.MAX_VALUE;
      for (Condition c : all.values()) {
        clears = Math.min(clears, clearsAt(c, terms));
      }
    }
    return clears;
  }

  /** The same of one condition; null for one that never was. */
  static long clearsAt(@Nullable Condition c, Map<String, Terms> terms) {
    Terms by = c == null ? null : terms.get(c.rule);
    return c != null && by != null && c.open && c.safeSince != Condition.NEVER
        ? c.safeSince + by.clearAfter() + c.lag
        : Long.MAX_VALUE;
  }
}
