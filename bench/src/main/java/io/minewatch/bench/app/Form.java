package io.minewatch.bench.app;

import io.minewatch.bench.measure.Stretch;
import io.minewatch.bench.report.Gate;
import java.util.List;

/**
 * How much of the benchmark is run.
 *
 * @param warming rounds that are not counted
 * @param rounds how often each slot is timed; medians are told
 * @param batches readings in one message, one stage for each
 * @param stretch of slots that judge as a product would
 * @param longStretch of slots that are too cheap to be timed in a short one
 */
record Form(
    String name,
    long seed,
    int mines,
    int warming,
    int rounds,
    List<Integer> batches,
    Stretch stretch,
    Stretch longStretch,
    Gates gates) {
  /** Readings in one message that gates are about. */
  static final int STANDARD_BATCH = 30;

  private static final long SEED = 20_260_101;

  Form {
    batches = List.copyOf(batches);
    if (!batches.contains(STANDARD_BATCH)) {
      throw new IllegalArgumentException("the gates need the standard batch");
    }
  }

  /**
   * The bounds. Each is wide: what is measured lies well inside, so that a broken gate is a loss
   * and not the weather of the machine.
   */
  record Gates(Gate textbook, Gate limit, Gate engine, Gate heap, Gate checkpoint) {}

  static Form named(String name) {
    return switch (name) {
      case "short" ->
          new Form(
              name,
              SEED,
              30,
              3,
              5,
              List.of(STANDARD_BATCH),
              new Stretch(1, 3),
              new Stretch(1, 12),
              gates(1.3, 20));
      case "long" ->
          new Form(
              name,
              SEED,
              200,
              3,
              9,
              List.of(STANDARD_BATCH, 1, 100),
              new Stretch(1, 3),
              new Stretch(1, 12),
              gates(1.3, 20));
      case "test" ->
          new Form(
              name,
              SEED,
              6,
              1,
              2,
              List.of(STANDARD_BATCH),
              new Stretch(2, 3),
              new Stretch(2, 12),
              gates(0.8, 60));
      default -> throw new IllegalArgumentException("no such form: " + name);
    };
  }

  private static Gates gates(double textbook, double limit) {
    return new Gates(
        new Gate(
            "textbook: B2 costs so many times S",
            Gate.Way.AT_LEAST,
            textbook,
            "one record for each message, keyed by mine, is what makes the product cheap; measured 1.6 to"
                + " 2.2, the goal is 4, and a record for each reading would bring it to 1"),
        new Gate(
            "limit: S costs so many times B1",
            Gate.Way.AT_MOST,
            limit,
            "how far the product is from what the machine can do; measured 4 to 9; a second pass over"
                + " each message, or a copy of a mine's state for each message, would break it"),
        new Gate(
            "engine: S costs so many times S0",
            Gate.Way.AT_MOST,
            4,
            "what the engine adds to judging; measured 0.8 to 1.7; state that is serialized on every"
                + " access would break it"),
        new Gate(
            "heap: bytes for a point",
            Gate.Way.AT_MOST,
            2_000,
            "the goal is 300, measured 850 to 900, the plan's objects included"),
        new Gate(
            "checkpoint: bytes for a point, plan left out",
            Gate.Way.AT_MOST,
            400,
            "measured 124; checkpoint size, interval and in-flight window are one budget"));
  }
}
