package io.minewatch.dashboards.grafana;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How values are drawn. */
public record FieldConfig(Defaults defaults, List<Object> overrides) {
  /** The same drawing for every line. */
  public static FieldConfig of(Defaults defaults) {
    return new FieldConfig(defaults, List.of());
  }

  /**
   * Drawing of all lines. Refuses a missing unit.
   *
   * @param unit Grafana's name of a unit, or {@code suffix:} and our own
   */
  public record Defaults(
      String unit, int decimals, Color color, Custom custom, Thresholds thresholds) {
    public Defaults {
      if (unit.isBlank()) {
        throw new IllegalArgumentException("a panel needs a unit");
      }
    }
  }

  /** How lines get their colours. */
  public record Color(String mode) {}

  /**
   * What only a panel of lines has.
   *
   * @param showPoints {@code auto} shows a lonely value, which a line would hide
   */
  public record Custom(
      String drawStyle,
      int lineWidth,
      int fillOpacity,
      String showPoints,
      Stacking stacking,
      ThresholdsStyle thresholdsStyle) {}

  /** Whether lines are added up. */
  public record Stacking(String mode, String group) {}

  /** Whether thresholds are drawn. */
  public record ThresholdsStyle(String mode) {}

  /** Levels, the lowest first; the first has no value and means from the bottom. */
  public record Thresholds(String mode, List<Level> steps) {
    public Thresholds {
      steps = List.copyOf(steps);
    }
  }

  /** One level. */
  public record Level(String color, @Nullable Double value) {}
}
