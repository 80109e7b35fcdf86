package io.minewatch.domain.feed;

import io.minewatch.domain.reading.MineCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Which messages with a finding alerting has in its database, on the mine's topic {@code
 * findings/receipt}, in no order, the same message perhaps twice. The judge job sends again what no
 * such receipt names, because a broker may confirm a message and forget it. A receipt without a
 * name asks for all of that at once: nothing was kept for alerting.
 *
 * @param taken keys of the messages, by {@link #keyOf}; at most {@link #MOST}
 */
public record FindingsReceipt(MineCode mine, List<String> taken) {
  /** Most messages of one receipt. */
  public static final int MOST = 500;

  /** 96 bits: of 10,000 messages under way no two share one. */
  private static final int KEY_BYTES = 12;

  public FindingsReceipt {
    Objects.requireNonNull(mine, "mine");
    taken = List.copyOf(taken);
    if (taken.size() > MOST) {
      throw new IllegalArgumentException(
          "a receipt names at most " + MOST + " findings, this one " + taken.size());
    }
  }

  /** The name of a message: the beginning of the SHA-256 of its bytes, in hexadecimal. */
  public static String keyOf(byte[] payload) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(payload);
      return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
