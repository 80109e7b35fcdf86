package io.minewatch.ingest.replay;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import java.util.ArrayList;
import java.util.List;

/**
 * Which column of a recording is which point.
 *
 * @param name of the column
 * @param unit in which the recording gives it, as it goes on the wire
 */
public record Column(String name, PointId point, Measure measure, String unit) {
  /** The columns of the recorded longwall (MM31, MM116: methane; air, pressure, production). */
  public static final String LONGWALL =
      "MM31:METHANE,MM116:METHANE,AS038:AIR_SPEED,PG072:AIR_SPEED,BA13:PRESSURE:hPa,PD:SWITCH";

  public Column {
    if (Double.isNaN(measure.factorFrom(unit))) {
      throw new IllegalArgumentException(
          "column " + name + ": " + measure + " is not given in '" + unit + "'");
    }
  }

  /**
   * Reads {@code NAME[=POINT]:MEASURE[:UNIT], …}. The point's name is the column's and the unit the
   * measure's own unless given.
   *
   * @throws IllegalArgumentException naming the column that is not understood
   */
  public static List<Column> parse(String text) {
    List<Column> columns = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String[] fields = part.strip().split(":", 3);
      if (fields.length < 2) {
        throw new IllegalArgumentException("a column is NAME[=POINT]:MEASURE[:UNIT], was " + part);
      }
      int equals = fields[0].indexOf('=');
      String name = equals < 0 ? fields[0] : fields[0].substring(0, equals);
      PointId point = new PointId(equals < 0 ? fields[0] : fields[0].substring(equals + 1));
      Measure measure = Measure.valueOf(fields[1]);
      String unit = fields.length == 3 ? fields[2] : measure.wireUnit();
      columns.add(new Column(name, point, measure, unit));
    }
    return List.copyOf(columns);
  }
}
