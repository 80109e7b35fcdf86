package io.minewatch.alerting.notify.cap;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as CAP writes them: whole seconds, an offset in digits, {@code -00:00} for UTC. */
final class CapTime {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private CapTime() {}

  static String of(Instant at) {
    return FORM.format(at) + "-00:00";
  }

  /**
   * Reads one; the letter Z is forgiven to others.
   *
   * @throws CapException if it is none
   */
  static Instant parse(String text) throws CapException {
    try {
      // Java knows no -00:00; it is what UTC is called where the local time is not told.
      return OffsetDateTime.parse(text.replaceFirst("-00:00$", "+00:00")).toInstant();
    } catch (DateTimeException e) {
      throw new CapException("no time: " + text.substring(0, Math.min(40, text.length())));
    }
  }
}
