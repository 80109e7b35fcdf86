package io.minewatch.standalone.doctor;

/**
 * One line of what was looked at.
 *
 * @param what was looked at
 * @param found how it is, in plain words
 * @param act what to do; empty where nothing need be done
 */
public record Finding(Level level, String what, String found, String act) {
  /** How it stands. */
  public enum Level {
    GOOD,
    /** Works, and will not for long; or could not be seen from here. */
    LOOK,
    WRONG
  }

  static Finding good(String what, String found) {
    return new Finding(Level.GOOD, what, found, "");
  }

  static Finding look(String what, String found, String act) {
    return new Finding(Level.LOOK, what, found, act);
  }

  static Finding wrong(String what, String found, String act) {
    return new Finding(Level.WRONG, what, found, act);
  }
}
