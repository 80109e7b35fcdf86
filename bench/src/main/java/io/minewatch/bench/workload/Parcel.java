package io.minewatch.bench.workload;

/** One message as a consumer gets it. The payload is the receiver's own. */
public final class Parcel {
  private final Gateway gateway;
  private final byte[] payload;
  private final long sequence;
  private final long receivedMillis;

  Parcel(Gateway gateway, byte[] payload, long sequence, long receivedMillis) {
    this.gateway = gateway;
    this.payload = payload;
    this.sequence = sequence;
    this.receivedMillis = receivedMillis;
  }

  public String topic() {
    return gateway.topic();
  }

  public boolean isPositions() {
    return gateway.isPositions();
  }

  /** The bytes themselves, not a copy. */
  public byte[] payload() {
    return payload;
  }

  /** Number of the message within its gateway's session, from 0. */
  public long sequence() {
    return sequence;
  }

  public long receivedMillis() {
    return receivedMillis;
  }

  /** How many readings or positions it holds. */
  public int size() {
    return gateway.size();
  }
}
