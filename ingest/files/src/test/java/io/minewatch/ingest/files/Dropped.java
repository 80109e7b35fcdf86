package io.minewatch.ingest.files;

import io.minewatch.domain.reading.Measure;
import io.minewatch.ingest.files.found.Content;
import io.minewatch.ingest.files.found.FileResult;
import io.minewatch.ingest.files.found.RefusedRecord;
import io.minewatch.ingest.files.load.Tables;
import io.minewatch.ingest.files.read.Arrival;
import io.minewatch.ingest.files.read.FileReader;
import io.minewatch.ingest.files.read.FileRules;
import io.minewatch.ingest.files.table.Formats;
import io.minewatch.ingest.files.words.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Files dropped in tests. All names of people are made up. */
public final class Dropped {
  public static final String MINE = "140921021337";
  public static final Formats FORMATS = Tables.formats();
  public static final Vocabulary WORDS = Tables.words();

  /** Knows of every inflow point that its definition told m3/h, as a gateway does. */
  public static final FileReader READER =
      new FileReader(
          FORMATS,
          WORDS,
          FileRules.NATIONAL,
          (point, measure) -> measure == Measure.INFLOW ? "m3/h" : null);

  /** 2026-01-01 08:00:00 of the mine's clock. */
  public static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");

  public static final Instant NOW = MADE.plusSeconds(2);

  private Dropped() {}

  public static String header() {
    return MINE + ";模型煤矿;2026-01-01 08:00:00";
  }

  /** A file of the usual marks. */
  public static String file(String... records) {
    StringBuilder text = new StringBuilder(header()).append('~');
    for (String record : records) {
      text.append(record).append('~');
    }
    return text.append("||").toString();
  }

  public static String name(String type) {
    return MINE + "_" + type + "_20260101080000.txt";
  }

  public static FileResult read(String type, String content) {
    return read(type, content.getBytes(StandardCharsets.UTF_8));
  }

  public static FileResult read(String type, byte[] content) {
    return READER.read(new Arrival(name(type), content, MADE, NOW));
  }

  public static FileResult readJson(String type, String content) {
    String name = MINE + "_" + type + "_20260101080000_1234.json";
    return READER.read(new Arrival(name, content.getBytes(StandardCharsets.UTF_8), MADE, NOW));
  }

  public static FileResult.Taken taken(FileResult result) {
    if (result instanceof FileResult.Taken taken) {
      return taken;
    }
    throw new AssertionError(result + " was not taken");
  }

  public static Content.Readings readings(FileResult result) {
    return (Content.Readings) taken(result).content();
  }

  /** A result in a few words, for tables. */
  public static String inWords(FileResult result) {
    if (result instanceof FileResult.Taken taken) {
      StringBuilder words = new StringBuilder("TAKEN " + taken.content().size());
      for (RefusedRecord each : taken.refused()) {
        words.append(" - ").append(each.line()).append(' ').append(each.field());
        words.append(' ').append(each.fault());
      }
      return words.toString();
    }
    if (result instanceof FileResult.EmptyBody empty) {
      return "EMPTY " + empty.says();
    }
    if (result instanceof FileResult.Refused refused) {
      return "REFUSED " + refused.fault();
    }
    return "INCOMPLETE";
  }
}
