package io.minewatch.domain.reading;

/** A gateway (网关) of one mine; unique within the mine. */
public record GatewayId(String value) implements Comparable<GatewayId> {
  public GatewayId {
    Name.require("a gateway id", value);
  }

  @Override
  public int compareTo(GatewayId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
