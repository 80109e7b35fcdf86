package io.minewatch.ingest.files.memory;

import io.minewatch.ingest.files.found.FileHead;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for each mine and kind of file which bytes were taken, and for each name in it (a
 * point, a card) the newest header time. Owned by one thread.
 *
 * <p>Late, missing, double: the same bytes are a double, other bytes of the same time are a
 * correction. A record is late if a file with a newer header told of the same name, and no longer
 * ago than two of its periods ({@link Heard}); after that the clock was put back, and what comes is
 * the present. Systems that write of different names do not disturb each other. What was forgotten
 * beyond a limit is met as of the present. Over a restart its owner keeps it: {@link #keep} and
 * {@link #known} say what is new, {@link #restore} takes it back.
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

  /**
   * What is known of one name.
   *
   * @param newest header time of the newest file that told of it
   * @param offset that time minus ours when the file was read
   * @param period how often it comes, zero while that is not known
   */
  public record Name(
      String mine, String type, String name, Instant newest, Duration offset, Duration period) {}

  /**
   * The bytes of a file that was kept.
   *
   * @param sha256 in hexadecimal
   */
  public record Bytes(String mine, String type, String sha256) {}

  private record Digest(long a, long b, long c, long d) {
    static Digest parse(String hex) {
      return new Digest(part(hex, 0), part(hex, 1), part(hex, 2), part(hex, 3));
    }

    private static long part(String hex, int index) {
      return Long.parseUnsignedLong(hex.substring(index * 16, index * 16 + 16), 16);
    }

    @Override
    public String toString() {
      return String.format("%016x%016x%016x%016x", a, b, c, d);
    }
  }

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
    return heard != null && heard.isLate(head, came);
  }

  /**
   * Remembers a file that was kept.
   *
   * @param told the names of which it tells, late or not
   * @param came when it came, by a clock that never jumps
   * @return its bytes, or null if they were kept before
   */
  public @Nullable Bytes keep(FileHead head, byte[] bytes, Collection<String> told, Instant came) {
    Digest digest = digest(bytes);
    Set<Digest> digests =
        kinds.computeIfAbsent(
            new Kind(head.mine().value(), head.type()), k -> new LinkedHashSet<>());
    forgetBeyond(MAX_KINDS, kinds.keySet());
    if (!digests.add(digest)) {
      return null;
    }
    forgetBeyond(MAX_FILES, digests);
    for (String name : told) {
      Named named = new Named(head.mine().value(), head.type(), name);
      Heard heard = names.get(named);
      if (heard == null) {
        names.put(named, new Heard(head, came));
        forgetBeyond(MAX_NAMES, names.keySet());
      } else if (!heard.isLate(head, came)) {
        heard.take(head, came);
      }
    }
    return new Bytes(head.mine().value(), head.type(), digest.toString());
  }

  /** What is known now of a name of which a file has told; null once it is forgotten. */
  public @Nullable Name known(FileHead head, String name) {
    Heard heard = names.get(new Named(head.mine().value(), head.type(), name));
    return heard == null
        ? null
        : new Name(
            head.mine().value(), head.type(), name, heard.newest(), heard.offset(), heard.period());
  }

  /**
   * Takes back what was known before a restart, the longest not met first.
   *
   * @param now by the clock that never jumps; the time in which nobody listened does not count, so
   *     two periods from now what is older than the newest is the present again
   */
  public void restore(Name known, Instant now) {
    Named named = new Named(known.mine(), known.type(), known.name());
    names.put(named, new Heard(known, now));
    forgetBeyond(MAX_NAMES, names.keySet());
  }

  /**
   * Takes back the bytes of a file, the oldest first.
   *
   * @throws IllegalArgumentException if they are no SHA-256
   */
  public void restore(Bytes known) {
    Set<Digest> digests =
        kinds.computeIfAbsent(new Kind(known.mine(), known.type()), k -> new LinkedHashSet<>());
    forgetBeyond(MAX_KINDS, kinds.keySet());
    digests.add(Digest.parse(known.sha256()));
    forgetBeyond(MAX_FILES, digests);
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
