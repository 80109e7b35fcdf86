package io.minewatch.domain.finding;

import io.minewatch.domain.reading.MineCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** Derives finding ids. The same excursion has the same id on every replay, restart and replica. */
public final class FindingIds {
  private FindingIds() {}

  /**
   * The first 128 bits of SHA-256 over mine, subject, rule and onset, as 32 hex digits.
   *
   * @param subject point or zone
   * @param onset measured time of the reading that opened the excursion, never a clock
   */
  public static FindingId of(MineCode mine, String subject, String rule, Instant onset) {
    // None of the four can hold a line break, so no two excursions give the same text.
    return of(mine + "\n" + subject + "\n" + rule + "\n" + onset);
  }

  /**
   * The same for an excursion that was found in data that came late. It has a name of its own: what
   * was found live is never taken for it, nor it for what was found live.
   */
  public static FindingId ofBackfill(MineCode mine, String subject, String rule, Instant onset) {
    return of(mine + "\n" + subject + "\n" + rule + "\n" + onset + "\nbackfill");
  }

  private static FindingId of(String text) {
    byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return new FindingId(HexFormat.of().formatHex(digest, 0, 16));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
