package io.minewatch.ingest.replay;

import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Turns the rows of a recording into readings. A missing value ({@code ?} or empty) is no reading.
 */
final class RowReader {
  private final Recording recording;
  private final ReplaySettings settings;
  private final int[] cellOfColumn;
  private final int timeCell;
  private long rows;
  private long missing;
  private Instant lastMeasured;

  RowReader(Recording recording, ReplaySettings settings) {
    this.recording = recording;
    this.settings = settings;
    this.lastMeasured = settings.start();
    List<Column> columns = settings.columns();
    this.cellOfColumn = new int[columns.size()];
    for (int i = 0; i < cellOfColumn.length; i++) {
      cellOfColumn[i] = cell(columns.get(i).name());
    }
    this.timeCell = settings.timeColumn() == null ? -1 : cell(settings.timeColumn());
  }

  private int cell(String name) {
    int cell = recording.names().indexOf(name);
    if (cell < 0) {
      throw new IllegalArgumentException(
          "the recording has no column '" + name + "', it has " + recording.names());
    }
    return cell;
  }

  /** Adds the next row's readings to the batch; false after the last row. */
  boolean addNext(ReadingBatch batch) throws IOException {
    String[] cells = recording.next();
    if (cells == null) {
      return false;
    }
    lastMeasured = measured(cells);
    rows++;
    for (int i = 0; i < cellOfColumn.length; i++) {
      String cell = cells[cellOfColumn[i]];
      if (cell.isEmpty() || cell.equals("?")) {
        missing++;
        continue;
      }
      Column column = settings.columns().get(i);
      try {
        double value = Double.parseDouble(cell);
        batch.add(
            column.point().value(),
            value,
            column.unit(),
            lastMeasured.toEpochMilli(),
            Quality.GOOD);
      } catch (NumberFormatException e) {
        throw recording.refused("column " + column.name() + " is no number: '" + cell + "'");
      }
    }
    return true;
  }

  private Instant measured(String[] cells) throws IOException {
    if (timeCell < 0) {
      return settings.start().plus(settings.step().multipliedBy(rows));
    }
    String text = cells[timeCell];
    try {
      return text.chars().allMatch(Character::isDigit) && !text.isEmpty()
          ? Instant.ofEpochMilli(Long.parseLong(text))
          : OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
    } catch (DateTimeException | NumberFormatException e) {
      throw recording.refused("no time with its zone: '" + text + "'");
    }
  }

  /** Measured time of the newest row. */
  Instant lastMeasured() {
    return lastMeasured;
  }

  long rows() {
    return rows;
  }

  /** Values that the recording does not have. */
  long missing() {
    return missing;
  }
}
