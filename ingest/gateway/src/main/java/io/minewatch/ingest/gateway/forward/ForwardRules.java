package io.minewatch.ingest.gateway.forward;

import java.time.Duration;

/**
 * How a gateway sends.
 *
 * @param needed whose word lets a message be forgotten
 * @param liveFor a message that came in less long ago is live, an older one is backfill
 * @param window messages under way to the broker and not confirmed
 * @param backfillWindow how many of these may be backfill, so that live ones do not queue behind
 * @param backfillPerSecond messages a second, at most, in the backfill lane
 * @param again when something is sent again
 */
public record ForwardRules(
    Needed needed,
    Duration liveFor,
    int window,
    int backfillWindow,
    double backfillPerSecond,
    Again again) {
  /**
   * When something is sent again although the broker has confirmed it.
   *
   * @param patience a receipt names a gap in vain for so long after the message was sent: the
   *     receipt may be older than the message. Longer than a checkpoint of the jobs takes
   * @param stall receipts that do not move for so long, while they should, are probed: the oldest
   *     messages and the newest one they do not cover are sent again
   * @param stallCap the wait doubles with each probe in vain, up to this
   * @param probe how many of the oldest
   * @param receiptWait the backlog waits so long after connecting for the receipts that say what of
   *     it is not needed any more
   */
  public record Again(
      Duration patience, Duration stall, Duration stallCap, int probe, Duration receiptWait) {
    public static final Again DEFAULT =
        new Again(
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            100,
            Duration.ofSeconds(10));

    public Again {
      requirePositive("patience", patience);
      requirePositive("stall", stall);
      if (stallCap.compareTo(stall) < 0) {
        throw new IllegalArgumentException(
            "need stall <= stallCap, was " + stall + ", " + stallCap);
      }
      if (probe < 1) {
        throw new IllegalArgumentException("a probe is at least one message, was " + probe);
      }
      requirePositive("receiptWait", receiptWait);
    }
  }

  public static final ForwardRules DEFAULT =
      new ForwardRules(Needed.BOTH, Duration.ofSeconds(30), 64, 16, 20, Again.DEFAULT);

  public ForwardRules {
    requirePositive("liveFor", liveFor);
    if (backfillWindow < 1 || window <= backfillWindow) {
      throw new IllegalArgumentException(
          "need 1 <= backfillWindow < window, was " + backfillWindow + " and " + window);
    }
    if (!(backfillPerSecond > 0 && backfillPerSecond <= 1e6)) {
      throw new IllegalArgumentException(
          "backfillPerSecond is above 0 and at most 1e6, was " + backfillPerSecond);
    }
  }

  private static void requirePositive(String what, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(what + " must be longer than nothing, was " + duration);
    }
  }

  public ForwardRules withNeeded(Needed whose) {
    return new ForwardRules(whose, liveFor, window, backfillWindow, backfillPerSecond, again);
  }
}
