package io.minewatch.ingest.files.load;

import io.minewatch.ingest.files.table.Formats;
import io.minewatch.ingest.files.words.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The tables that come with the program. */
public final class Tables {
  private Tables() {}

  /** The formats; a mine's own lines go over them with {@link Formats#replacedBy}. */
  public static Formats formats() {
    return Formats.parse(text("formats.txt"));
  }

  /** The vocabulary; a mine's own lines go over it with {@link Vocabulary#with}. */
  public static Vocabulary words() {
    return Vocabulary.parse(text("words.txt"));
  }

  private static String text(String name) {
    try (InputStream in = Tables.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the program is incomplete: " + name, e);
    }
  }
}
