package io.minewatch.ingest.files.memory;

import io.minewatch.ingest.files.found.FileHead;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Remembers for each mine and kind of file which one is the newest, by header time, and which bytes
 * were taken. Owned by one thread.
 *
 * <p>Late, missing, double: a late file is OLDER, the same bytes are a DUPLICATE, other bytes of
 * the same time are a correction and NEWEST. What was forgotten beyond a limit is met as OLDER at
 * worst.
 *
 * <p>A clock that was put back makes every file older than the newest, and so does a second system
 * that writes the same kind by a clock of its own. What they write is the present all the same: an
 * old file that goes on from an old file before it, at the pace at which files come, is NEWEST. The
 * first of them is taken for late.
 */
public final class NewestFiles {
  /** Most mines times kinds remembered; the one not met for longest is forgotten first. */
  public static final int MAX_KINDS = 10_000;

  /** Most files of one kind whose bytes are remembered: five hours of a file every five minutes. */
  public static final int MAX_FILES = 60;

  private record Kind(String mine, String type) {}

  private record Digest(long a, long b, long c, long d) {}

  /** A system that writes goes on within so long. */
  private static final Duration GOES_ON_WITHIN = Duration.ofMinutes(10);

  /** What the pace of files may be off by, beside half of the time between two. */
  private static final Duration OFF_PACE = Duration.ofSeconds(5);

  private static final class Known {
    private Instant newest = Instant.MIN;
    private Instant older = Instant.MAX;
    private Instant olderCame = Instant.MIN;
    private final Set<Digest> digests = new LinkedHashSet<>();

    private boolean isOlder(Instant time) {
      return time.isBefore(newest);
    }

    private boolean goesOn(Instant time, Instant came) {
      if (!time.isAfter(older) || came.isAfter(olderCame.plus(GOES_ON_WITHIN))) {
        return false;
      }
      Duration between = Duration.between(olderCame, came);
      Duration off = Duration.between(older, time).minus(between).abs();
      return !between.isNegative() && off.compareTo(OFF_PACE.plus(between.dividedBy(2))) <= 0;
    }
  }

  private final Map<Kind, Known> kinds = new LinkedHashMap<>(64, 0.75f, true);

  /**
   * Says how the file stands; remembers nothing, for it may not be kept.
   *
   * @param came when it came, by any clock that runs on
   */
  public Freshness look(FileHead head, byte[] bytes, Instant came) {
    Known known = kinds.get(new Kind(head.mine().value(), head.type()));
    if (known == null) {
      return Freshness.NEWEST;
    } else if (known.digests.contains(digest(bytes))) {
      return Freshness.DUPLICATE;
    }
    return known.isOlder(head.time()) && !known.goesOn(head.time(), came)
        ? Freshness.OLDER
        : Freshness.NEWEST;
  }

  /** Remembers a file that was kept, as it was looked at. */
  public void keep(FileHead head, byte[] bytes, Instant came) {
    Known known =
        kinds.computeIfAbsent(new Kind(head.mine().value(), head.type()), k -> new Known());
    if (kinds.size() > MAX_KINDS) {
      kinds.remove(kinds.keySet().iterator().next());
    }
    if (!known.digests.add(digest(bytes))) {
      return;
    }
    if (known.digests.size() > MAX_FILES) {
      known.digests.remove(known.digests.iterator().next());
    }
    if (known.isOlder(head.time())) {
      known.older = head.time();
      known.olderCame = came;
    } else {
      known.newest = head.time();
    }
  }

  private static Digest digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Digest(part(hash, 0), part(hash, 1), part(hash, 2), part(hash, 3));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static long part(byte[] hash, int index) {
    long part = 0;
    for (byte each : Arrays.copyOfRange(hash, index * 8, index * 8 + 8)) {
      part = part << 8 | (each & 0xFF);
    }
    return part;
  }
}
