package io.minewatch.alerting.calling;

/** By what a human has shown to be one. Nothing else stops the ladder. */
public enum Proof {
  /** The named person, signed in, pressed in the console. */
  CONSOLE,
  /** A digit was pressed on the telephone. */
  KEYPAD,
  /** The two-digit code of this attempt was read back. */
  CODE
}
