package io.minewatch.ingest.files.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All formats, by the type in the file name. A mine's own lines may replace whole formats: that is
 * how an inferred order is put right without code.
 */
public final class Formats {
  private final Map<String, Format> byType = new LinkedHashMap<>();

  private Formats(List<Format> formats) {
    for (Format format : formats) {
      format.types().forEach(type -> byType.put(type, format));
    }
  }

  /**
   * Reads the tables.
   *
   * @throws IllegalArgumentException with the number of the line that cannot be read
   */
  public static Formats parse(String text) {
    return new Formats(FormatText.parse(text));
  }

  /**
   * These formats with the ones of the text in place of those of the same type.
   *
   * @throws IllegalArgumentException with the number of the line that cannot be read
   */
  public Formats replacedBy(String text) {
    List<Format> all = new ArrayList<>(all());
    for (Format mine : FormatText.parse(text)) {
      int at = -1;
      for (int i = 0; i < all.size(); i++) {
        at = all.get(i).type().equals(mine.type()) ? i : at;
      }
      if (at < 0) {
        all.add(mine);
      } else {
        all.set(at, mine);
      }
    }
    return new Formats(all);
  }

  /**
   * The format of a type, or null if it is unknown. A leading {@code N} (the form of the non-coal
   * systems) means the same fields.
   */
  public @Nullable Format of(String type) {
    Format format = byType.get(type);
    if (format == null && type.startsWith("N")) {
      return byType.get(type.substring(1));
    }
    return format;
  }

  /** Each format once, in the order of the tables. */
  public List<Format> all() {
    return byType.values().stream().distinct().toList();
  }
}
