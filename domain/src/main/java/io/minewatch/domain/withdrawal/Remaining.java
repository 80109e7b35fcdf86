package io.minewatch.domain.withdrawal;

import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One person who, as far as we know, is still inside the zones of an order.
 *
 * @param zone where last seen; null for a card that was never seen in a zone of the plan
 * @param inZoneSince measured time of entering that zone; without one, of the first position
 *     underground
 * @param lastSeen measured time of the last position
 */
public record Remaining(
    CardId card, State state, @Nullable ZoneId zone, Instant inZoneSince, Instant lastSeen) {
  /** How worried to be, worst first. A silent tag is a person inside. */
  public enum State {
    /** Underground, and the last position names no place underground that the plan knows. */
    UNKNOWN_PLACE("位置不明"),
    /** Not heard for longer than the silence rule allows. */
    SILENT("失联"),
    /** In the same zone since before the order. */
    NEVER_MOVED("未移动"),
    /** Has moved since the order, is still inside. */
    MOVING("撤离中");

    private final String chinese;

    State(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  public Remaining {
    Objects.requireNonNull(card, "card");
    Objects.requireNonNull(state, "state");
    if (zone == null && state != State.UNKNOWN_PLACE) {
      throw new IllegalArgumentException("card " + card + " is " + state + " in no zone");
    }
    Objects.requireNonNull(inZoneSince, "inZoneSince");
    Objects.requireNonNull(lastSeen, "lastSeen");
  }
}
