package io.minewatch.domain.reading;

/** A gateway (网关) of one mine; unique within the mine. */
public record GatewayId(String value) implements Comparable<GatewayId> {
  /** Most gateways of one mine that are told apart; beyond it names may be made up. */
  public static final int MOST_OF_A_MINE = 256;

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
