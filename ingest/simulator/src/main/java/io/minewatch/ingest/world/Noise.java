package io.minewatch.ingest.world;

/**
 * Chance that can be looked up: the number at an index of a named stream of a seed is always the
 * same, whatever was drawn before (SplitMix64 finalizer, Steele and others 2014).
 */
public final class Noise {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long stream;

  /** A stream of its own for each name. */
  public Noise(long seed, String name) {
    long hash = mix(seed + GOLDEN);
    for (int i = 0; i < name.length(); i++) {
      hash = mix(hash ^ name.charAt(i));
    }
    this.stream = hash;
  }

  /** Evenly spread over 0 (with) to 1 (without). */
  public double even(long index) {
    return (mix(stream + GOLDEN * (index + 1)) >>> 11) * 0x1.0p-53;
  }

  /**
   * About normal with mean 0 and deviation 1, never beyond 3.47 (the sum of four even numbers), so
   * that a quiet mine cannot raise an alarm by chance.
   */
  public double normal(long index) {
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      sum += even(4 * index + i);
    }
    return (sum - 2) * Math.sqrt(3);
  }

  private static long mix(long bits) {
    long z = bits;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
