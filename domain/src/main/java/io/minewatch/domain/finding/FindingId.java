package io.minewatch.domain.finding;

import io.minewatch.domain.reading.Name;

/** Names one excursion for ever; see {@link FindingIds}. */
public record FindingId(String value) implements Comparable<FindingId> {
  public FindingId {
    Name.require("a finding id", value);
  }

  @Override
  public int compareTo(FindingId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
