package io.minewatch.domain.feed;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway says of itself: at birth, every so often, and by its last will, which the broker
 * sends for it. The last will <em>is</em> "network cut" (断网).
 *
 * @param session sequences count within it. A gateway that keeps its queue on disk goes on with its
 *     session after a restart; one that keeps nothing begins a new one at every start
 * @param at the gateway's own clock; for a last will the time of connecting
 * @param health how its queue is doing; null in a last will and from a gateway that keeps none
 */
public record GatewayStatus(
    MineCode mine,
    GatewayId gateway,
    String session,
    State state,
    Instant at,
    String software,
    @Nullable GatewayHealth health) {
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

  /** Of a gateway that has no queue to speak of. */
  public GatewayStatus(
      MineCode mine, GatewayId gateway, String session, State state, Instant at, String software) {
    this(mine, gateway, session, state, at, software, null);
  }
}
