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

/**
 * Readings: each value column that is not empty becomes one. A value beside the device's own has
 * the point {@code device.field}.
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
      throw BadField.showing("state", RecordFault.UNKNOWN_STATE, "no known state", rawState);
    }
    List<FileReading> taken = new ArrayList<>();
    for (ValueColumn column : row.format().values()) {
      if (!row.text(column.field()).isEmpty()) {
        Measured what = Measured.of(row, column, words, units);
        double value = value(row, column.field(), what.measure());
        taken.add(
            new FileReading(
                what.point(), what.measure(), value, what.unit(), at, quality, rawState));
      }
    }
    readings.addAll(taken);
    keepTheRest(row, at);
  }

  private double value(Row row, String field, Measure measure) throws BadField {
    String text = row.text(field);
    double word = measure == Measure.SWITCH ? words.switchValue(text) : Double.NaN;
    double value = Double.isNaN(word) ? Numbers.parse(text) : word;
    if (Double.isNaN(value)) {
      throw BadField.showing(field, RecordFault.NOT_A_NUMBER, "no value of " + measure, text);
    }
    return value;
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
  public Content content() {
    return new Content.Readings(readings, told);
  }
}
