package io.minewatch.judge.water;

import io.minewatch.domain.plan.TailingsItem;
import java.util.Objects;

/**
 * The designer's four values for one point of an item (GB 39496-2020, 5.5.4), in the unit of its
 * measure. Refuses values that lie in the wrong order for the item: a beach that would turn red
 * when it is long.
 */
public record DesignLevels(
    TailingsItem item, double blue, double yellow, double orange, double red) {
  public DesignLevels {
    Objects.requireNonNull(item, "item");
    boolean ordered =
        item.danger().worse(yellow, blue)
            && item.danger().worse(orange, yellow)
            && item.danger().worse(red, orange);
    if (!ordered) {
      throw new IllegalArgumentException(
          item
              + " is dangerous on the "
              + item.danger()
              + " side; blue, yellow, orange, red must go there, were "
              + (blue + ", " + yellow + ", " + orange + ", " + red));
    }
  }

  /** The colour of a trusted value; the value of a level itself counts. */
  public PointColour colour(double value) {
    if (Double.isNaN(value)) {
      return PointColour.UNKNOWN;
    }
    if (item.danger().reached(value, red)) {
      return PointColour.RED;
    }
    if (item.danger().reached(value, orange)) {
      return PointColour.ORANGE;
    }
    if (item.danger().reached(value, yellow)) {
      return PointColour.YELLOW;
    }
    return item.danger().reached(value, blue) ? PointColour.BLUE : PointColour.NONE;
  }
}
