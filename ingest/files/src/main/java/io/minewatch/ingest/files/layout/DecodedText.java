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

  private static final int WINDOW = 65_536;

  /** No byte of a longer character is from 0 to below it. */
  private static final int FIRST_WITHIN_GBK = 0x30;

  private static final int FIRST_OF_TWO_BYTES = 0x80;
  private static final int FIRST_OF_THREE_BYTES = 0x800;
  private static final String SIGNS_OF_TWO_BYTES = "°±²³µμ·×÷";

  /** Decodes the bytes, which are not kept. Never fails: every byte sequence has a reading. */
  public static DecodedText of(byte[] bytes) {
    if (bytes.length >= MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length)) {
      String marked = decoded(bytes, StandardCharsets.UTF_8);
      return new DecodedText(marked.substring(1), StandardCharsets.UTF_8);
    }
    Charset charset = isUtf8(bytes) ? StandardCharsets.UTF_8 : GBK;
    return new DecodedText(decoded(bytes, charset), charset);
  }

  /** Looks through a small window: the text that is not kept need not be made. */
  private static boolean isUtf8(byte[] bytes) {
    int against = 0;
    int speaksFor = 0;
    int from = 0;
    while (from < bytes.length) {
      String window = window(bytes, from, StandardCharsets.UTF_8);
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
      from = end(bytes, from, StandardCharsets.UTF_8);
    }
    return against == 0 || speaksFor > against;
  }

  /** Window by window, and as long as it is: at once it would take twice the place meanwhile. */
  private static String decoded(byte[] bytes, Charset charset) {
    int length = 0;
    for (int from = 0; from < bytes.length; from = end(bytes, from, charset)) {
      length += window(bytes, from, charset).length();
    }
    StringBuilder text = new StringBuilder(length);
    for (int from = 0; from < bytes.length; from = end(bytes, from, charset)) {
      text.append(window(bytes, from, charset));
    }
    return text.toString();
  }

  private static String window(byte[] bytes, int from, Charset charset) {
    return new String(bytes, from, end(bytes, from, charset) - from, charset);
  }

  private static int end(byte[] bytes, int from, Charset charset) {
    int wanted = Math.min(bytes.length, from + WINDOW);
    return charset.equals(GBK) ? endOfGbk(bytes, wanted) : endOfUtf8(bytes, wanted);
  }

  /** Behind a byte that is part of no longer character. */
  private static int endOfGbk(byte[] bytes, int wanted) {
    int to = wanted;
    while (to < bytes.length && (bytes[to - 1] < 0 || bytes[to - 1] >= FIRST_WITHIN_GBK)) {
      to++;
    }
    return to;
  }

  /** Not within a character of UTF-8, which has at most three bytes that go on. */
  private static int endOfUtf8(byte[] bytes, int wanted) {
    int to = wanted;
    while (to < bytes.length && wanted - to < 3 && (bytes[to] & 0xC0) == 0x80) {
      to--;
    }
    return to;
  }
}
