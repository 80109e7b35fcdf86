package io.minewatch.bench.kernel;

/** By how many rules a point is judged. */
public enum Rules {
  /** By its limits alone. */
  LIMITS,
  /** By all that the packs say of it. */
  ALL
}
