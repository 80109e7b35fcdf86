package io.minewatch.bench.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Updates by the time that their readings bear, and when each was to be sent. */
final class Updates {
  static final int UNKNOWN = -1;

  private static final DateTimeFormatter DIGITS =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);

  private final Map<Long, Integer> numbers = new ConcurrentHashMap<>();
  private final Map<Integer, Long> due = new ConcurrentHashMap<>();

  /** One is about to be sent. */
  void add(int number, long dueNanos, Instant measured) {
    due.put(number, dueNanos);
    numbers.put(Long.parseLong(DIGITS.format(measured)), number);
  }

  /** Which one bears a time, given as its digits down to milliseconds. */
  int number(long digits) {
    return numbers.getOrDefault(digits, UNKNOWN);
  }

  long due(int number) {
    return due.getOrDefault(number, 0L);
  }
}
