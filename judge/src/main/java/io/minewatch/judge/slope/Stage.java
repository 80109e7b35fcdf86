package io.minewatch.judge.slope;

/** How a slope moves. UNKNOWN is no reassurance: it is neither steady nor green. */
public enum Stage {
  /** Too few readings yet, or too old ones. */
  UNKNOWN(0),
  /** Slowing down. */
  REGRESSIVE(1),
  /** At a velocity that does not change beyond its noise; also at rest. */
  STEADY(2),
  /** Speeding up. The only stage that has a failure time. */
  PROGRESSIVE(3);

  private final byte code;

  Stage(int code) {
    this.code = (byte) code;
  }

  /** How it is saved. */
  byte code() {
    return code;
  }

  static Stage of(byte code) {
    for (Stage stage : values()) {
      if (stage.code == code) {
        return stage;
      }
    }
    throw new IllegalArgumentException("no stage has the code " + code);
  }
}
