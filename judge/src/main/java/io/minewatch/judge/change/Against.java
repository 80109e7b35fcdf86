package io.minewatch.judge.change;

/** What a value is held against. */
public enum Against {
  /** A fixed value. */
  LEVEL(0),
  /** The middle value of the same shift one day before. */
  SHIFT(1),
  /** The lowest (for a fall the highest) of the last minutes. */
  WINDOW(2);

  private final int place;

  Against(int place) {
    this.place = place;
  }

  /** Its place among the columns of a slot. */
  int place() {
    return place;
  }
}
