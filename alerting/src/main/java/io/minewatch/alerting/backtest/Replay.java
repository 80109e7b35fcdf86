package io.minewatch.alerting.backtest;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.judge.feed.Origin;
import io.minewatch.judge.mine.MineJudge;
import io.minewatch.judge.mine.MineMemory;
import io.minewatch.judge.mine.Moment;
import io.minewatch.judge.mine.Verdicts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * Judges what was recorded of a mine by a plan, with the functions of the judge job, as a plain
 * loop. A reading is taken as if it had reached us when it was measured, so facts are dated by
 * measured time alone.
 *
 * <p>Late, missing, double: the store holds each reading once and in order of measured time; what
 * is missing in it is missing here, and darkens its point.
 */
final class Replay {
  private static final String NO_SESSION = "";
  private static final long NO_NUMBER = -1;
  private static final GatewayId STORE = new GatewayId("replay");

  private final MineMemory memory;
  private final long begin;
  private final Consumer<Finding> found;
  private final ToLongFunction<MineMemory> due;
  private final Verdicts out = new Verdicts();

  /**
   * A mine of which nothing is known yet.
   *
   * @param begin from when on something is recorded, milliseconds since 1970 UTC
   */
  Replay(Plan plan, long begin, Consumer<Finding> found) {
    this(plan, begin, found, MineJudge::wakeAt);
  }

  /**
   * The same, looking only when something can be found.
   *
   * @param due when time is to be told next: {@link MineJudge#wakeAt}, or {@link MineJudge#lookAt}
   *     where nobody asks for people and nothing for summaries
   */
  Replay(Plan plan, long begin, Consumer<Finding> found, ToLongFunction<MineMemory> due) {
    this.due = due;
    this.memory = new MineMemory(plan, begin);
    this.begin = begin;
    this.found = found;
  }

  /** Judges by a newer plan from an instant on. */
  void plan(Plan plan, long at) {
    until(at);
    MineJudge.onPlan(memory, plan, new Moment(at, begin), out);
    tell();
  }

  /** Takes the readings of one instant. */
  void readings(ReadingBatch batch, long at) {
    until(at);
    MineJudge.onReadings(memory, batch, origin(at), new Moment(at, begin), out);
    tell();
  }

  /** Takes the positions of one instant. */
  void fixes(List<Fix> fixes, long at) {
    until(at);
    MineJudge.onFixes(memory, fixes, List.of(), origin(at), new Moment(at, begin), out);
    tell();
  }

  /** Lets time pass up to an instant and tells it: from here on heads are counted again. */
  void awake(long at) {
    until(at);
    MineJudge.onTime(memory, new Moment(at, begin), out);
    tell();
  }

  /** Lets time pass up to an instant, in the steps in which the judge wants to be woken. */
  void until(long at) {
    for (long next = due.applyAsLong(memory); next <= at; next = due.applyAsLong(memory)) {
      MineJudge.onTime(memory, new Moment(Math.max(next, begin), begin), out);
      tell();
    }
  }

  private void tell() {
    out.findings().forEach(found);
    out.findings().clear();
    out.rejections().clear();
  }

  private static Origin origin(long at) {
    return new Origin("stored", STORE, NO_SESSION, NO_NUMBER, Lane.LIVE, at);
  }
}
