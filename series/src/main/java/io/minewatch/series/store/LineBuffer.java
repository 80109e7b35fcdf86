package io.minewatch.series.store;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Lines as they grow: text, and how many. */
final class LineBuffer {
  static final int NANOS = 1_000_000;

  final StringBuilder text = new StringBuilder(4096);
  private int count;

  /**
   * Ends a line.
   *
   * @param millis not before 1970
   * @param beside nanoseconds after it, less than a million
   */
  void end(long millis, int beside) {
    text.append(' ').append(millis);
    for (int digit = NANOS / 10; digit > 0; digit /= 10) {
      text.append((char) ('0' + beside / digit % 10));
    }
    text.append('\n');
    count++;
  }

  /**
   * A part of a millisecond made of the text from there on, never 0: that is the place of who came
   * first.
   */
  int beside(int from) {
    long hash = 0;
    for (int i = from; i < text.length(); i++) {
      hash = hash * 31 + text.charAt(i);
    }
    hash *= 0x9E3779B97F4A7C15L;
    // A thousandth at least: QuestDB keeps microseconds.
    return 1_000 + (int) ((hash >>> 32) % (NANOS - 1_000));
  }

  int count() {
    return count;
  }

  byte[] take() {
    byte[] bytes = text.toString().getBytes(UTF_8);
    text.setLength(0);
    count = 0;
    return bytes;
  }
}
