package io.minewatch.judge.water;

import java.util.List;

/**
 * How many points of one colour make their item the next colour (GB 39496-2020, 5.5.4: 4 blue make
 * yellow, 3 yellow make orange, 2 orange make red), and how many blue items count as one yellow.
 * The rest of that clause is not known to us, so no further aggregation of items is done.
 *
 * <p>Late, missing, double: this looks at the colours that hold, each point once; what is missing
 * is UNKNOWN, lowers nothing and keeps the item from being green.
 *
 * @param blue so many blue points make a yellow item; at least 2, as for the others
 * @param blueItems so many blue items count as one yellow item
 */
public record Aggregation(int blue, int yellow, int orange, int blueItems) {
  public Aggregation {
    if (blue < 2 || yellow < 2 || orange < 2 || blueItems < 2) {
      throw new IllegalArgumentException(
          "it takes at least 2 to make one, was "
              + (blue + ", " + yellow + ", " + orange + ", " + blueItems));
    }
  }

  /** The colour of an item from the colours of its points: the worst of them, or one above. */
  public PointColour item(List<PointColour> points) {
    if (points.isEmpty()) {
      return PointColour.UNKNOWN;
    }
    PointColour worst = worst(points);
    if (count(points, PointColour.ORANGE) >= orange) {
      return PointColour.RED;
    }
    if (count(points, PointColour.YELLOW) >= yellow) {
      return worst.worse(PointColour.ORANGE);
    }
    return count(points, PointColour.BLUE) >= blue ? worst.worse(PointColour.YELLOW) : worst;
  }

  /** The colour of the pond from the colours of its items. */
  public PointColour pond(List<PointColour> items) {
    if (items.isEmpty()) {
      return PointColour.UNKNOWN;
    }
    PointColour worst = worst(items);
    PointColour known =
        count(items, PointColour.BLUE) >= blueItems ? worst.worse(PointColour.YELLOW) : worst;
    return restOfTheClause(known);
  }

  /**
   * What the rest of the clause makes of a pond: the copy that could be read breaks off after "4
   * blue items count as one yellow item". Until it is known, nothing is added to what is known.
   */
  private static PointColour restOfTheClause(PointColour known) {
    return known;
  }

  private static PointColour worst(List<PointColour> colours) {
    PointColour worst = PointColour.NONE;
    for (PointColour colour : colours) {
      worst = worst.worse(colour);
    }
    return worst;
  }

  /** How many are at least that bad: a yellow point is also as bad as a blue one. */
  private static int count(List<PointColour> colours, PointColour least) {
    int count = 0;
    for (PointColour colour : colours) {
      count += colour.compareTo(least) >= 0 ? 1 : 0;
    }
    return count;
  }
}
