package io.minewatch.domain.feed;

import java.time.Instant;
import java.util.Objects;

/**
 * Whether a gateway is there, as its last status message said.
 *
 * @param since when that reached us
 */
public record GatewayPresence(GatewayStatus.State state, Instant since) {
  public GatewayPresence {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(since, "since");
  }
}
