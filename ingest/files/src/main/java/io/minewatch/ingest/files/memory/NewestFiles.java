package io.minewatch.ingest.files.memory;

import io.minewatch.ingest.files.found.FileHead;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Remembers for each mine and kind of file which bytes were taken, and for each name in it (a
 * point, a card) the newest header time. Owned by one thread.
 *
 * <p>Late, missing, double: the same bytes are a double, other bytes of the same time are a
 * correction. A record is late if a file with a newer header told of the same name, and no longer
 * ago than two of its periods ({@link Heard}); after that the clock was put back, and what comes is
 * the present. Systems that write of different names do not disturb each other. What was forgotten
 * beyond a limit is met as of the present.
 */
public final class NewestFiles {
  /** Most mines times kinds remembered; the one not met for longest is forgotten first. */
  public static final int MAX_KINDS = 10_000;

  /** Most files of one kind whose bytes are remembered: five hours of a file every five minutes. */
  public static final int MAX_FILES = 60;

  /** Most names of all kinds remembered; the one not met for longest is forgotten first. */
  public static final int MAX_NAMES = 10_000;

  private record Kind(String mine, String type) {}

  private record Named(String mine, String type, String name) {}

  private record Digest(long a, long b, long c, long d) {}

  private final Map<Kind, Set<Digest>> kinds = new LinkedHashMap<>(64, 0.75f, true);
  private final Map<Named, Heard> names = new LinkedHashMap<>(64, 0.75f, true);

  /** Whether these bytes were kept before. */
  public boolean isDouble(FileHead head, byte[] bytes) {
    Set<Digest> digests = kinds.get(new Kind(head.mine().value(), head.type()));
    return digests != null && digests.contains(digest(bytes));
  }

  /**
   * Whether what the file tells of this name is late; remembers nothing, for it may not be kept.
   *
   * @param came when it came, by a clock that never jumps
   */
  public boolean isLate(FileHead head, String name, Instant came) {
    Heard heard = names.get(new Named(head.mine().value(), head.type(), name));
    return heard != null && heard.isLate(head.time(), came);
  }

  /**
   * Remembers a file that was kept.
   *
   * @param told the names of which it tells, late or not
   * @param came when it came, by a clock that never jumps
   */
  public void keep(FileHead head, byte[] bytes, Collection<String> told, Instant came) {
    Set<Digest> digests =
        kinds.computeIfAbsent(
            new Kind(head.mine().value(), head.type()), k -> new LinkedHashSet<>());
    forgetBeyond(MAX_KINDS, kinds.keySet());
    if (!digests.add(digest(bytes))) {
      return;
    }
    forgetBeyond(MAX_FILES, digests);
    for (String name : told) {
      Named named = new Named(head.mine().value(), head.type(), name);
      Heard heard = names.get(named);
      if (heard == null) {
        names.put(named, new Heard(head.time(), came));
        forgetBeyond(MAX_NAMES, names.keySet());
      } else if (!heard.isLate(head.time(), came)) {
        heard.take(head.time(), came);
      }
    }
  }

  private static void forgetBeyond(int most, Set<?> all) {
    if (all.size() > most) {
      all.remove(all.iterator().next());
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
