package io.minewatch.alerting.spoken;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is refused, in both languages: the one catalogue of all refusals. The code writes the
 * English words with what they are about in them; here stand the words of the other language, by
 * the same places. What is not in it, because it comes from deeper down, is told by its status,
 * with the English words behind it.
 *
 * @param code names the refusal in no language
 */
public record Spoken(String code, String english, String chinese) {
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);
  private static final String FILE = "/refusals.tsv";
  private static final String PLACE = "{}";
  private static final String STATUS = "status-";
  private static final String SINGLE = "single-";
  private static final String WHERE = ": ";
  private static final List<Row> ROWS = read();

  private record Row(String code, String english, String chinese, Pattern pattern) {}

  /** The words of a refusal. */
  public static Spoken of(int status, String english) {
    for (Row row : ROWS) {
      boolean whole = !row.code().startsWith(STATUS) && !row.code().startsWith(SINGLE);
      Matcher found = row.pattern().matcher(english);
      if (whole && found.matches()) {
        return new Spoken(row.code(), english, filled(row.chinese(), found));
      }
    }
    Row other = ofStatus(status);
    return new Spoken(
        other.code(),
        english,
        english.isEmpty() ? other.chinese() : other.chinese() + "：" + english);
  }

  /**
   * The words of one single thing that is wrong, where it stands before it: {@code point T1: the id
   * is there twice}. What is not in the catalogue stays as it is.
   */
  public static String single(String english) {
    for (int at = english.lastIndexOf(WHERE); at >= 0; at = english.lastIndexOf(WHERE, at - 1)) {
      int from = at + WHERE.length();
      for (Row row : ROWS) {
        Matcher found = row.pattern().matcher(english.substring(from));
        if (row.code().startsWith(SINGLE) && found.matches()) {
          return english.substring(0, from) + filled(row.chinese(), found);
        }
      }
    }
    return english;
  }

  private static Row ofStatus(int status) {
    Row any = ROWS.get(ROWS.size() - 1);
    for (Row row : ROWS) {
      if (row.code().equals(STATUS + status)) {
        return row;
      }
    }
    return any;
  }

  /** Whether Chinese is liked better than English; English where nothing is said. */
  public static boolean isChinese(@Nullable String accepted) {
    if (accepted == null || accepted.isBlank()) {
      return false;
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), LANGUAGES);
      return Locale.CHINESE.equals(best);
    } catch (IllegalArgumentException e) { // no list of languages
      return false;
    }
  }

  /** Whether the catalogue has it, and not its status alone. */
  public boolean isKnown() {
    return !code.startsWith(STATUS);
  }

  private static String filled(String words, Matcher found) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int i = 1; i <= found.groupCount(); i++) {
      int place = words.indexOf(PLACE, from);
      if (place < 0) {
        break;
      }
      text.append(words, from, place).append(found.group(i));
      from = place + PLACE.length();
    }
    return text.append(words.substring(from)).toString();
  }

  private static List<Row> read() {
    List<Row> rows = new ArrayList<>();
    try (InputStream in = Spoken.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in, "it is built in"), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isEmpty() && !line.startsWith("#")) {
          rows.add(row(line.split("\t", -1)));
        }
      }
      return List.copyOf(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  private static Row row(String[] cells) {
    if (cells.length != 3) {
      throw new IllegalStateException(FILE + ": needs code, English and Chinese: " + cells[0]);
    }
    StringBuilder pattern = new StringBuilder();
    int from = 0;
    for (int at = cells[1].indexOf(PLACE); at >= 0; at = cells[1].indexOf(PLACE, from)) {
      pattern.append(Pattern.quote(cells[1].substring(from, at))).append("(.*?)");
      from = at + PLACE.length();
    }
    pattern.append(Pattern.quote(cells[1].substring(from)));
    return new Row(
        cells[0], cells[1], cells[2], Pattern.compile(pattern.toString(), Pattern.DOTALL));
  }
}
