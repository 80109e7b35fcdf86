package io.minewatch.alerting.roster;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What cards are masked with: whoever has it can try cards against a mask, so it is told to nobody.
 * All instances share it, so that a card has one mask. Refuses a key that is short enough to try.
 */
public record CardKey(String value) {
  private static final int SHORTEST = 32;

  /** Of the code that stands for a card: doubles in a mine of 5,000 cards once in 90,000 times. */
  private static final int BYTES = 5;

  public CardKey {
    if (value.length() < SHORTEST) {
      throw new IllegalArgumentException("a key of cards has at least " + SHORTEST + " characters");
    }
  }

  /**
   * Another name of a card: the same for the same card, told apart from every other card's, and
   * saying nothing of it. Numbers follow one another, so their ends would tell.
   */
  public String mask(String card) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(value.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      // Cut to a sixth, nobody can lengthen a card's code into another's.
      byte[] code = digest.digest(card.getBytes(StandardCharsets.UTF_8));
      return "x-" + HexFormat.of().formatHex(code, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "key of cards";
  }
}
