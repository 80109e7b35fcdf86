package io.minewatch.dashboards.grafana;

import java.util.List;

/**
 * One panel of lines over time. Refuses an empty title.
 *
 * @param interval the shortest step a query may use, as Grafana writes it: {@code 30s}
 */
public record Panel(
    int id,
    String type,
    String title,
    String description,
    DatasourceRef datasource,
    String interval,
    GridPos gridPos,
    FieldConfig fieldConfig,
    Options options,
    List<Target> targets) {
  public Panel {
    if (title.isBlank()) {
      throw new IllegalArgumentException("a panel needs a title");
    }
    targets = List.copyOf(targets);
  }

  /** Where it lies, in a grid of 24 columns. */
  public record GridPos(int x, int y, int w, int h) {
    public GridPos {
      if (x < 0 || y < 0 || w < 1 || h < 1 || x + w > 24) {
        throw new IllegalArgumentException("outside the grid of 24 columns");
      }
    }
  }

  /** Legend and tooltip. */
  public record Options(Legend legend, Tooltip tooltip) {
    /**
     * A table with the highest value of each line, and all lines in the tooltip. Not the last
     * value: of a point gone dark it would look like the present one.
     */
    public static final Options TABLE =
        new Options(new Legend("table", "right", List.of("max")), new Tooltip("multi", "desc"));
  }

  /** The list of lines. */
  public record Legend(String displayMode, String placement, List<String> calcs) {}

  /** What the pointer shows. */
  public record Tooltip(String mode, String sort) {}
}
