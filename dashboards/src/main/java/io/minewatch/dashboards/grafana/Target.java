package io.minewatch.dashboards.grafana;

/** One query of a panel, in the words of its data source. */
public sealed interface Target permits InfluxQlTarget, PromQlTarget {
  /** One InfluxQL query; {@code $tag_x} and {@code $measurement} are filled into the alias. */
  static InfluxQlTarget influxQl(String refId, String query, String alias) {
    return new InfluxQlTarget(refId, DatasourceRef.SERIES, query, true, "time_series", alias);
  }

  /** One PromQL query; {@code {{label}}} is filled into the legend. */
  static PromQlTarget promQl(String refId, String expression, String legend) {
    return new PromQlTarget(refId, DatasourceRef.METRICS, expression, legend, true);
  }
}
