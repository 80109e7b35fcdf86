package io.minewatch.ingest.files.layout;

import io.minewatch.domain.reading.MineCode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file name: {@code {mine}_{TYPE}_{time}.txt}, for slopes {@code {mine}_{type}_{time}_{4
 * digits}.json}. The time is not read from here: the slope systems put colons into it, and the
 * header knows better.
 *
 * @param mine the code as the name has it
 * @param type in capital letters, a leading {@code N} kept
 */
public record FileName(MineCode mine, String type, boolean json) {
  /** Longest name looked at. */
  public static final int MAX_LENGTH = 200;

  /** The parts of a name, or null if it is not of this form. */
  public static @Nullable FileName parse(String name) {
    if (name.length() > MAX_LENGTH) {
      return null;
    }
    int first = name.indexOf('_');
    int second = name.indexOf('_', first + 1);
    if (first < 0 || second < 0 || !MineCode.isValid(name.substring(0, first))) {
      return null;
    }
    String type = name.substring(first + 1, second);
    if (!isType(type)) {
      return null;
    }
    boolean json = name.toLowerCase(Locale.ROOT).endsWith(".json");
    return new FileName(
        new MineCode(name.substring(0, first)), type.toUpperCase(Locale.ROOT), json);
  }

  private static boolean isType(String type) {
    if (type.isEmpty() || type.length() > 20) {
      return false;
    }
    for (int i = 0; i < type.length(); i++) {
      char c = type.charAt(i);
      if (!((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
        return false;
      }
    }
    return true;
  }
}
