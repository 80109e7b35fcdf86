package io.minewatch.judge.chatter;

/** What an opening, or the passing of time, means. */
public enum Chatter {
  /** A condition like any other. */
  ALONE,
  /** The opening that makes it chatter: the condition stays open, maintenance is told. */
  BEGINS,
  /** One more opening of the same condition: told to nobody. */
  GOES_ON,
  /** Calm again: the condition may clear. */
  ENDS
}
