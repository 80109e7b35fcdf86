package io.minewatch.dashboards.grafana;

/**
 * One InfluxQL query.
 *
 * @param rawQuery always true: the query is text, not the fields of an editor
 * @param alias the name of a line; {@code $tag_x} and {@code $measurement} are filled in
 */
public record Target(
    String refId,
    DatasourceRef datasource,
    String query,
    boolean rawQuery,
    String resultFormat,
    String alias) {
  public Target {
    if (!rawQuery) {
      throw new IllegalArgumentException("only raw queries");
    }
  }

  public static Target influxQl(String refId, String query, String alias) {
    return new Target(refId, DatasourceRef.SERIES, query, true, "time_series", alias);
  }
}
