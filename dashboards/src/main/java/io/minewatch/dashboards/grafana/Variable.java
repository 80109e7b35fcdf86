package io.minewatch.dashboards.grafana;

/**
 * A drop-down list filled by a query.
 *
 * @param refresh 2: asked again whenever the time range changes
 * @param sort 1: by name, ascending
 */
public record Variable(
    String type,
    String name,
    String label,
    DatasourceRef datasource,
    String query,
    int refresh,
    int sort) {
  private static final int ON_TIME_RANGE_CHANGE = 2;
  private static final int ASCENDING = 1;

  public static Variable query(String name, String label, DatasourceRef source, String query) {
    return new Variable("query", name, label, source, query, ON_TIME_RANGE_CHANGE, ASCENDING);
  }
}
