package io.minewatch.judge.mine;

import io.minewatch.domain.plan.PointPlan;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the number of a point by its name. The names of a mine begin alike: what they begin with is
 * kept once, and the few letters by which they differ lie side by side, so that to compare them
 * fetches nothing from afar. 6 to 14 bytes a point, where a map of boxes has 60.
 */
final class Names {
  private static final char EMPTY = Character.MAX_VALUE;

  /** Names that differ by more letters than this are compared where the plan has them. */
  private static final int MOST_LETTERS = 8;

  private static final int MOST_OF_A_BYTE = 0xFF;

  private final List<PointPlan> points;

  /** What all names begin with. */
  private final String prefix;

  /** The most letters that come after it, or 0 if they are not kept here. */
  private final int width;

  /** The letters of each point, filled up with zeros. */
  private final byte[] letters;

  /**
   * Numbers by hash, the next free place taken; a power of two long and never more than half full.
   * A plan holds fewer points than a char counts.
   */
  private final char[] places;

  Names(List<PointPlan> points) {
    this.points = points;
    prefix = points.stream().map(Names::name).reduce(Names::common).orElse("");
    width = width();
    letters = new byte[points.size() * width];
    for (int number = 0; width > 0 && number < points.size(); number++) {
      String name = name(points.get(number));
      for (int i = prefix.length(); i < name.length(); i++) {
        letters[number * width + i - prefix.length()] = (byte) name.charAt(i);
      }
    }
    places = new char[Integer.highestOneBit(Math.max(1, points.size())) << 2];
    Arrays.fill(places, EMPTY);
    for (int number = 0; number < points.size(); number++) {
      places[place(name(points.get(number)))] = (char) number;
    }
  }

  private static String name(PointPlan point) {
    return point.id().value();
  }

  private static String common(String a, String b) {
    int same = 0;
    while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    return a.substring(0, same);
  }

  private int width() {
    int most = 1;
    for (PointPlan point : points) {
      String name = name(point);
      most = Math.max(most, name.length() - prefix.length());
      if (name.chars().anyMatch(c -> c == 0 || c > MOST_OF_A_BYTE)) {
        return 0;
      }
    }
    return most <= MOST_LETTERS ? most : 0;
  }

  /** The number of a name, or -1. */
  int find(String name) {
    char found = places[place(name)];
    return found == EMPTY ? -1 : found;
  }

  /** Whether a point has this name. */
  boolean is(int number, String name) {
    if (width == 0) {
      return name(points.get(number)).equals(name);
    }
    int length = name.length() - prefix.length();
    if (length < 0 || length > width) {
      return false;
    }
    int at = number * width;
    for (int i = 0; i < length; i++) {
      int letter = letters[at + i] & MOST_OF_A_BYTE;
      if (letter == 0 || letter != name.charAt(prefix.length() + i)) {
        return false;
      }
    }
    return (length == width || letters[at + length] == 0) && name.startsWith(prefix);
  }

  private int place(String name) {
    int hash = name.hashCode();
    int place = (hash ^ (hash >>> 16)) & (places.length - 1);
    while (places[place] != EMPTY && !is(places[place], name)) {
      place = (place + 1) & (places.length - 1);
    }
    return place;
  }
}
