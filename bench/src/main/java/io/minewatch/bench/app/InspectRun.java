package io.minewatch.bench.app;

import io.minewatch.bench.inspect.InspectContest;
import io.minewatch.bench.measure.Machine;
import io.minewatch.bench.measure.Spread;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/** How long the four-line index takes for a nation's day. */
final class InspectRun {
  /** The coal mines that were networked (docs/sources.md). */
  private static final int MINES = 3_338;

  /** A question about the last of them looks back on two more. */
  private static final int DAYS = 3;

  private static final int ROUNDS = 5;

  /** The goals, in milliseconds: of any overview, and of a mine's page. */
  private static final double OVERVIEW = 2_000;

  private static final double PAGE = 1_000;

  private InspectRun() {}

  /**
   * Runs it and tells the figures.
   *
   * @param folder empty; it holds the database afterwards
   * @return 0 when the slowest answer of every question is within its goal, 1 if not
   */
  static int run(Path folder, Consumer<String> tell) {
    tell.accept("machine before: " + Machine.here());
    boolean holds = true;
    for (InspectContest.Asked each : new InspectContest(MINES, DAYS, ROUNDS).run(folder, tell)) {
      Spread spread = Spread.of(each.millis());
      double goal = each.what().startsWith("a mine") ? PAGE : OVERVIEW;
      boolean within = spread.greatest() < goal;
      holds &= within;
      tell.accept(
          String.format(
              Locale.ROOT,
              "%-6s %-18s %6d rows of %6d outages: median %.0f ms (%.0f to %.0f), CPU %.0f, below %.0f ms",
              within ? "holds" : "BROKEN",
              each.what(),
              each.rows(),
              each.outages(),
              spread.median(),
              spread.least(),
              spread.greatest(),
              Spread.of(each.cpu()).median(),
              goal));
    }
    tell.accept("machine after: " + Machine.here());
    return holds ? 0 : 1;
  }
}
