package io.minewatch.ingest.oracle;

/**
 * One excursion of a column of numbers, by row number from 0.
 *
 * @param onsetRow the first row at or above the alarm
 * @param peak the largest value before the end
 * @param peakRow the first row that shows it
 * @param cutRow the first row at or above the cut, {@link #NONE} if it was not reached
 * @param endRow the first row below restore, {@link #NONE} if the column ends before
 */
public record Excursion(int onsetRow, double peak, int peakRow, int cutRow, int endRow) {
  public static final int NONE = -1;
}
