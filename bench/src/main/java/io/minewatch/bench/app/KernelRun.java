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
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What judging a reading costs by JMH, and what is kept of a point, with the real rule packs. */
final class KernelRun {
  /** What JMH calls the bytes that an operation allocates. */
  private static final String ALLOCATED = "gc.alloc.rate.norm";

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
   * What it costs to read a reading off the wire and to write it for a store, and what is allocated
   * for it.
   *
   * @return 0 when both were measured of each; no bound is set for these
   */
  static int wire(Consumer<String> tell) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(WireBenchmark.class.getName() + ".*")
            .addProfiler(CpuPerOperation.class)
            .addProfiler(GCProfiler.class)
            .jvmArgsAppend("-Xmx1g")
            .build();
    boolean measured = true;
    for (RunResult result : new Runner(options).run()) {
      List<String> name = List.of(result.getParams().getBenchmark().split("\\."));
      double micros = cpu(result);
      double bytes = allocated(result);
      measured &= micros > 0 && bytes >= 0;
      tell.accept(
          String.format(
              Locale.ROOT,
              "%-18s %.3f us CPU a reading, %.0f bytes allocated",
              name.get(name.size() - 1),
              micros,
              bytes));
    }
    return measured ? 0 : 1;
  }

  /** Bytes for a reading; not a number where it was not measured. */
  private static double allocated(RunResult result) {
    Result<?> told = result.getSecondaryResults().get(ALLOCATED);
    return told == null ? Double.NaN : told.getScore();
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
