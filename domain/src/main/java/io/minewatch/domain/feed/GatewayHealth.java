package io.minewatch.domain.feed;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a gateway that stores and forwards is doing. Counters grow for as long as its queue lives and
 * survive its restarts; only a new session begins at zero.
 *
 * @param queuedMessages on its disk and not yet covered by a receipt
 * @param queueBytes of payload on its disk
 * @param queueLimitBytes when they are reached, the oldest are given up
 * @param oldest when the oldest of them came in, the gateway's clock; null when there is none
 * @param nextSequence the number that the next message will get
 * @param sentLive messages confirmed by the broker for the first time, in the live lane
 * @param sentBackfill the same in the backfill lane
 * @param resent messages confirmed again, because a receipt missed them or came too late
 * @param givenUp messages that will never come, because the queue was full or its disk damaged
 * @param givenUpRanges which, oldest first: the newest {@link #MAX_RANGES} ranges
 * @param refusedFiles files that could not be taken; they lie in the folder of refused files
 * @param refusedRecords readings and positions that could not be taken, of devices, lines and
 *     files; a message that cannot be read at all counts as one
 * @param unreadInputs folders and other inputs that cannot be read now: the gateway is there, and
 *     does not see all that it should
 * @param lowestSequence the lowest number on its disk; {@code nextSequence} when there is none, and
 *     null from a gateway that does not say. What is below it nobody can send again: receipts
 *     covered it, or it was given up
 */
public record GatewayHealth(
    long queuedMessages,
    long queueBytes,
    long queueLimitBytes,
    @Nullable Instant oldest,
    long nextSequence,
    long sentLive,
    long sentBackfill,
    long resent,
    long givenUp,
    List<GivenUp> givenUpRanges,
    long refusedFiles,
    long refusedRecords,
    int unreadInputs,
    @Nullable Long lowestSequence) {
  /** Keeps the status small; neighbours are joined, so a long outage is one range. */
  public static final int MAX_RANGES = 32;

  /**
   * Sequences of the session that will never come.
   *
   * @param through the last of them, included
   * @param first when the oldest of them came in, the gateway's clock; null if that is lost too
   * @param last when the newest of them came in
   */
  public record GivenUp(long from, long through, @Nullable Instant first, @Nullable Instant last) {
    public GivenUp {
      if (from < 0 || through < from) {
        throw new IllegalArgumentException(
            "a range runs upward from 0, was " + from + " to " + through);
      }
    }
  }

  /** Of a gateway that does not say what its disk holds. */
  public GatewayHealth(
      long queuedMessages,
      long queueBytes,
      long queueLimitBytes,
      @Nullable Instant oldest,
      long nextSequence,
      long sentLive,
      long sentBackfill,
      long resent,
      long givenUp,
      List<GivenUp> givenUpRanges,
      long refusedFiles,
      long refusedRecords,
      int unreadInputs) {
    this(
        queuedMessages,
        queueBytes,
        queueLimitBytes,
        oldest,
        nextSequence,
        sentLive,
        sentBackfill,
        resent,
        givenUp,
        givenUpRanges,
        refusedFiles,
        refusedRecords,
        unreadInputs,
        null);
  }

  public GatewayHealth {
    if (queuedMessages < 0 || queueBytes < 0 || queueLimitBytes < 0 || nextSequence < 0) {
      throw new IllegalArgumentException(
          "what is queued is not negative, was "
              + List.of(queuedMessages, queueBytes, queueLimitBytes, nextSequence));
    }
    givenUpRanges = List.copyOf(Objects.requireNonNull(givenUpRanges, "givenUpRanges"));
    if (givenUpRanges.size() > MAX_RANGES) {
      throw new IllegalArgumentException(
          "at most " + MAX_RANGES + " ranges are told, were " + givenUpRanges.size());
    }
  }
}
