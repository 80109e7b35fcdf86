package io.minewatch.ingest.files.layout;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The times of the files: the mine's wall clock without a zone, {@code yyyy-MM-dd HH:mm:ss}. Also
 * read: slashes for dashes, {@code T} for the blank, a fraction, no seconds, and fourteen digits. A
 * date alone is not a time.
 */
public record LocalTimes(ZoneId zone) {
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2199;

  /** China Standard Time, which every document of the formats assumes. */
  public static final LocalTimes CHINA = new LocalTimes(ZoneId.of("Asia/Shanghai"));

  public LocalTimes {
    Objects.requireNonNull(zone, "zone");
  }

  /** The instant that the text names, or null if it names none. */
  public @Nullable Instant read(String text) {
    int[] parts = new int[7];
    if (!split(text, parts)) {
      return null;
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6] * 1_000_000);
      return local.atZone(zone).toInstant();
    } catch (DateTimeException e) {
      return null; // the 31st of February
    }
  }

  /** The time as the files write it, to the second. */
  public String write(Instant time) {
    LocalDateTime local = LocalDateTime.ofInstant(time, zone).withNano(0);
    String text = local.toString().replace('T', ' ');
    return text.length() == 16 ? text + ":00" : text;
  }

  /** Fourteen digits, as file names carry it. */
  public String writeDigits(Instant time) {
    return write(time).replace("-", "").replace(" ", "").replace(":", "");
  }

  /** Year, month, day, hour, minute, second, millisecond. */
  private static boolean split(String text, int[] parts) {
    boolean digits = text.length() == 14 && text.indexOf('-') < 0;
    boolean full = digits || (text.length() >= 16 && text.length() <= 29);
    if (!full) {
      return false;
    }
    int at = 0;
    for (int i = 0; i < 6; i++) {
      int width = i == 0 ? 4 : 2;
      if (i > 0 && !digits) {
        if (i == 5 && at == text.length()) {
          return inYears(parts);
        }
        if (at >= text.length() || !isSeparator(text.charAt(at), i)) {
          return false;
        }
        at++;
      }
      int value = number(text, at, width);
      if (value < 0) {
        return false;
      }
      parts[i] = value;
      at += width;
    }
    return inYears(parts) && fraction(text, at, parts);
  }

  private static boolean inYears(int[] parts) {
    return parts[0] >= FIRST_YEAR && parts[0] <= LAST_YEAR;
  }

  private static boolean isSeparator(char c, int before) {
    return switch (before) {
      case 1, 2 -> c == '-' || c == '/';
      case 3 -> c == ' ' || c == 'T';
      default -> c == ':';
    };
  }

  private static boolean fraction(String text, int at, int[] parts) {
    if (at == text.length()) {
      return true;
    }
    if (text.charAt(at) != '.' || at + 1 == text.length()) {
      return false;
    }
    int scale = 100;
    for (int i = at + 1; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      parts[6] += digit * scale;
      scale /= 10;
    }
    return true;
  }

  private static int number(String text, int from, int width) {
    if (from + width > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + width; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
