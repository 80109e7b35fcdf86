package io.minewatch.ingest.gateway.input;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a drop folder is read.
 *
 * @param folder files appear here; {@code done} and {@code refused} are made in it
 * @param settle a file without an end mark is complete when it has not changed for so long
 * @param openLimit a file whose end mark has not come so long after its last change is refused
 * @param maxBytes a larger file is refused unread
 * @param after what becomes of a file whose messages are safe
 * @param keepDone how long a file is kept in {@code done}
 * @param keepRefused how long a file is kept in {@code refused}
 */
public record FolderSettings(
    Path folder,
    Duration settle,
    Duration openLimit,
    long maxBytes,
    After after,
    Duration keepDone,
    Duration keepRefused) {
  /** What becomes of a file whose messages are safe. */
  public enum After {
    MOVE,
    DELETE
  }

  /** Read into memory as a whole. */
  public static final long MOST_BYTES = 4L * 1024 * 1024;

  /** What the usual heap has room for. */
  public static final long USUAL_BYTES = 5L * 512 * 1024;

  public FolderSettings {
    if (settle.isNegative() || openLimit.compareTo(settle) <= 0) {
      throw new IllegalArgumentException(
          "need 0 <= settle < openLimit, was " + settle + " and " + openLimit);
    }
    if (maxBytes < 1 || maxBytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "a file has 1 to " + MOST_BYTES + " bytes, limit was " + maxBytes);
    }
    if (keepDone.isNegative() || keepRefused.isNegative()) {
      throw new IllegalArgumentException(
          "kept for no negative time, was " + keepDone + " and " + keepRefused);
    }
  }

  /** Two seconds to settle, ten minutes for an end mark (docs/gateway.md), done 7 days. */
  public static FolderSettings of(Path folder) {
    return new FolderSettings(
        folder,
        Duration.ofSeconds(2),
        Duration.ofMinutes(10),
        USUAL_BYTES,
        After.MOVE,
        Duration.ofDays(7),
        Duration.ofDays(90));
  }
}
