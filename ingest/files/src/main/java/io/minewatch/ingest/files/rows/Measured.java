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
    PointId point = pointOf(row, column);
    Measure measure = measureOf(row, column, words);
    String unit = unit(row, column, words);
    if (unit.isEmpty() || !column.isByField()) {
      unit = defined(point, measure, column, known);
    }
    if (Double.isNaN(measure.factorFrom(unit))) {
      throw row.bad("unit", RecordFault.WRONG_UNIT, "does not fit " + measure);
    }
    return new Measured(point, measure, unit);
  }

  static PointId pointOf(Row row, ValueColumn column) throws BadField {
    String id = column.pointOf(row.text("code"));
    if (!Name.isValid(id)) {
      throw row.bad("code", RecordFault.NOT_A_CODE, "no point id");
    }
    return new PointId(id);
  }

  static Measure measureOf(Row row, ValueColumn column, Vocabulary words) throws BadField {
    if (column.measure() != null) {
      return column.measure();
    }
    Measure told = words.measure(row.text("type"));
    Measure measure = told != null ? told : words.measureOfPoint(row.text("code"));
    if (measure == null) {
      throw row.bad("type", RecordFault.UNKNOWN_TYPE, "no known sensor type");
    }
    return measure;
  }

  /** The unit that the record or the table tells, empty if neither does. */
  private static String unit(Row row, ValueColumn column, Vocabulary words) throws BadField {
    if (column.isByDefinition()) {
      return "";
    }
    String unit = words.unit(column.isByField() ? row.text("unit") : column.unit());
    if (unit == null) {
      throw row.bad("unit", RecordFault.UNKNOWN_UNIT, "no known unit");
    }
    return unit;
  }

  /** The unit of the point's definition, else what the table assumes, if it does. */
  private static String defined(
      PointId point, Measure measure, ValueColumn column, KnownUnits known) throws BadField {
    String defined = known.unitOf(point, measure);
    if (defined != null) {
      return defined;
    }
    if (column.isByDefinition()) {
      throw new BadField(
          column.field(),
          RecordFault.UNKNOWN_UNIT,
          "the record carries no unit, and no definition has told the unit of " + point);
    }
    return column.isByField() ? "" : column.unit();
  }
}
