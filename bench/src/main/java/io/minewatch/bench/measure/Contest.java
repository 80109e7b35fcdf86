package io.minewatch.bench.measure;

import io.minewatch.bench.oracle.Oracle;
import io.minewatch.bench.oracle.Score;
import io.minewatch.bench.oracle.Told;
import io.minewatch.bench.workload.Mine;
import io.minewatch.bench.workload.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Slots run in turns, A-B-C, C-B-A, A-B-C, so that whatever else the machine does falls on all of
 * them. Ratios are taken round by round.
 */
public final class Contest {
  private final Workload workload;
  private final Consumer<String> progress;

  /**
   * Prepares.
   *
   * @param progress told a line for each run
   */
  public Contest(Workload workload, Consumer<String> progress) {
    this.workload = workload;
    this.progress = progress;
  }

  /** A slot and how long its runs are: a cheap one needs longer runs to be told from nothing. */
  public record Side(Slot slot, Stretch stretch) {}

  /**
   * What became of one slot.
   *
   * @param costs CPU-seconds per million readings and positions, round by round
   * @param timed what each of its runs was timed over
   * @param faults why its figures are void; empty if they stand
   */
  public record Entry(
      String id, String what, List<Double> costs, Outcome.Count timed, List<String> faults) {
    public Entry {
      costs = List.copyOf(costs);
      faults = List.copyOf(faults);
    }

    public Spread cost() {
      return Spread.of(costs);
    }

    /** How many times the other's cost is ours, round by round. */
    public Spread ratioOf(Entry other) {
      List<Double> ratios = new ArrayList<>();
      for (int round = 0; round < costs.size(); round++) {
        ratios.add(other.costs.get(round) / costs.get(round));
      }
      return Spread.of(ratios);
    }
  }

  /**
   * Runs so many rounds without counting them, then those that count.
   *
   * @param warming untimed rounds, until the compiler has nothing left to do
   * @param rounds at least 5 for a figure that is to be told
   * @return by slot id, in the order given
   */
  public Map<String, Entry> run(List<Side> sides, int warming, int rounds) {
    Map<String, List<Double>> costs = new LinkedHashMap<>();
    Map<String, List<String>> faults = new LinkedHashMap<>();
    for (Side side : sides) {
      costs.put(side.slot().id(), new ArrayList<>());
      faults.put(side.slot().id(), new ArrayList<>());
    }
    Map<String, Outcome.Count> timed = new LinkedHashMap<>();
    for (int round = 1 - warming; round <= rounds; round++) {
      for (int i = 0; i < sides.size(); i++) {
        Side side = sides.get(Math.floorMod(round, 2) == 0 ? i : sides.size() - 1 - i);
        String id = side.slot().id();
        String label = round < 1 ? "warming" : "round " + round + " of " + rounds;
        Outcome outcome = run(side, label, faults.getOrDefault(id, new ArrayList<>()));
        timed.put(id, outcome.timed());
        if (round > 0) {
          costs.getOrDefault(id, new ArrayList<>()).add(outcome.cost());
        }
      }
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Side side : sides) {
      String id = side.slot().id();
      entries.put(
          id,
          new Entry(
              id,
              side.slot().what(),
              costs.getOrDefault(id, List.of()),
              timed.getOrDefault(id, new Outcome.Count(0, 0, 0)),
              faults.getOrDefault(id, List.of())));
    }
    return entries;
  }

  private Outcome run(Side side, String label, List<String> faults) {
    Outcome outcome = side.slot().run(workload, side.stretch());
    List<String> found = faultsOf(side, outcome);
    faults.addAll(found);
    progress.accept(
        "%-14s %-3s %8.3f CPU-s per million   %5.1f s%s"
            .formatted(
                label,
                side.slot().id(),
                outcome.cost(),
                outcome.wallNanos() / 1e9,
                found.isEmpty() ? "" : "   VOID: " + found));
    return outcome;
  }

  /** Why a run has no figure: it must have seen everything and found exactly what was there. */
  private List<String> faultsOf(Side side, Outcome outcome) {
    List<String> faults = new ArrayList<>();
    Outcome.Count due = Feed.count(workload, side.stretch());
    if (!outcome.seen().equals(due)) {
      faults.add("saw " + outcome.seen() + " of " + due);
    }
    List<Told> expected = Oracle.expected(workload, side.stretch().periods());
    Score score = Score.of(side.slot().heldTo(expected), outcome.told());
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
