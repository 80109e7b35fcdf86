package io.minewatch.judge.feed;

import io.minewatch.domain.feed.GatewayPresence;
import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.judge.tape.Tape;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a gateway is there, as its last status message says. A last will says that it is cut off;
 * that hides and clears nothing else.
 *
 * <p>Late, missing, double: messages come retained, in the order of the broker; a doubled one
 * changes nothing; without one the state is unknown.
 */
final class Presence {
  private static final byte UNKNOWN = -1;

  private byte state = UNKNOWN;
  private String session = "";
  private long since;

  /** Takes a status that reached us at a time, milliseconds since 1970 UTC. */
  void on(GatewayStatus status, long received) {
    byte now = code(status.state());
    if (now != state || !status.session().equals(session)) {
      state = now;
      session = status.session();
      since = received;
    }
  }

  /** Null if nothing was said yet. */
  @Nullable GatewayPresence shown() {
    for (GatewayStatus.State each : GatewayStatus.State.values()) {
      if (code(each) == state) {
        return new GatewayPresence(each, Instant.ofEpochMilli(since));
      }
    }
    return null;
  }

  /** What stands on the tape for a state; never changed, or old memories read wrong. */
  private static byte code(GatewayStatus.State state) {
    return switch (state) {
      case ONLINE -> 0;
      case LEFT -> 1;
      case CUT -> 2;
    };
  }

  void pass(Tape tape) {
    state = tape.small(state);
    session = tape.text(session);
    since = tape.whole(since);
  }
}
