package io.minewatch.e2e.replay;

/** Rows on which a series stands still. */
record Stretch(int from, int length) {
  /** The longest one; the first of several. */
  static Stretch longest(double[] values) {
    Stretch longest = new Stretch(0, 0);
    for (int begin = 0, row = 1; row <= values.length; row++) {
      if (row == values.length || values[row] != values[begin]) {
        if (row - begin > longest.length) {
          longest = new Stretch(begin, row - begin);
        }
        begin = row;
      }
    }
    return longest;
  }
}
