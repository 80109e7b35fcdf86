package io.minewatch.dashboards.grafana;

/**
 * A drop-down list filled by a query.
 *
 * @param refresh 2: asked again whenever the time range changes
 * @param sort 1: by name, ascending
 */
public record QueryVariable(
    String type,
    String name,
    String label,
    DatasourceRef datasource,
    String query,
    int refresh,
    int sort)
    implements Variable {
  static final int ON_TIME_RANGE_CHANGE = 2;
  static final int ASCENDING = 1;
}
