package io.minewatch.judge.mine;

import java.util.Arrays;

/** Finds the number of a point by its name: 8 bytes a point, where a map of boxes has 60. */
final class Names {
  private static final int EMPTY = -1;

  private final String[] names;

  /**
   * Numbers by hash, the next free place taken; a power of two long and never more than half full.
   */
  private final int[] places;

  Names(String[] names) {
    this.names = names;
    places = new int[Integer.highestOneBit(Math.max(1, names.length)) << 2];
    Arrays.fill(places, EMPTY);
    for (int number = 0; number < names.length; number++) {
      places[place(names[number])] = number;
    }
  }

  /** The number of a name, or -1. */
  int find(String name) {
    return places[place(name)];
  }

  private int place(String name) {
    int hash = name.hashCode();
    int place = (hash ^ (hash >>> 16)) & (places.length - 1);
    while (places[place] != EMPTY && !names[places[place]].equals(name)) {
      place = (place + 1) & (places.length - 1);
    }
    return place;
  }
}
