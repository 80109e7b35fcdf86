package io.minewatch.bench.app;

import io.minewatch.bench.chain.ChainContest;
import io.minewatch.bench.chain.ChainFigures;
import io.minewatch.bench.measure.Machine;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Consumer;

/** How long it takes from the arrival of a finding until its call is committed and pushed. */
final class ChainRun {
  /** Findings in a second. */
  private static final int RATE = 100;

  private static final int WARMING_SECONDS = 20;
  private static final int TIMED_SECONDS = 30;

  /** The goal, in milliseconds. */
  private static final double BOUND = 50;

  private ChainRun() {}

  /**
   * Runs it and tells the figures.
   *
   * @param mines the folder of the demo mine
   * @param folder empty; it holds the database afterwards
   * @return 0 when every finding has its one call and the bound holds, 1 if not
   */
  static int run(Path rules, Path mines, Path folder, Consumer<String> tell) throws Exception {
    tell.accept("machine before: " + Machine.here());
    ChainFigures figures =
        new ChainContest(RATE, RATE * WARMING_SECONDS, RATE * TIMED_SECONDS)
            .run(rules, mines.resolve("model-colliery.yaml"), folder, Clock.systemUTC());
    tell.accept("machine after: " + Machine.here());
    tell.accept(
        RATE + " findings a second, each a cause of its own; in process, embedded database");
    figures.lines().forEach(tell);
    boolean holds = figures.pushedP99Millis() < BOUND;
    tell.accept(
        String.format(
            Locale.ROOT,
            "%-6s committed and pushed, p99: %.1f ms, below %.0f ms",
            holds ? "holds" : "BROKEN",
            figures.pushedP99Millis(),
            BOUND));
    return holds && figures.faults().isEmpty() ? 0 : 1;
  }
}
