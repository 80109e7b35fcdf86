package io.minewatch.judge.slope;

/** Whether a failure time stands. */
public enum Outlook {
  /** None was given since the slope last settled. */
  NONE(0),
  /** The slope speeds up, but when it ends cannot be bounded yet. */
  OPEN(1),
  /** A failure time stands, with its interval. */
  FORECAST(2),
  /** One stood and was taken back, because the slope slowed down. */
  WITHDRAWN(3);

  private final byte code;

  Outlook(int code) {
    this.code = (byte) code;
  }

  /** How it is saved. */
  byte code() {
    return code;
  }

  static Outlook of(byte code) {
    for (Outlook outlook : values()) {
      if (outlook.code == code) {
        return outlook;
      }
    }
    throw new IllegalArgumentException("no outlook has the code " + code);
  }
}
