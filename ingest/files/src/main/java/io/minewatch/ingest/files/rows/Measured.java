package io.minewatch.ingest.files.rows;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Name;
import io.minewatch.domain.reading.PointId;
import io.minewatch.ingest.files.found.RecordFault;
import io.minewatch.ingest.files.table.ValueColumn;
import io.minewatch.ingest.files.words.Vocabulary;

/** What one value column of a row measures: point, measure, unit. */
record Measured(PointId point, Measure measure, String unit) {
  static Measured of(Row row, ValueColumn column, Vocabulary words, KnownUnits known)
      throws BadField {
    String id = column.pointOf(row.text("code"));
    if (!Name.isValid(id)) {
      throw BadField.showing("code", RecordFault.NOT_A_CODE, "no point id", id);
    }
    Measure measure = measure(row, column, words);
    String unit = unit(row, column, words);
    String defined = column.unit().isEmpty() ? null : known.unitOf(id);
    unit = defined == null ? unit : defined;
    if (Double.isNaN(measure.factorFrom(unit))) {
      throw BadField.showing(
          "unit", RecordFault.WRONG_UNIT, "does not fit " + measure, row.text("unit"));
    }
    return new Measured(new PointId(id), measure, unit);
  }

  private static Measure measure(Row row, ValueColumn column, Vocabulary words) throws BadField {
    if (column.measure() != null) {
      return column.measure();
    }
    Measure told = words.measure(row.text("type"));
    Measure measure = told != null ? told : words.measureOfPoint(row.text("code"));
    if (measure == null) {
      throw BadField.showing(
          "type", RecordFault.UNKNOWN_TYPE, "no known sensor type", row.text("type"));
    }
    return measure;
  }

  private static String unit(Row row, ValueColumn column, Vocabulary words) throws BadField {
    String written = column.unit().isEmpty() ? row.text("unit") : column.unit();
    String unit = words.unit(written);
    if (unit == null) {
      throw BadField.showing("unit", RecordFault.UNKNOWN_UNIT, "no known unit", written);
    }
    return unit;
  }
}
