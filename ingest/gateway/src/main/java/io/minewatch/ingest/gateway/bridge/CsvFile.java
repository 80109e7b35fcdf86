package io.minewatch.ingest.gateway.bridge;

import io.minewatch.domain.reading.Name;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.ingest.gateway.message.Payloads;
import io.minewatch.ingest.gateway.message.WireMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * The plain table: UTF-8, comma, no quotes, one reading a line, in the order in which they are
 * sent; the first line is the head {@code time,point,value,unit,quality}, the last two columns may
 * be missing. Time is ISO 8601 with its offset, unit is SenML's (empty for the point's own),
 * quality one of {@link Quality} (empty for good). A line that cannot be read is refused and does
 * not cost the others; a wrong head costs the file.
 */
public final class CsvFile implements FileBridge {
  /** Readings in one message: what a substation's cycle has, and a small loss if refused. */
  static final int READINGS_A_MESSAGE = 500;

  /** A file may be wrong from end to end; this is enough to see what is wrong. */
  static final int REFUSALS_TOLD = 100;

  private static final String HEAD = "time,point,value,unit,quality";
  private static final int NEEDED = 3;
  private static final int COLUMNS = 5;

  private final Payloads payloads;

  public CsvFile(Payloads payloads) {
    this.payloads = payloads;
  }

  @Override
  public boolean takes(String name) {
    return name.endsWith(".csv");
  }

  @Override
  public Ending ending(FileContent file) {
    return Ending.UNMARKED;
  }

  @Override
  public Translation translate(FileContent file, Instant now) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new ByteArrayInputStream(file.bytes()), StandardCharsets.UTF_8.newDecoder()))) {
      String first = lines.readLine();
      String head = first == null ? "" : first.strip().replace("\ufeff", "");
      int columns = head.split(",", -1).length;
      if (columns < NEEDED || !(HEAD.equals(head) || HEAD.startsWith(head + ","))) {
        return Translation.refused("the first line must be " + HEAD + ", was '" + head + "'");
      }
      return read(lines);
    } catch (CharacterCodingException e) {
      return Translation.refused("not UTF-8");
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory", e);
    }
  }

  /** Line by line: those of a whole file at once would take many times its size. */
  private Translation read(BufferedReader lines) throws IOException {
    List<WireMessage> messages = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    ReadingBatch batch = new ReadingBatch();
    int wrong = 0;
    int number = 1;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      try {
        if (!line.isBlank()) {
          add(line, batch);
        }
      } catch (IllegalArgumentException | DateTimeParseException e) {
        if (wrong++ < REFUSALS_TOLD) {
          refused.add("line " + number + ": " + e.getMessage());
        }
      }
      if (batch.size() == READINGS_A_MESSAGE) {
        messages.add(payloads.readings(batch));
        batch.clear();
      }
    }
    if (batch.size() > 0) {
      messages.add(payloads.readings(batch));
    }
    if (wrong > REFUSALS_TOLD) {
      refused.add("and " + (wrong - REFUSALS_TOLD) + " lines more");
    }
    if (messages.isEmpty() && refused.isEmpty()) {
      refused.add("no reading in it");
    }
    return new Translation(messages, refused);
  }

  /** A time that no clock of ours can hold is no time. */
  private static long millis(Instant time) {
    try {
      return time.toEpochMilli();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("a time so far from now is none", e);
    }
  }

  private static void add(String line, ReadingBatch into) {
    String[] cells = line.split(",", -1);
    if (cells.length < NEEDED || cells.length > COLUMNS) {
      throw new IllegalArgumentException("has " + cells.length + " columns");
    }
    Instant time = OffsetDateTime.parse(cells[0].strip()).toInstant();
    String point = Name.require("a point", cells[1].strip());
    double value = Double.parseDouble(cells[2].strip());
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("'" + cells[2].strip() + "' is no value");
    }
    String unit = cells.length > 3 ? cells[3].strip() : "";
    String quality = cells.length > 4 ? cells[4].strip() : "";
    into.add(
        point,
        value,
        unit,
        millis(time),
        quality.isEmpty() ? Quality.GOOD : Quality.valueOf(quality));
  }
}
