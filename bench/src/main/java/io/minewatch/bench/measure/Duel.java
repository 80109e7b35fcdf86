package io.minewatch.bench.measure;

import io.minewatch.bench.oracle.Oracle;
import io.minewatch.bench.oracle.Score;
import io.minewatch.bench.workload.Mine;
import io.minewatch.bench.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Two slots run in turns, A-B-B-A, so that whatever else the machine does falls on both. The ratio
 * is taken pair by pair.
 */
public final class Duel {
  private final Workload workload;
  private final Consumer<String> progress;

  /**
   * Prepares.
   *
   * @param progress told a line for each run
   */
  public Duel(Workload workload, Consumer<String> progress) {
    this.workload = workload;
    this.progress = progress;
  }

  /** A slot and how long its runs are; a cheap one needs longer runs to be told from nothing. */
  public record Side(Slot slot, Stretch stretch) {}

  /**
   * The result.
   *
   * @param a cost of A, CPU-seconds per million
   * @param b cost of B
   * @param ratio cost of B over cost of A, pair by pair: above 1 where A is cheaper
   * @param faults why the figures are void; empty if they stand
   */
  public record Result(
      String slotA, String slotB, Spread a, Spread b, Spread ratio, List<String> faults) {
    public Result {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Runs each side once unmeasured, then so many pairs.
   *
   * @param pairs at least 5 for a figure that is to be told
   */
  public Result run(Side a, Side b, int pairs) {
    List<String> faults = new ArrayList<>();
    List<Double> costA = new ArrayList<>();
    List<Double> costB = new ArrayList<>();
    cost(a, "warming", faults);
    cost(b, "warming", faults);
    for (int pair = 1; pair <= pairs; pair++) {
      String label = "pair " + pair + " of " + pairs;
      if (pair % 2 == 1) {
        costA.add(cost(a, label, faults));
        costB.add(cost(b, label, faults));
      } else {
        costB.add(cost(b, label, faults));
        costA.add(cost(a, label, faults));
      }
    }
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      ratios.add(costB.get(i) / costA.get(i));
    }
    return new Result(
        a.slot().id(),
        b.slot().id(),
        Spread.of(costA),
        Spread.of(costB),
        Spread.of(ratios),
        faults);
  }

  private double cost(Side side, String label, List<String> faults) {
    Outcome outcome = side.slot().run(workload, side.stretch());
    List<String> found = faultsOf(side, outcome);
    found.forEach(fault -> faults.add(side.slot().id() + ": " + fault));
    progress.accept(
        "%-4s %-14s %7.3f CPU-s per million, %5.1f s%s"
            .formatted(
                side.slot().id(),
                label,
                outcome.cost(),
                outcome.wallNanos() / 1e9,
                found.isEmpty() ? "" : "  VOID: " + found));
    return outcome.cost();
  }

  /** Why a run has no figure: it must have seen everything and found exactly what was there. */
  private List<String> faultsOf(Side side, Outcome outcome) {
    List<String> faults = new ArrayList<>();
    Outcome.Count due = Feed.count(workload, side.stretch());
    if (!outcome.seen().equals(due)) {
      faults.add("saw " + outcome.seen() + " of " + due);
    }
    Score score =
        Score.of(Oracle.expected(workload, side.stretch().periods()), outcome.told());
    if (side.slot().judges() && !score.isClean()) {
      faults.add(score.inWords());
    }
    Map<String, Integer> heads =
        workload.mines().stream().collect(Collectors.toMap(Mine::code, Mine::underground));
    if (!outcome.underground().isEmpty() && !outcome.underground().equals(heads)) {
      faults.add("counted other heads underground than there are");
    }
    return faults;
  }
}
