package io.minewatch.dashboards.grafana;

import java.util.List;

/**
 * A link at the top of a dashboard.
 *
 * @param type {@code dashboards} for all that have the tags, {@code link} for one address
 * @param keepTime whether the range that is looked at goes along
 * @param includeVars whether what is chosen in the lists goes along
 */
public record Link(
    String type,
    String title,
    List<String> tags,
    String url,
    boolean asDropdown,
    boolean keepTime,
    boolean includeVars,
    boolean targetBlank) {
  /** All dashboards of ours, for the same range and mine. */
  public static final Link OURS =
      new Link("dashboards", "Minewatch", List.of("minewatch"), "", true, true, true, false);

  /** The console, where incidents are worked; its address is a list of one. */
  public static final Link CONSOLE =
      new Link("link", "控制台 / Console", List.of(), "${console}", false, false, false, true);
}
