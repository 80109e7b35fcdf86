package io.minewatch.ingest.files.registry;

/** What a registry entry is of. */
public enum Subject {
  POINT,
  ZONE,
  PERSON,
  STATION
}
