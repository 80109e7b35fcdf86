package io.minewatch.alerting.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tree of hashes of RFC 9162 (2.1): one root stands for a list of texts and their order, and a
 * short path proves that one of them is in it. Hashes are SHA-256, in hex where they leave here.
 */
public final class Merkle {
  /** Tells a leaf from a pair: no text can be taken for two hashes. */
  private static final byte LEAF = 0;

  private static final byte PAIR = 1;

  /** From the leaves up; of an odd level the last goes up as it is. */
  private final List<byte[][]> levels = new ArrayList<>();

  private Merkle(byte[][] leaves) {
    levels.add(leaves);
    while (last().length > 1) {
      byte[][] below = last();
      byte[][] above = new byte[(below.length + 1) / 2][];
      for (int i = 0; i < above.length; i++) {
        boolean paired = 2 * i + 1 < below.length;
        above[i] = paired ? pair(below[2 * i], below[2 * i + 1]) : below[2 * i];
      }
      levels.add(above);
    }
  }

  private byte[][] last() {
    return levels.get(levels.size() - 1);
  }

  /** The tree over texts in this order. */
  public static Merkle of(List<String> texts) {
    byte[][] leaves = new byte[texts.size()][];
    for (int i = 0; i < leaves.length; i++) {
      leaves[i] = leaf(texts.get(i));
    }
    return new Merkle(leaves);
  }

  /** The same over hashes of texts, each made by {@link #leaf}. */
  public static Merkle over(List<byte[]> leaves) {
    return new Merkle(leaves.toArray(new byte[0][]));
  }

  /** The hash that stands for all of them; of none the hash of nothing. */
  public String root() {
    return hex(last().length == 0 ? digest().digest() : last()[0]);
  }

  /** What must be hashed with a text, from below, to come to the root. */
  public List<String> path(int index) {
    List<String> path = new ArrayList<>();
    int at = index;
    for (byte[][] level : levels.subList(0, levels.size() - 1)) {
      int beside = at ^ 1;
      if (beside < level.length) {
        path.add(hex(level[beside]));
      }
      at /= 2;
    }
    return path;
  }

  /**
   * The root to which a path leads.
   *
   * @param size how many texts there are
   * @return null if a tree of this size has no such path
   */
  public static @Nullable String root(String text, int index, int size, List<String> path) {
    if (index < 0 || index >= size) {
      return null;
    }
    byte[] hash = leaf(text);
    int at = index;
    int used = 0;
    for (int width = size; width > 1; width = (width + 1) / 2) {
      if ((at ^ 1) < width) {
        if (used == path.size() || !path.get(used).matches("[0-9a-f]{64}")) {
          return null;
        }
        byte[] beside = HexFormat.of().parseHex(path.get(used++));
        hash = at % 2 == 0 ? pair(hash, beside) : pair(beside, hash);
      }
      at /= 2;
    }
    return used == path.size() ? hex(hash) : null;
  }

  /** The hash of one text: all that need be kept of it. */
  public static byte[] leaf(String text) {
    MessageDigest digest = digest();
    digest.update(LEAF);
    return digest.digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] pair(byte[] left, byte[] right) {
    MessageDigest digest = digest();
    digest.update(PAIR);
    digest.update(left);
    return digest.digest(right);
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
