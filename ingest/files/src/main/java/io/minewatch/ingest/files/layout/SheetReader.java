package io.minewatch.ingest.files.layout;

import io.minewatch.domain.reading.MineCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into header, records and fields. The record separator ({@code ~}, {@code ^} or a line
 * break) and the end mark ({@code ||} or {@code ]]]}) are found in the content, apart from each
 * other: one generator mixes them.
 */
public final class SheetReader {
  /** Most records of one file; a file of a large mine has some hundreds. */
  public static final int MAX_RECORDS = 20_000;

  /** Most fields of one record; the widest known format has 24. */
  public static final int MAX_FIELDS = 64;

  /** Mine, name, time. */
  private static final int PLAIN_WIDTH = 3;

  /** Time, head count, leader. */
  private static final int REGIONAL_WIDTH = 3;

  private static final String[] ENDS = {"||", "]]]"};
  private static final char[] SEPARATORS = {'~', '^', '\n'};

  private SheetReader() {}

  /** The text without its end mark, or null if it has none: the file is not yet complete. */
  public static @Nullable String body(String text) {
    String body = text.strip();
    int nul = body.length();
    while (nul > 0 && body.charAt(nul - 1) == '\0') {
      nul--; // a file system that fills up blocks
    }
    body = body.substring(0, nul).strip();
    if (body.length() > 1 && body.startsWith("\"") && body.endsWith("\"")) {
      body = body.substring(1, body.length() - 1).strip(); // a generator that quotes its file
    }
    for (String end : ENDS) {
      if (body.endsWith(end)) {
        return body.substring(0, body.length() - end.length());
      }
    }
    return null;
  }

  /**
   * Cuts a body, or returns null if it does not begin with a header: the mine and, somewhere, the
   * time, in as many fields as the format has or in three; or the regional form, which begins with
   * the time. A header of another width is none: it may have run together with its first record.
   *
   * @param width how many fields the header of this format has
   */
  public static @Nullable Sheet cut(String body, int width, LocalTimes times) {
    int headerEnd = -1;
    char separator = SEPARATORS[0];
    for (char candidate : SEPARATORS) {
      int at = body.indexOf(candidate);
      if (at >= 0
          && (headerEnd < 0 || at < headerEnd)
          && isHeader(body.substring(0, at), width, times)) {
        headerEnd = at;
        separator = candidate;
      }
    }
    if (headerEnd < 0) {
      return isHeader(body, width, times) ? new Sheet(fields(body), List.of(), 0) : null;
    }
    return records(body, headerEnd, separator);
  }

  private static Sheet records(String body, int headerEnd, char separator) {
    List<Sheet.Line> records = new ArrayList<>();
    int number = 0;
    int more = 0;
    int from = headerEnd + 1;
    while (from <= body.length()) {
      int to = body.indexOf(separator, from);
      to = to < 0 ? body.length() : to;
      number++;
      if (!isBlank(body, from, to)) {
        if (records.size() == MAX_RECORDS) {
          more++;
        } else {
          records.add(new Sheet.Line(number, body, from, to));
        }
      }
      from = to + 1;
    }
    return new Sheet(fields(body.substring(0, headerEnd)), records, more);
  }

  private static boolean isBlank(String body, int from, int to) {
    int at = from;
    while (at < to && Character.isWhitespace(body.charAt(at))) {
      at++;
    }
    return at == to;
  }

  private static boolean isHeader(String text, int width, LocalTimes times) {
    List<String> fields = fields(text);
    int count = fields.size();
    while (count > 0 && fields.get(count - 1).isEmpty()) {
      count--;
    }
    if (times.read(fields.get(0)) != null) {
      return count <= REGIONAL_WIDTH;
    }
    boolean fits = count == width || count == PLAIN_WIDTH;
    return fits
        && MineCode.isValid(fields.get(0))
        && fields.stream().anyMatch(field -> times.read(field) != null);
  }

  /** At most one field more than {@link #MAX_FIELDS}, which then tells that there were too many. */
  static List<String> fields(String record) {
    List<String> fields = new ArrayList<>();
    int from = 0;
    while (from <= record.length() && fields.size() <= MAX_FIELDS) {
      int to = record.indexOf(';', from);
      to = to < 0 ? record.length() : to;
      fields.add(record.substring(from, to).strip());
      from = to + 1;
    }
    return fields;
  }
}
