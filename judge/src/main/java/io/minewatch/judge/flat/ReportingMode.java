package io.minewatch.judge.flat;

/** When a point sends, as declared in its plan. */
public enum ReportingMode {
  /** Each period, whether the value changed or not. */
  PERIODIC,
  /** Only when the value changed: standing still is what it is made for. */
  ON_CHANGE
}
