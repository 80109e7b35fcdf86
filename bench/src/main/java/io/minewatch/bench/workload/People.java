package io.minewatch.bench.workload;

import java.util.ArrayList;
import java.util.List;

/**
 * The people of one mine: nine of ten are underground and walk up and down a chain of zones, the
 * others are out.
 */
final class People {
  /** Zones underground in each mine. */
  static final int ZONES = 9;

  /** One card in so many is out of the mine. */
  private static final int OUT = 10;

  private final String mine;
  private final int tags;
  private final Mix mix;

  People(String mine, int tags, Mix mix) {
    this.mine = mine;
    this.tags = tags;
    this.mix = mix;
  }

  static String zone(int number) {
    return "zone-" + number;
  }

  int underground() {
    return tags - (tags + OUT - 1) / OUT;
  }

  List<Gateway> gateways() {
    List<Gateway> gateways = new ArrayList<>();
    for (int from = 0; from < tags; from += mix.fixBatch()) {
      gateways.add(gateway(from, Math.min(tags, from + mix.fixBatch())));
    }
    return gateways;
  }

  private Gateway gateway(int from, int to) {
    List<String> cards = new ArrayList<>();
    for (int i = from; i < to; i++) {
      cards.add(String.format("c%05d", i));
    }
    Template[] ring = new Template[mix.ring()];
    for (int r = 0; r < ring.length; r++) {
      List<String> zones = new ArrayList<>();
      for (int i = from; i < to; i++) {
        zones.add(i % OUT == 0 ? "" : zone(where(i, r)));
      }
      ring[r] = Template.ofPositions(cards, zones);
    }
    String topic = String.format("mw/v1/%s/pos-%02d/positions", mine, from / mix.fixBatch());
    // Gateways of a paced run speak one after another; 7 shares no factor with the seconds of a
    // period.
    long period = mix.pace().peopleMillis();
    long moment =
        mix.isPaced() ? (Math.floorMod(mine.hashCode(), 1_000) + from) * 7_001L % period : 0;
    return Gateway.ofPositions(topic, cards, new Gateway.Clockwork(moment, period), ring);
  }

  /**
   * Down the chain in the first half of the ring, and back in the second, one zone in two fixes.
   */
  private int where(int card, int r) {
    int far = Math.min(r, mix.ring() - r) / 2;
    int way = (card + far) % (2 * ZONES);
    return way < ZONES ? way : 2 * ZONES - 1 - way;
  }
}
