package io.minewatch.judge.feed;

import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.judge.tape.Tape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The gateways of one mine, as one job hears them. The numbering of {@link
 * GatewayId#MOST_OF_A_MINE} is watched; a message of one more is judged all the same.
 */
public final class Gateways {
  private final TreeMap<String, GatewayMemory> gateways = new TreeMap<>();
  private int sessions;

  /** Null for a gateway that is one too many to be watched. */
  public @Nullable GatewayMemory of(GatewayId id) {
    GatewayMemory known = gateways.get(id.value());
    if (known == null && gateways.size() < GatewayId.MOST_OF_A_MINE) {
      known = new GatewayMemory(id, this::nextSession);
      gateways.put(id.value(), known);
    }
    return known;
  }

  private int nextSession() {
    return ++sessions;
  }

  /** Tells whether a message is here for the first time. */
  public boolean isNew(Origin origin) {
    GatewayMemory gateway = of(origin.gateway());
    return gateway == null || gateway.isNew(origin);
  }

  /** How far off the clock is by which a session's times were stamped, if it is wrong; else 0. */
  public long clockError(int source) {
    for (GatewayMemory gateway : gateways.values()) {
      if (gateway.knows(source)) {
        return gateway.clock().error();
      }
    }
    return 0;
  }

  /** Whether two sessions are of one gateway, as far as they are still known. */
  public boolean areOfOne(int source, int other) {
    for (GatewayMemory gateway : gateways.values()) {
      if (gateway.knows(source)) {
        return gateway.knows(other);
      }
    }
    return false;
  }

  /** All gateways, by name. */
  public Collection<GatewayMemory> all() {
    return gateways.values();
  }

  /**
   * What is to be shown of each.
   *
   * @param mostHoles so many runs of missing messages at most, of all together
   */
  public List<Summary.Gateway> summaries(int mostHoles) {
    List<Summary.Gateway> all = new ArrayList<>(gateways.size());
    int room = mostHoles;
    for (GatewayMemory gateway : gateways.values()) {
      Summary.Gateway told = gateway.summary(room);
      room -= told.holes().size();
      all.add(told);
    }
    return all;
  }

  /** One receipt for each session of each gateway. */
  public List<GatewayMemory.Due> receipts(MineCode mine, Instant at) {
    List<GatewayMemory.Due> all = new ArrayList<>();
    gateways.values().forEach(gateway -> all.addAll(gateway.receipts(mine, at)));
    return all;
  }

  /** Saves or brings back all gateways. */
  public void pass(Tape tape) {
    sessions = tape.whole(sessions);
    List<GatewayMemory> passed =
        tape.list(
            gateways.values(),
            gateway -> gateway.record(tape),
            played -> GatewayMemory.play(played, this::nextSession));
    if (tape.isPlaying()) {
      gateways.clear();
      passed.forEach(gateway -> gateways.put(gateway.id().value(), gateway));
    }
  }
}
