package io.minewatch.domain.place;

import io.minewatch.domain.reading.Name;

/** A zone of a mine (区域); unique within the mine. */
public record ZoneId(String value) implements Comparable<ZoneId> {
  public ZoneId {
    Name.require("a zone id", value);
  }

  @Override
  public int compareTo(ZoneId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
