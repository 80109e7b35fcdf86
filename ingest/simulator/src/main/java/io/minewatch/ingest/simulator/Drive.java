package io.minewatch.ingest.simulator;

/**
 * How far a value is driven away from its quiet mean.
 *
 * @param level 0 for not at all, 1 for at the peak
 * @param peak in the unit of the point's measure
 */
record Drive(double level, double peak) {
  static final Drive NONE = new Drive(0, 0);
}
