package io.minewatch.validation.score;

/** What a row is, or is said to be. */
public enum Outcome {
  GOOD,
  FAULTY;

  /** FAULTY if so. */
  public static Outcome faultyIf(boolean faulty) {
    return faulty ? FAULTY : GOOD;
  }
}
