package io.minewatch.judge.change;

/**
 * Between these two, both left out, a value reaches nothing that it is held against.
 *
 * @param from minus infinity where falling is no danger
 * @param to NaN where nothing is known to be quiet
 */
record Quiet(float from, float to) {
  static final Quiet NOWHERE = new Quiet(Float.NEGATIVE_INFINITY, Float.NaN);
}
