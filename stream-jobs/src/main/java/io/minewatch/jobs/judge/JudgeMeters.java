package io.minewatch.jobs.judge;

import io.minewatch.jobs.state.MineState;
import io.minewatch.judge.mine.MineMemory;
import io.minewatch.judge.mine.Tally;
import io.minewatch.judge.mine.Verdicts;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Counts what became of messages and readings, over all mines of one task and since its start. What
 * a mine's own tally counts is taken over as the difference that one input makes.
 */
final class JudgeMeters {
  private final Counter received;
  private final Counter unaddressed;
  private final Counter duplicate;
  private final Counter judged;
  private final Counter backfill;
  private final Counter late;
  private final Counter rejected;
  private final Counter findings;

  JudgeMeters(MetricGroup metrics) {
    received = metrics.counter("messages_received_total");
    unaddressed = metrics.counter("messages_unaddressed_total");
    duplicate = metrics.counter("messages_duplicate_total");
    judged = metrics.counter("readings_judged_total");
    backfill = metrics.counter("readings_backfill_total");
    late = metrics.counter("readings_late_total");
    rejected = metrics.counter("rejected_total");
    findings = metrics.counter("findings_total");
  }

  /** A message came. */
  void received() {
    received.inc();
  }

  /** It names no mine. */
  void unaddressed() {
    unaddressed.inc();
  }

  /** What a mine has counted so far; taken before an input and held against what is then. */
  record Before(long judged, long backfill, long late, long rejected) {
    static Before of(MineState state) {
      MineMemory memory = state.memory();
      if (memory == null) {
        return new Before(0, 0, 0, state.rejectedUnplanned());
      }
      Tally tally = memory.tally();
      return new Before(tally.judged(), tally.backfill(), tally.late(), tally.rejected());
    }
  }

  /** One input was judged. */
  void judged(Before before, MineState state, Verdicts verdicts) {
    Before after = Before.of(state);
    judged.inc(after.judged() - before.judged());
    backfill.inc(after.backfill() - before.backfill());
    late.inc(after.late() - before.late());
    rejected.inc(after.rejected() - before.rejected());
    duplicate.inc(verdicts.doubles());
    findings.inc(verdicts.findings().size());
  }
}
