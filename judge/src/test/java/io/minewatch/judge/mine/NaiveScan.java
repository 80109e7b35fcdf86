package io.minewatch.judge.mine;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the excursions of a series of trusted readings under a triple without delays, in the
 * plainest way that comes to mind: for each row that is high, look forward for the row that ends
 * it.
 */
final class NaiveScan {
  /** One excursion, by rows; {@code end} is -1 while it lasts. */
  record Found(int onset, int cut, int end, double peak) {}

  private NaiveScan() {}

  static List<Found> scan(double[] values, double alarm, double cut, double restore) {
    List<Found> found = new ArrayList<>();
    int row = 0;
    while (row < values.length) {
      if (values[row] < alarm) {
        row++;
        continue;
      }
      int end = row;
      while (end < values.length && values[end] >= restore) {
        end++;
      }
      int cutAt = -1;
      double peak = values[row];
      for (int i = row; i < end; i++) {
        peak = Math.max(peak, values[i]);
        cutAt = cutAt < 0 && values[i] >= cut ? i : cutAt;
      }
      found.add(new Found(row, cutAt, end == values.length ? -1 : end, peak));
      row = end;
    }
    return found;
  }
}
