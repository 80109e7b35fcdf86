package io.minewatch.judge.flat;

/** What is known of a point's liveliness. */
public enum Flatness {
  /** It reports on change, or no noise floor was declared: nothing can be said. */
  NOT_JUDGED,
  MOVING,
  /** It stands still, but not long enough, or without cause to move. */
  STILL,
  /** It stood still for as long as no live sensor would. Stays so until it moves. */
  STUCK
}
