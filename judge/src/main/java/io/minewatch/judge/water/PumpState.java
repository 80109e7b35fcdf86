package io.minewatch.judge.water;

/** What inflow means for the pumps, mildest first after UNKNOWN. */
public enum PumpState {
  /** Inflow is not known. */
  UNKNOWN,
  /** The working set has its margin. */
  ENOUGH,
  /** The working set has no margin left: the standby set is needed. */
  STANDBY_NEEDED,
  /** Working and standby sets together have no margin left. */
  NO_MARGIN,
  /** More comes in than all pumps can lift: the sump fills whatever is done. */
  BEYOND
}
