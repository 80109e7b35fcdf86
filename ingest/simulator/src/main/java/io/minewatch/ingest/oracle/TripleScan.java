package io.minewatch.ingest.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * The plainest reading of a methane triple: an excursion begins at the first row at or above the
 * alarm and ends at the first later row strictly below restore. A row without a value (NaN) changes
 * nothing. Written to check judging, so it shares nothing with it.
 *
 * @param alarm 报警, reached at or above
 * @param cut 断电, reached at or above
 * @param restore 复电, restored strictly below
 */
public record TripleScan(double alarm, double cut, double restore) {
  public TripleScan {
    if (!(restore <= alarm && alarm <= cut)) {
      throw new IllegalArgumentException(
          "restore, alarm and cut ascend, were " + restore + ", " + alarm + ", " + cut);
    }
  }

  /** The excursions of a column, in the order of their onset; only the last can be open. */
  public List<Excursion> scan(double[] column) {
    List<Excursion> found = new ArrayList<>();
    int row = 0;
    while (row < column.length) {
      if (column[row] >= alarm) {
        Excursion excursion = from(column, row);
        found.add(excursion);
        row = excursion.endRow() == Excursion.NONE ? column.length : excursion.endRow();
      }
      row++;
    }
    return found;
  }

  private Excursion from(double[] column, int onset) {
    int peakRow = onset;
    int cutRow = Excursion.NONE;
    for (int row = onset; row < column.length; row++) {
      if (column[row] < restore) {
        return new Excursion(onset, column[peakRow], peakRow, cutRow, row);
      }
      if (column[row] > column[peakRow]) {
        peakRow = row;
      }
      if (cutRow == Excursion.NONE && column[row] >= cut) {
        cutRow = row;
      }
    }
    return new Excursion(onset, column[peakRow], peakRow, cutRow, Excursion.NONE);
  }
}
