package io.minewatch.domain.wire;

import io.minewatch.domain.reading.Quality;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of a pack. */
final class SenmlWords {
  /** The integer labels of the CBOR form, -6 to 8, as names. */
  private static final String[] CBOR_LABELS = {
    "bs", "bv", "bu", "bt", "bn", "bver", "n", "u", "v", "vs", "vb", "s", "t", "ut", "vd"
  };

  private static final Map<String, Quality> QUALITIES =
      Stream.of(Quality.values()).collect(Collectors.toMap(Quality::name, each -> each));

  private SenmlWords() {}

  /** A label of the CBOR form as a name; one that is none of the RFC's stays as it is. */
  static String label(String raw) {
    if (raw.isEmpty() || (raw.charAt(0) > '9' && raw.charAt(0) != '-')) {
      return raw;
    }
    try {
      int number = Integer.parseInt(raw);
      return number >= -6 && number <= 8 ? CBOR_LABELS[number + 6] : raw;
    } catch (NumberFormatException e) {
      return raw;
    }
  }

  /** Null for a word that is none of ours. */
  static @Nullable Quality quality(String word) {
    return QUALITIES.get(word);
  }

  /** The point that a full name means. Null if it is not below the prefix. */
  static @Nullable String point(String prefix, String baseName, String name) {
    if (baseName.equals(prefix) && !name.isEmpty()) {
      return name; // the usual form makes no text
    }
    String full = baseName + name;
    boolean ours = full.startsWith(prefix) && full.length() > prefix.length();
    return ours ? full.substring(prefix.length()) : null;
  }
}
