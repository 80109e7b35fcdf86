package io.minewatch.ingest.files.table;

/** What the records of a format become. */
public enum Gives {
  POINTS,
  ZONES,
  PEOPLE,
  STATIONS,
  READINGS,
  POSITIONS,
  ALARMS,
  STATION_STATES
}
