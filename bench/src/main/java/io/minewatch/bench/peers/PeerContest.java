package io.minewatch.bench.peers;

import io.minewatch.bench.engine.Engine;
import io.minewatch.bench.measure.Contest;
import io.minewatch.bench.measure.Machine;
import io.minewatch.bench.measure.Slot;
import io.minewatch.bench.measure.Spread;
import io.minewatch.bench.measure.Stretch;
import io.minewatch.bench.slots.BareSlot;
import io.minewatch.bench.slots.LimitSlot;
import io.minewatch.bench.slots.ProductSlot;
import io.minewatch.bench.slots.TextbookSlot;
import io.minewatch.bench.workload.Mix;
import io.minewatch.bench.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The product, its bounds and one peer in one process, in turns, over the same messages. */
public final class PeerContest {
  private static final long SEED = 20_260_101;
  private static final int WARMING = 3;

  /** So few people that positions, which peers leave out, are a small part of all items. */
  private static final int FEW = 20;

  private static final int BATCH = 30;

  private final int mines;
  private final int rounds;
  private final long startMillis;
  private final Consumer<String> progress;

  /**
   * Prepares.
   *
   * @param startMillis measured time of the first message, a whole second
   * @param progress told a line for each run
   */
  public PeerContest(int mines, int rounds, long startMillis, Consumer<String> progress) {
    this.mines = mines;
    this.rounds = rounds;
    this.startMillis = startMillis;
    this.progress = progress;
  }

  /**
   * One slot with one size of message.
   *
   * @param cost CPU-seconds of the whole process for a million readings and positions
   * @param timesOurs how many times the cost of the product's slot S, round by round
   */
  public record Line(
      int batch, String slot, String what, Spread cost, Spread timesOurs, List<String> faults) {
    public Line {
      faults = List.copyOf(faults);
    }
  }

  /** All lines of one process. */
  public record Lines(String peer, Machine before, Machine after, List<Line> lines) {
    public Lines {
      lines = List.copyOf(lines);
    }
  }

  /** Runs it with 30 readings a message and with one. */
  public Lines run(PeerSlot peer) throws Exception {
    Machine before = Machine.here();
    List<Line> lines = new ArrayList<>();
    try (Engine engine = Engine.start()) {
      for (int batch : new int[] {BATCH, 1}) {
        lines.addAll(run(peer, engine, batch));
      }
    }
    return new Lines(peer.id(), before, Machine.here(), lines);
  }

  private List<Line> run(PeerSlot peer, Engine engine, int batch) {
    Mix mix = new Mix(SEED, mines, 180, FEW, batch, 60, 8, startMillis, Mix.Alarms.REALISTIC);
    Workload workload = new Workload(mix);
    progress.accept(batch + " readings a message, " + workload.points() + " points");
    Stretch stretch = new Stretch(2, 3);
    Stretch ofCheap = new Stretch(2, 16); // long enough to be told from the steps of the clock
    List<Contest.Side> sides = new ArrayList<>();
    List<Slot> slots =
        List.of(
            new LimitSlot(),
            new BareSlot(BareSlot.Time.STANDS),
            new ProductSlot(engine),
            new TextbookSlot(engine),
            peer);
    for (Slot slot : slots) {
      boolean isCheap = slot.id().equals("B1") || slot.id().equals("S0");
      sides.add(new Contest.Side(slot, isCheap ? ofCheap : stretch));
    }
    Map<String, Contest.Entry> entries =
        new Contest(workload, progress).run(sides, WARMING, rounds);
    Contest.Entry ours = Objects.requireNonNull(entries.get("S"));
    return entries.values().stream()
        .map(e -> new Line(batch, e.id(), e.what(), e.cost(), ours.ratioOf(e), e.faults()))
        .toList();
  }
}
