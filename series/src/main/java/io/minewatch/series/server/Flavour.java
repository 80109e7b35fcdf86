package io.minewatch.series.server;

/** Which kind of server keeps the series. */
public enum Flavour {
  /** Ask the server. */
  AUTO,
  /** InfluxDB 1.x: written by {@code /write}, user and password. */
  V1,
  /** InfluxDB 2.x, 3 Core and alike: written by {@code /api/v2/write}, token. */
  V2,
  /** QuestDB: lines in, SQL out. */
  QUESTDB
}
