package io.minewatch.alerting.app;

import io.minewatch.alerting.yaml.Problems;
import io.minewatch.ingest.files.load.Tables;
import io.minewatch.ingest.files.read.FileReader;
import io.minewatch.ingest.files.read.FileRules;
import io.minewatch.ingest.files.table.Formats;
import io.minewatch.ingest.files.words.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * By what definition files are read.
 *
 * @param formats a mine's own orders over the built-in ones
 * @param words a mine's own words over the built-in ones
 */
public record OwnTables(Formats formats, Vocabulary words) {
  /** Nothing of a mine's own. */
  static final OwnTables BUILT_IN = new OwnTables(Tables.formats(), Tables.words());

  /**
   * The tables with these files over them, whose problems are added to the others.
   *
   * @param formats a file; empty for none
   * @param words a file; empty for none
   */
  static OwnTables read(String formats, String words, Problems problems) {
    return new OwnTables(
        over("formats", formats, BUILT_IN.formats, BUILT_IN.formats::replacedBy, problems),
        over("words", words, BUILT_IN.words, BUILT_IN.words::with, problems));
  }

  FileReader reader() {
    return new FileReader(formats, words, FileRules.NATIONAL);
  }

  private interface Over<T> {
    T over(String text);
  }

  private static <T> T over(String key, String file, T builtIn, Over<T> own, Problems problems) {
    if (file.isEmpty()) {
      return builtIn;
    }
    try {
      return own.over(Files.readString(Path.of(file)));
    } catch (IOException | IllegalArgumentException e) {
      problems.add(key, file + " cannot be read: " + e.getMessage());
      return builtIn;
    }
  }
}
