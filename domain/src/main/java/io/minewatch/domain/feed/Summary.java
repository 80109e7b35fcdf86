package io.minewatch.domain.feed;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mine in a few numbers, every few seconds: what overviews are made of.
 *
 * @param points how many points the plan expects
 * @param heard of these, heard within the silence rule
 * @param dark of these, not heard, or with a quality that blinds
 * @param inExcursion points with an open finding
 * @param blind of these, those that cannot be relied on any more
 * @param underground people underground, silent tags included
 * @param lastReading measured time of the newest reading, or null when there never was one
 * @param rejected how much was refused since the job's state began
 */
public record Summary(
    MineCode mine,
    Instant at,
    long planVersion,
    int points,
    int heard,
    int dark,
    int inExcursion,
    int blind,
    int underground,
    @Nullable Instant lastReading,
    long rejected,
    List<Gateway> gateways) {
  /**
   * One gateway as judging sees it.
   *
   * @param lastReceived when its last message reached us
   * @param offsetMillis its clock minus ours at that message, transport included
   * @param duplicates messages that came again and were dropped
   * @param missing sequence numbers not (yet) seen between those that were
   */
  public record Gateway(
      GatewayId id, Instant lastReceived, long offsetMillis, long duplicates, long missing) {
    public Gateway {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(lastReceived, "lastReceived");
    }
  }

  public Summary {
    Objects.requireNonNull(mine, "mine");
    Objects.requireNonNull(at, "at");
    gateways = List.copyOf(gateways);
  }
}
