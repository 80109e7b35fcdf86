package io.minewatch.series.store;

/**
 * How a server answered to a write.
 *
 * @param status HTTP status, {@link Verdict#NO_ANSWER} if none came
 * @param text what the server said, for a person
 */
public record Answer(int status, String text) {
  public static final Answer STORED = new Answer(204, "");

  /** What to do next, having sent so many lines. */
  public Verdict verdict(int lines) {
    return Verdict.of(status, lines);
  }
}
