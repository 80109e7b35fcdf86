package io.minewatch.bench.app;

import io.minewatch.bench.kernel.CpuPerOperation;
import io.minewatch.bench.kernel.JudgeBenchmark;
import io.minewatch.bench.kernel.MethanePlans;
import io.minewatch.bench.kernel.RootBenchmark;
import io.minewatch.bench.kernel.Rules;
import io.minewatch.bench.kernel.StateSize;
import io.minewatch.bench.kernel.WireBenchmark;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What judging a reading costs by JMH, and what is kept of a point, with the real rule packs. */
final class KernelRun {
  private KernelRun() {}

  /**
   * Runs all and tells the figures.
   *
   * @return 0 when both bounds hold, 1 if not
   */
  static int run(Path rules, Path mines, Consumer<String> tell) throws RunnerException {
    boolean holds = true;
    MethanePlans source = new MethanePlans(rules, mines);
    for (Rules each : Rules.values()) {
      StateSize size = StateSize.of(source, each);
      tell.accept(
          String.format(
              Locale.ROOT,
              "kept of a point, %s: %.0f bytes of heap, %.0f of a checkpoint (%d points)",
              each,
              size.heap(),
              size.checkpoint(),
              size.points()));
      holds &= tell(tell, "bytes of heap for a point, " + each, size.heap(), Bounds.HEAP_BYTES);
    }
    for (Map.Entry<String, Double> each : cpu(rules, mines).entrySet()) {
      tell.accept(
          String.format(
              Locale.ROOT, "%-24s %.3f us CPU a reading", each.getKey(), each.getValue()));
      if (each.getKey().startsWith("judge ")) {
        holds &=
            tell(tell, "us CPU for a reading, " + each.getKey(), each.getValue(), Bounds.MICROS);
      }
    }
    return holds ? 0 : 1;
  }

  /** What is allowed. */
  private static final class Bounds {
    static final double MICROS = 0.2;
    static final double HEAP_BYTES = 300;
  }

  private static boolean tell(Consumer<String> tell, String what, double was, double most) {
    boolean holds = was <= most;
    tell.accept(
        String.format(
            Locale.ROOT,
            "%-6s %s: %.3f, at most %.1f",
            holds ? "holds" : "BROKEN",
            what,
            was,
            most));
    return holds;
  }

  /**
   * What it costs to read a reading off the wire and to write it for a store.
   *
   * @return 0: no bound is set for these
   */
  static int wire(Consumer<String> tell) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(WireBenchmark.class.getName() + ".*")
            .addProfiler(CpuPerOperation.class)
            .jvmArgsAppend("-Xmx1g")
            .build();
    for (RunResult result : new Runner(options).run()) {
      List<String> name = List.of(result.getParams().getBenchmark().split("\\."));
      tell.accept(
          String.format(
              Locale.ROOT, "%-18s %.3f us CPU a reading", name.get(name.size() - 1), cpu(result)));
    }
    return 0;
  }

  private static double cpu(RunResult result) {
    return Objects.requireNonNull(result.getSecondaryResults().get(CpuPerOperation.NAME))
        .getScore();
  }

  private static Map<String, Double> cpu(Path rules, Path mines) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(JudgeBenchmark.class.getName() + ".*")
            .include(RootBenchmark.class.getName() + ".*")
            .addProfiler(CpuPerOperation.class)
            .jvmArgsAppend(
                "-Xmx1g",
                "-D" + JudgeBenchmark.RULES + "=" + rules.toAbsolutePath(),
                "-D" + JudgeBenchmark.MINES + "=" + mines.toAbsolutePath())
            .build();
    Collection<RunResult> results = new Runner(options).run();
    Map<String, Double> cpu = new TreeMap<>();
    for (RunResult result : results) {
      List<String> name = List.of(result.getParams().getBenchmark().split("\\."));
      String packs = result.getParams().getParam("rules");
      String key = name.get(name.size() - 1) + (packs == null ? "" : " " + packs);
      cpu.put(key, cpu(result));
    }
    return cpu;
  }
}
