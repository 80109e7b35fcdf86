package io.minewatch.bench.measure;

import io.minewatch.bench.oracle.Told;
import io.minewatch.bench.workload.Workload;
import java.util.List;

/** One system under test, fed with the same messages as all others. */
public interface Slot {
  /** Short name as in the report, for instance {@code B1}. */
  String id();

  /** What it is, in a few words. */
  String what();

  /** Whether it finds anything; one that does not is held to the count alone. */
  default boolean judges() {
    return true;
  }

  /** Which of the expected facts it is held to, and in which form; all, if it is not said. */
  default List<Told> heldTo(List<Told> expected) {
    return expected;
  }

  /** Runs once, from a fresh state. The stretch tells the feed when to take the time. */
  Outcome run(Workload workload, Stretch stretch);
}
