package io.minewatch.domain.withdrawal;

import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import java.time.Instant;
import java.util.Objects;

/**
 * One person who, as far as we know, is still inside the zones of an order.
 *
 * @param zone where last seen
 * @param inZoneSince measured time of entering that zone
 * @param lastSeen measured time of the last position
 */
public record Remaining(
    CardId card, State state, ZoneId zone, Instant inZoneSince, Instant lastSeen) {
  /** How worried to be, worst first. A silent tag is a person inside. */
  public enum State {
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
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(inZoneSince, "inZoneSince");
    Objects.requireNonNull(lastSeen, "lastSeen");
  }
}
