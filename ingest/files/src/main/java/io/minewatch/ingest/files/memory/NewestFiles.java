package io.minewatch.ingest.files.memory;

import io.minewatch.ingest.files.found.FileHead;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
 */
public final class NewestFiles {
  /** Most mines times kinds remembered; the one not met for longest is forgotten first. */
  public static final int MAX_KINDS = 10_000;

  /** Most files of one kind whose bytes are remembered: five hours of a file every five minutes. */
  public static final int MAX_FILES = 60;

  private record Kind(String mine, String type) {}

  private record Digest(long a, long b, long c, long d) {}

  private static final class Known {
    private Instant newest = Instant.MIN;
    private final Set<Digest> digests = new LinkedHashSet<>();
  }

  private final Map<Kind, Known> kinds = new LinkedHashMap<>(64, 0.75f, true);

  /** Says how the file stands, and remembers it. */
  public Freshness take(FileHead head, byte[] bytes) {
    Known known =
        kinds.computeIfAbsent(new Kind(head.mine().value(), head.type()), k -> new Known());
    if (kinds.size() > MAX_KINDS) {
      kinds.remove(kinds.keySet().iterator().next());
    }
    if (!known.digests.add(digest(bytes))) {
      return Freshness.DUPLICATE;
    }
    if (known.digests.size() > MAX_FILES) {
      known.digests.remove(known.digests.iterator().next());
    }
    if (head.time().isBefore(known.newest)) {
      return Freshness.OLDER;
    }
    known.newest = head.time();
    return Freshness.NEWEST;
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
