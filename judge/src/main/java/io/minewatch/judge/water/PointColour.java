package io.minewatch.judge.water;

/** How bad a point, an item or a pond is. UNKNOWN is no reassurance and is never shown green. */
public enum PointColour {
  /** Known, and no level is reached: the only green. */
  NONE,
  /** Not read, or not to be relied on. */
  UNKNOWN,
  BLUE,
  YELLOW,
  ORANGE,
  RED;

  /** The worse of the two; an unknown is worse than none and milder than any colour. */
  public PointColour worse(PointColour other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public boolean isGreen() {
    return this == NONE;
  }
}
