package io.minewatch.bench.report;

import io.minewatch.bench.measure.Machine;
import io.minewatch.bench.measure.Spread;
import io.minewatch.bench.slots.Footprint;
import java.util.List;

/**
 * All that one run measured.
 *
 * @param form short, long or test
 * @param command with which it can be repeated
 * @param started ISO 8601, UTC
 * @param machineAfter the same machine at the end: its load tells what else ran
 */
public record Report(
    String form,
    String command,
    String started,
    double seconds,
    Machine machine,
    Machine machineAfter,
    List<Stage> stages,
    Footprint footprint,
    List<Gate.Verdict> gates) {
  public Report {
    stages = List.copyOf(stages);
    gates = List.copyOf(gates);
  }

  /** One workload and what became of every slot with it. */
  public record Stage(Load load, List<Line> slots, List<Ratio> ratios) {
    public Stage {
      slots = List.copyOf(slots);
      ratios = List.copyOf(ratios);
    }
  }

  /** What was sent. */
  public record Load(
      long seed, int mines, int points, int tags, int batch, double bytesPerReading) {}

  /**
   * One slot.
   *
   * @param cost CPU-seconds of the whole process per million readings and positions
   * @param timedItems readings and positions in each timed run
   * @param faults why the figure is void; empty if it stands
   */
  public record Line(String slot, String what, Spread cost, long timedItems, List<String> faults) {
    public Line {
      faults = List.copyOf(faults);
    }
  }

  /** How many times the cost of {@code over} the cost of {@code of} is, round by round. */
  public record Ratio(String of, String over, Spread times) {}

  /** Whether every figure stands and every gate holds. */
  public boolean isGood() {
    return gates.stream().allMatch(Gate.Verdict::holds)
        && stages.stream()
            .flatMap(stage -> stage.slots().stream())
            .allMatch(line -> line.faults().isEmpty());
  }
}
