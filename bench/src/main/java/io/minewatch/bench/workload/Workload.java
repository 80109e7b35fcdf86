package io.minewatch.bench.workload;

import io.minewatch.bench.script.Calendar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All mines of a mix, and how many messages and readings a stretch of them holds. */
public final class Workload {
  private final Mix mix;
  private final List<Mine> mines = new ArrayList<>();
  private final Gateway[] order;

  public Workload(Mix mix) {
    this.mix = mix;
    record Placed(Gateway gateway, int fromEnd) {}
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < mix.mines(); i++) {
      Mine mine = new MineDrawer(mix, i).draw();
      mines.add(mine);
      int count = mine.gateways().size();
      for (int g = 0; g < count; g++) {
        placed.add(new Placed(mine.gateways().get(g), count - g));
      }
    }
    // Mines take turns, as they would on a broker; a mine's last gateway is its last word.
    placed.sort(Comparator.comparingInt(Placed::fromEnd).reversed());
    order = placed.stream().map(Placed::gateway).toArray(Gateway[]::new);
  }

  private Workload(Mix mix, Workload same) {
    this.mix = mix;
    mines.addAll(same.mines);
    order = same.order;
  }

  /** The same mines and messages, with another time of the first message. */
  public Workload startingAt(long startMillis) {
    return new Workload(mix.startingAt(startMillis), this);
  }

  public Mix mix() {
    return mix;
  }

  public List<Mine> mines() {
    return mines;
  }

  /** How many measuring points there are. */
  public int points() {
    return mines.stream().mapToInt(mine -> mine.plan().points().size()).sum();
  }

  /** How many cards there are. */
  public int tags() {
    return mines.stream()
        .flatMap(mine -> mine.gateways().stream())
        .mapToInt(gateway -> gateway.cards().size())
        .sum();
  }

  /** Bytes of an average reading on the wire, the message's own part shared out. */
  public double bytesPerReading() {
    long bytes = 0;
    for (Gateway gateway : order) {
      bytes += gateway.isPositions() ? 0 : gateway.bytes();
    }
    return (double) bytes / points();
  }

  /**
   * The messages of a stretch, in the order in which a broker would deliver them.
   *
   * @param fromTick first tick, from 0; see {@link Calendar}
   * @param toTick first tick that is not sent any more
   */
  public Cursor messages(int fromTick, int toTick) {
    return new Cursor(this, fromTick, toTick);
  }

  Gateway gateway(int place) {
    return order[place];
  }

  int gateways() {
    return order.length;
  }
}
