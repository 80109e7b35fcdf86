package io.minewatch.bench.limit;

import java.nio.charset.StandardCharsets;

/** A cursor over one message. Knows one form only and says so when it meets another. */
final class Bytes {
  private static final double[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

  private byte[] bytes = {};
  private int at;

  void open(byte[] message) {
    bytes = message;
    at = 0;
  }

  /** Whether the next byte is this one; it is then taken. */
  boolean take(char wanted) {
    if (at < bytes.length && bytes[at] == wanted) {
      at++;
      return true;
    }
    return false;
  }

  void expect(char wanted) {
    if (!take(wanted)) {
      throw new IllegalStateException("not the form that is sent: no '" + wanted + "' at " + at);
    }
  }

  /** Passes over so many bytes, which are the same in every message. */
  void skip(int count) {
    at += count;
  }

  /** Passes over everything up to and with this byte. */
  void skipPast(char end) {
    while (bytes[at++] != end) {
      // nothing in between is looked at
    }
  }

  /** Whether the text up to the closing quote is this one; if so it is passed over. */
  boolean takeText(byte[] known) {
    int end = at + known.length;
    if (end >= bytes.length || bytes[end] != '"') {
      return false;
    }
    for (int i = 0; i < known.length; i++) {
      if (bytes[at + i] != known[i]) {
        return false;
      }
    }
    at = end + 1;
    return true;
  }

  /** A whole number. */
  long whole() {
    long value = 0;
    while (bytes[at] >= '0' && bytes[at] <= '9') {
      value = value * 10 + (bytes[at++] - '0');
    }
    return value;
  }

  /** A decimal number of up to six places; exact, because both parts fit a double. */
  double decimal() {
    boolean negative = take('-');
    long digits = whole();
    int places = 0;
    if (take('.')) {
      int from = at;
      while (bytes[at] >= '0' && bytes[at] <= '9') {
        digits = digits * 10 + (bytes[at++] - '0');
      }
      places = at - from;
    }
    double value = digits / POWERS[places];
    return negative ? -value : value;
  }

  /** The byte under the cursor. */
  byte peek() {
    return bytes[at];
  }

  String text() {
    int from = at;
    skipPast('"');
    return new String(bytes, from, at - from - 1, StandardCharsets.US_ASCII);
  }
}
