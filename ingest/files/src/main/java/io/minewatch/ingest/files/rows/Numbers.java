package io.minewatch.ingest.files.rows;

/** Numbers as files write them: decimal, finite, nothing else. */
final class Numbers {
  private static final int MAX_LENGTH = 32;

  private Numbers() {}

  /** The number, or NaN if the text is none. Not a number, infinity and hexadecimal are none. */
  static double parse(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      return Double.NaN;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain =
          (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
      if (!plain) {
        return Double.NaN;
      }
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? value : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** The whole number from 0 to 999,999,999, or -1 if the text is none. */
  static int whole(String text) {
    if (text.isEmpty() || text.length() > 9) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
