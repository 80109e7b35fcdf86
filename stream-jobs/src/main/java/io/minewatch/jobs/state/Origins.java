package io.minewatch.jobs.state;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.judge.feed.Origin;

/** Where messages come from, for whoever counts them. */
public final class Origins {
  private Origins() {}

  public static Origin of(Envelope message, GatewayId gateway) {
    return new Origin(
        message.topic(),
        gateway,
        message.session(),
        message.sequence(),
        message.lane(),
        message.receivedMillis(),
        message.counted());
  }
}
