package io.minewatch.domain.feed;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import java.time.Instant;
import java.util.Objects;

/**
 * What a gateway says of itself: at birth, every so often, and by its last will, which the broker
 * sends for it. The last will <em>is</em> "network cut" (断网).
 *
 * @param session a new one at every start of the gateway; sequences count within it
 * @param at the gateway's own clock; for a last will the time of connecting
 */
public record GatewayStatus(
    MineCode mine, GatewayId gateway, String session, State state, Instant at, String software) {
  /** Whether the gateway is there. */
  public enum State {
    ONLINE,
    /** Went away in good order. */
    LEFT,
    /** The broker lost it. */
    CUT
  }

  public GatewayStatus {
    Objects.requireNonNull(mine, "mine");
    Objects.requireNonNull(gateway, "gateway");
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(software, "software");
  }
}
