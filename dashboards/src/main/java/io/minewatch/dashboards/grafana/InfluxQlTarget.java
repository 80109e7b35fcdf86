package io.minewatch.dashboards.grafana;

/**
 * One InfluxQL query.
 *
 * @param rawQuery always true: the query is text, not the fields of an editor
 * @param alias the name of a line
 */
public record InfluxQlTarget(
    String refId,
    DatasourceRef datasource,
    String query,
    boolean rawQuery,
    String resultFormat,
    String alias)
    implements Target {
  public InfluxQlTarget {
    if (!rawQuery) {
      throw new IllegalArgumentException("only raw queries");
    }
  }
}
