package io.minewatch.ingest.files.layout;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

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

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int FIRST_OF_TWO_BYTES = 0x80;
  private static final int FIRST_OF_THREE_BYTES = 0x800;
  private static final String SIGNS_OF_TWO_BYTES = "°±²³µμ·×÷";

  /** Decodes the bytes, which are not kept. Never fails: every byte sequence has a reading. */
  public static DecodedText of(byte[] bytes) {
    String utf8 = new String(bytes, StandardCharsets.UTF_8);
    if (!utf8.isEmpty() && utf8.charAt(0) == BYTE_ORDER_MARK) {
      return new DecodedText(utf8.substring(1), StandardCharsets.UTF_8);
    }
    int against = 0;
    int speaksFor = 0;
    for (int i = 0; i < utf8.length(); i++) {
      char c = utf8.charAt(i);
      if (c == DAMAGED) {
        against++;
      } else if (c >= FIRST_OF_THREE_BYTES) {
        speaksFor++;
      } else if (c >= FIRST_OF_TWO_BYTES && SIGNS_OF_TWO_BYTES.indexOf(c) < 0) {
        against++;
      }
    }
    if (against == 0 || speaksFor > against) {
      return new DecodedText(utf8, StandardCharsets.UTF_8);
    }
    return new DecodedText(new String(bytes, GBK), GBK);
  }
}
