package io.minewatch.dashboards.grafana;

/**
 * One PromQL query over the range of the panel.
 *
 * @param expr the query
 * @param range always true: a line over time
 */
public record PromQlTarget(
    String refId, DatasourceRef datasource, String expr, String legendFormat, boolean range)
    implements Target {
  public PromQlTarget {
    if (!range) {
      throw new IllegalArgumentException("only ranges");
    }
  }
}
