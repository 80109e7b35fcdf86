package io.minewatch.judge.plausible;

/** What the gate says of a reading. No reading is changed or hidden by it. */
public enum Verdict {
  /** How much this point moves from reading to reading is not known yet. */
  LEARNING,
  TRUSTED,
  /** Within reach, but it shakes as this point never does. Judged, and work for maintenance. */
  UNSTEADY,
  /** Too far from the last trusted value to be right. Recorded and shown, not judged. */
  QUARANTINED,
  /** As far off, but towards danger: recorded, shown, and judged all the same. */
  ODD,
  /** It stayed where it jumped to: from here on this is the normal. */
  TAKEN_ON
}
