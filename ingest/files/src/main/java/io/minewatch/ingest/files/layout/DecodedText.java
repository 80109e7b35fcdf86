package io.minewatch.ingest.files.layout;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text of a file and the character set it was read by. UTF-8 (with or without a byte order
 * mark) and GBK are told apart by content. That no byte offends UTF-8 proves nothing: the bytes of
 * 水位 in GBK are legal UTF-8 for two letters that no mine writes. So Chinese characters speak for
 * UTF-8; damage, and letters of two bytes beyond the few signs of units, speak against it. A
 * damaged byte becomes {@link #DAMAGED}; it costs its record, not its file.
 */
public record DecodedText(String text, Charset charset) {
  /** What stands where bytes were no text. */
  public static final char DAMAGED = '\uFFFD';

  /** GB 18030 contains GBK and GB 2312. */
  private static final Charset GBK = Charset.forName("GB18030");

  /** The byte order mark in UTF-8. */
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private static final int WINDOW = 4_096;
  private static final int FIRST_OF_TWO_BYTES = 0x80;
  private static final int FIRST_OF_THREE_BYTES = 0x800;
  private static final String SIGNS_OF_TWO_BYTES = "°±²³µμ·×÷";

  /** Decodes the bytes, which are not kept. Never fails: every byte sequence has a reading. */
  public static DecodedText of(byte[] bytes) {
    if (bytes.length >= MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length)) {
      int rest = bytes.length - MARK.length;
      return new DecodedText(
          new String(bytes, MARK.length, rest, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
    Charset charset = isUtf8(bytes) ? StandardCharsets.UTF_8 : GBK;
    return new DecodedText(new String(bytes, charset), charset);
  }

  /** Looks through a small window: the text that is not kept need not be made. */
  private static boolean isUtf8(byte[] bytes) {
    int against = 0;
    int speaksFor = 0;
    int from = 0;
    while (from < bytes.length) {
      int to = end(bytes, Math.min(bytes.length, from + WINDOW));
      String window = new String(bytes, from, to - from, StandardCharsets.UTF_8);
      for (int i = 0; i < window.length(); i++) {
        char c = window.charAt(i);
        if (c == DAMAGED) {
          against++;
        } else if (c >= FIRST_OF_THREE_BYTES) {
          speaksFor++;
        } else if (c >= FIRST_OF_TWO_BYTES && SIGNS_OF_TWO_BYTES.indexOf(c) < 0) {
          against++;
        }
      }
      from = to;
    }
    return against == 0 || speaksFor > against;
  }

  /** Not within a character of UTF-8, which has at most three bytes that go on. */
  private static int end(byte[] bytes, int wanted) {
    int to = wanted;
    while (to < bytes.length && wanted - to < 3 && (bytes[to] & 0xC0) == 0x80) {
      to--;
    }
    return to;
  }
}
