package io.minewatch.ingest.files.rows;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.ingest.files.found.Content;
import io.minewatch.ingest.files.found.FileReading;
import io.minewatch.ingest.files.found.RecordFault;
import io.minewatch.ingest.files.found.ToldValue;
import io.minewatch.ingest.files.table.Field;
import io.minewatch.ingest.files.table.FieldKind;
import io.minewatch.ingest.files.table.ValueColumn;
import io.minewatch.ingest.files.words.Vocabulary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Readings: each value column that is not empty becomes one. A value beside the device's own has
 * the point {@code device.field}. Where the state says that there is no measurement, or one beyond
 * the range, a value that is missing or no number does not cost the record: the state is what it
 * tells.
 */
final class ReadingRows implements Collector {
  private final Vocabulary words;
  private final KnownUnits units;
  private final List<FileReading> readings = new ArrayList<>();
  private final List<ToldValue> told = new ArrayList<>();

  ReadingRows(Vocabulary words, KnownUnits units) {
    this.words = words;
    this.units = units;
  }

  @Override
  public void take(Row row) throws BadField {
    Instant at = row.neededTime("time");
    String rawState = row.text("state");
    Quality quality = rawState.isEmpty() ? Quality.GOOD : words.state(rawState);
    if (quality == null) {
      throw row.bad("state", RecordFault.UNKNOWN_STATE, "no known state");
    }
    List<FileReading> taken = new ArrayList<>();
    for (ValueColumn column : row.format().values()) {
      FileReading reading = reading(row, column, at, quality);
      if (reading != null) {
        taken.add(reading);
      }
    }
    readings.addAll(taken);
    keepTheRest(row, at);
  }

  /** Null for a value that may be left out and is. A broken line has a state and no value. */
  private @Nullable FileReading reading(Row row, ValueColumn column, Instant at, Quality quality)
      throws BadField {
    String field = column.field();
    boolean empty = row.text(field).isEmpty();
    if (empty && !row.format().isNeeded(field)) {
      return null;
    }
    if (empty && quality.needsNumber()) {
      throw new BadField(field, RecordFault.MISSING, "must not be empty in this state");
    }
    Measure measure = Measured.measureOf(row, column, words);
    double value = value(row.text(field), measure);
    String rawState = row.text("state");
    if (Double.isNaN(value) && !quality.needsNumber()) {
      PointId point = Measured.pointOf(row, column);
      return new FileReading(point, measure, Double.NaN, "", at, quality, rawState);
    }
    if (Double.isNaN(value)) {
      throw row.bad(field, RecordFault.NOT_A_NUMBER, "no value of " + measure);
    }
    Measured what = Measured.of(row, column, words, units);
    return new FileReading(what.point(), measure, value, what.unit(), at, quality, rawState);
  }

  private double value(String text, Measure measure) {
    double word = measure == Measure.SWITCH ? words.switchValue(text) : Double.NaN;
    return Double.isNaN(word) ? Numbers.parse(text) : word;
  }

  private void keepTheRest(Row row, Instant at) {
    for (Field field : row.format().fields()) {
      boolean value = row.format().values().stream().anyMatch(v -> v.field().equals(field.name()));
      if (field.kind() == FieldKind.NUMBER && !value && !row.text(field.name()).isEmpty()) {
        told.add(
            new ToldValue(new PointId(row.text("code")), field.name(), row.text(field.name()), at));
      }
    }
  }

  @Override
  public @Nullable Content part() {
    if (readings.size() < PART) {
      return null;
    }
    Content part = content();
    readings.clear();
    told.clear();
    return part;
  }

  @Override
  public Content content() {
    return new Content.Readings(readings, told);
  }
}
