package io.minewatch.ingest.gateway.app;

import io.minewatch.ingest.files.load.Tables;
import io.minewatch.ingest.files.table.Formats;
import io.minewatch.ingest.files.words.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A mine's own lines over the tables that come with the program. */
final class OwnTables {
  private OwnTables() {}

  /** Each format of the file takes the place of ours. */
  static Formats formats(String file) {
    return Tables.formats().replacedBy(text(file));
  }

  /** The lines of the file go before ours. */
  static Vocabulary words(String file) {
    return Tables.words().with(text(file));
  }

  private static String text(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
