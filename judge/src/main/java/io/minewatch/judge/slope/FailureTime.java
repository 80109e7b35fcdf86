package io.minewatch.judge.slope;

/**
 * When a slope may fail, if it goes on as since onset. Times are milliseconds since 1970 UTC.
 *
 * @param earliest lower end of the interval at the stated coverage
 * @param latest upper end of it
 */
public record FailureTime(long earliest, long likely, long latest) {
  public FailureTime {
    if (!(earliest <= likely && likely <= latest)) {
      throw new IllegalArgumentException(
          "need earliest <= likely <= latest, was " + earliest + ", " + likely + ", " + latest);
    }
  }
}
