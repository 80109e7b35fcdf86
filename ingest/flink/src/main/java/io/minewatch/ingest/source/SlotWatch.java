package io.minewatch.ingest.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Sees when what comes to a slot is not what was declared: more messages a second than its rate, or
 * a window that stays full, so that the broker holds messages back and all of them come late. Pure;
 * times are milliseconds of any clock that does not run backwards for long.
 */
final class SlotWatch {
  /** A peak that is shorter is none. */
  static final long LASTS_MILLIS = 10_000;

  /** What stands is told again so often. */
  static final long AGAIN_MILLIS = 600_000;

  /** So much of the window is a full one: acknowledgements free it while this is looked at. */
  private static final double FULL = 0.9;

  private final String slot;
  private final int window;
  private final int rate;
  private long since = Long.MIN_VALUE;
  private long receivedSince;
  private long perSecond;
  private long emptyAt = Long.MIN_VALUE;
  private long toldFull = Long.MIN_VALUE;
  private long toldRate = Long.MIN_VALUE;
  private boolean isFull;

  /**
   * Watches a slot.
   *
   * @param window most messages under way
   * @param rate messages a second that were declared
   */
  SlotWatch(String slot, int window, int rate) {
    this.slot = slot;
    this.window = window;
    this.rate = rate;
  }

  /**
   * Looks, best when most is under way: before a checkpoint's acknowledgements.
   *
   * @param received since the slot was opened
   * @return what is to be told now, in words
   */
  List<String> look(long now, long received, long unacknowledged) {
    List<String> told = new ArrayList<>();
    measure(now, received, told);
    if (unacknowledged < FULL * window || emptyAt == Long.MIN_VALUE) {
      emptyAt = now;
    }
    isFull = now - emptyAt >= LASTS_MILLIS;
    if (isFull && isDue(now, toldFull)) {
      toldFull = now;
      told.add(
          "slot %s: %d of %d messages of its window are under way for %d s: the broker holds others"
                  .formatted(slot, unacknowledged, window, (now - emptyAt) / 1_000)
              + " back, all come late. Checkpoints take too long, or more comes than was declared");
    }
    return told;
  }

  private void measure(long now, long received, List<String> told) {
    if (since == Long.MIN_VALUE || now < since) {
      since = now;
      receivedSince = received;
    } else if (now - since >= LASTS_MILLIS) {
      perSecond = (received - receivedSince) * 1_000 / (now - since);
      since = now;
      receivedSince = received;
      if (perSecond > rate && isDue(now, toldRate)) {
        toldRate = now;
        told.add(
            "slot %s: %d messages a second come, declared are %d: the window may not do. Raise the"
                    .formatted(slot, perSecond, rate)
                + " rate and the window, or use more slots");
      }
    }
  }

  private static boolean isDue(long now, long told) {
    return told == Long.MIN_VALUE || now - told >= AGAIN_MILLIS;
  }

  /** Messages a second, of the last ten seconds or so. */
  long perSecond() {
    return perSecond;
  }

  /** Whether the window has been full for as long as counts. */
  boolean isFull() {
    return isFull;
  }
}
