package io.minewatch.dashboards.grafana;

/** A data source by its fixed uid, as provisioned. */
public record DatasourceRef(String type, String uid) {
  /** The series store, spoken to in InfluxQL. */
  public static final DatasourceRef SERIES = new DatasourceRef("influxdb", "minewatch-series");

  /** The programs' own metrics. */
  public static final DatasourceRef METRICS = new DatasourceRef("prometheus", "minewatch-metrics");
}
