package io.minewatch.bench.oracle;

import io.minewatch.bench.script.Calendar;
import io.minewatch.bench.script.Fault;
import io.minewatch.bench.script.Pace;
import io.minewatch.bench.script.Scenario;
import io.minewatch.bench.workload.Mine;
import io.minewatch.bench.workload.Workload;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes down what must be found in a stretch of a workload. It reads the script, never a value,
 * and shares no line with judging.
 */
public final class Oracle {
  private Oracle() {}

  /**
   * The facts of whole periods of the script.
   *
   * @param periods how many periods are sent, from the first
   */
  public static List<Told> expected(Workload workload, int periods) {
    List<Told> facts = new ArrayList<>();
    Pace pace = workload.mix().pace();
    for (int period = 0; period < periods; period++) {
      long start = workload.mix().startMillis() + period * pace.periodMillis();
      for (Mine mine : workload.mines()) {
        for (Fault fault : mine.faults()) {
          add(fault, pace, start + fault.skewMillis(), facts);
        }
      }
    }
    return facts;
  }

  /**
   * The facts of the first cycles of sensors, whether or not they are whole periods.
   *
   * @param cycles how many messages of each gateway are sent, from the first
   */
  public static List<Told> expectedOfCycles(Workload workload, int cycles) {
    int periods = (cycles + Calendar.PERIOD_CYCLES - 1) / Calendar.PERIOD_CYCLES;
    Map<String, Long> skews = new HashMap<>();
    workload
        .mines()
        .forEach(m -> m.faults().forEach(f -> skews.put(m.code() + f.point(), f.skewMillis())));
    long end = workload.mix().startMillis() + cycles * workload.mix().pace().cycleMillis();
    return expected(workload, periods).stream()
        .filter(told -> told.measuredMillis() - skew(skews, told) < end)
        .toList();
  }

  private static long skew(Map<String, Long> skews, Told told) {
    return Objects.requireNonNull(skews.get(told.mine() + told.point()));
  }

  private static void add(Fault fault, Pace pace, long start, List<Told> facts) {
    List<Scenario.Beat> beats = fault.scenario().beats();
    long onset = 0;
    int number = 0;
    int step = 0;
    for (int i = 0; i < beats.size(); i++) {
      for (FindingKind kind : beats.get(i).facts()) {
        int later = kind == FindingKind.CLEARED ? fault.clearsAfterCycles(pace) : 0;
        long measured = start + (fault.cycle() + i + later) * pace.cycleMillis();
        if (kind == FindingKind.OPENED) {
          onset = measured;
        }
        if (kind == FindingKind.RAISED) {
          step++;
        }
        Severity severity = severity(fault.rule().steps().get(step), kind);
        facts.add(
            new Told(
                fault.mine(),
                fault.point(),
                fault.rule().id(),
                number++,
                kind,
                severity,
                onset,
                measured));
      }
    }
  }

  private static Severity severity(Step step, FindingKind kind) {
    return kind == FindingKind.BLIND ? step.severity().raised() : step.severity();
  }
}
