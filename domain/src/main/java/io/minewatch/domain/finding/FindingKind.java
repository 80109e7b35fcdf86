package io.minewatch.domain.finding;

/** What became of an excursion. The facts of one excursion share one id and are numbered. */
public enum FindingKind {
  /** The first step was reached. Always fact 0. */
  OPENED,
  /** A further step was reached. */
  RAISED,
  /** Less bad than before, not over. */
  LOWERED,
  /**
   * The point can no longer be relied on while in excursion: the alarm holds and rises one level.
   */
  BLIND,
  /** The point is relied on again, the excursion goes on. */
  SEEN,
  /** Over: a trusted value was on the safe side of restore for as long as the rule wants. */
  CLEARED
}
