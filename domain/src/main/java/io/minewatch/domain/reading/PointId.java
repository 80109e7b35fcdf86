package io.minewatch.domain.reading;

/** A measuring point (测点); unique within its mine, whatever gateway brings it. */
public record PointId(String value) implements Comparable<PointId> {
  public PointId {
    Name.require("a point id", value);
  }

  @Override
  public int compareTo(PointId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
