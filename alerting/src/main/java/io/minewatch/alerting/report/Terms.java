package io.minewatch.alerting.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The console's own dictionary: a report calls things as the screen did on which they were worked.
 * A key without a word shows its last part, as on the screen.
 */
public final class Terms {
  private static final List<String> FILES =
      List.of("", "-pages", "-details", "-records", "-inspect");
  private static final Pattern ENTRY = Pattern.compile("'([\\w.]+)': '((?:[^'\\\\]|\\\\.)*)'");
  private static final Map<Tongue, Terms> ALL = all();

  private final Map<String, String> words;

  private Terms(Map<String, String> words) {
    this.words = Map.copyOf(words);
  }

  /** The words of this language. */
  public static Terms in(Tongue tongue) {
    return Objects.requireNonNull(ALL.get(tongue), "all are read");
  }

  private static Map<Tongue, Terms> all() {
    Map<Tongue, Terms> all = new EnumMap<>(Tongue.class);
    for (Tongue tongue : Tongue.values()) {
      Map<String, String> words = new HashMap<>();
      String language = tongue.name().toLowerCase(Locale.ROOT);
      for (String file : FILES) {
        Matcher entry = ENTRY.matcher(read("/console/js/" + language + file + ".js"));
        while (entry.find()) {
          words.put(entry.group(1), entry.group(2).replace("\\'", "'"));
        }
      }
      all.put(tongue, new Terms(words));
    }
    return all;
  }

  private static String read(String file) {
    try (InputStream in = Terms.class.getResourceAsStream(file)) {
      return new String(
          Objects.requireNonNull(in, () -> file + " is built in").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The word under a key; {@code {0}} and on are filled in. */
  public String of(String key, Object... values) {
    String word = words.getOrDefault(key, key.substring(key.indexOf('.') + 1));
    for (int i = 0; i < values.length; i++) {
      word = word.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return word;
  }
}
