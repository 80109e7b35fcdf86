package io.minewatch.alerting.root;

/** What came of holding an hour of the store against what the archive job has told of it. */
public enum Compared {
  /** The store gives back what was written, no more and no less. */
  SAME,
  /** Some readings told a time anew and may have been counted twice: nothing is proven. */
  TOLD_AGAIN,
  /** It is something else, and readings may be on their way still. */
  WAITS,
  /** Readings were altered, added or taken away in the store. */
  DIFFERS,
  /** Nothing was told of it: no key, another key, or too long ago. */
  NOT_TOLD,
  /** It was told, but the store could not be read before that was forgotten. */
  NOT_SEEN;

  /** Whether what the store gave back is not what was written, or nobody has looked in time. */
  public boolean isDoubtful() {
    return this == WAITS || this == DIFFERS || this == NOT_SEEN;
  }
}
