package io.minewatch.judge.mine;

import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.judge.feed.GatewayMemory;
import io.minewatch.judge.feed.Origin;
import io.minewatch.judge.limit.Fact;
import io.minewatch.judge.limit.LimitJudge;
import io.minewatch.judge.limit.LimitTerms;
import io.minewatch.judge.silence.Freshness;
import io.minewatch.judge.watch.Sample;
import io.minewatch.judge.watch.Told;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges the readings of one message of the backfill lane by the limits of their points. What it
 * finds are past facts: their findings say so ({@link Finding#lane}), have ids of their own and
 * call nobody. Nothing that is known of now is changed or asked; a point is not heard by it, and
 * nothing darkens or follows from time.
 *
 * <p>Late, missing, double: doubled messages are left out before. Readings of one point come in the
 * order of their measured times, or else a run of them ends: what is older than the last one, and
 * what follows it after a gap, begins a new run, for what lies between was judged elsewhere or has
 * not come. An excursion in which a run ends is never told as cleared: nobody saw its end here. A
 * delay that has not run out by the last reading of a run is not counted. Readings of the live lane
 * that were overtaken are judged in the same way, in runs of their own: what comes late of now and
 * what comes of then are in no order to each other.
 */
final class BacklogJudge {
  private final MineMemory memory;
  private final Backlog.Columns columns;
  private final Origin origin;
  private final Moment moment;
  private final Verdicts out;
  private final Sample sample = new Sample();
  private long ahead;

  /**
   * Judges what one message brings.
   *
   * @param columns of the runs that it goes on with
   */
  BacklogJudge(
      MineMemory memory, Backlog.Columns columns, Origin origin, Moment moment, Verdicts out) {
    this.memory = memory;
    this.columns = columns;
    this.origin = origin;
    this.moment = moment;
    this.out = out;
  }

  /**
   * Dates what is found by how far the clock of this gateway is off now. What it told by another
   * before that was put right, and what is not known, is dated as it says, but never later than it
   * came.
   */
  BacklogJudge by(@Nullable GatewayMemory gateway) {
    ahead = gateway == null ? 0 : gateway.clock().error();
    return this;
  }

  void judge(ReadingBatch batch) {
    int guess = 0;
    for (int i = 0; i < batch.size(); i++) {
      int p = memory.index.find(batch.point(i), guess);
      if (p < 0) {
        refuse(RejectReason.UNKNOWN_POINT, batch, i);
        continue;
      }
      guess = p + 1;
      take(p, batch, i);
    }
  }

  private void take(int p, ReadingBatch batch, int i) {
    PointPlan point = memory.index.point(p);
    Quality quality = batch.quality(i);
    double value = point.measure().convert(batch.value(i), batch.unit(i));
    boolean possible = point.measure().isPossible(value);
    if (ReadingJudge.isAbsurd(batch.measuredMillis(i), origin.received())) {
      refuse(RejectReason.ABSURD_TIME, batch, i);
    } else if (quality.needsNumber() && !possible) {
      double factor = point.measure().factorFrom(batch.unit(i));
      refuse(ReadingJudge.whyImpossible(batch.value(i), factor), batch, i);
    } else {
      double known = possible ? value : Double.NaN;
      judge(p, sample.set(known, batch.measuredMillis(i), origin.received(), quality));
    }
  }

  /** Judges one reading that can be right. */
  void judge(int p, Sample sample) {
    memory.tally.backfill++;
    Quality quality = sample.quality();
    double seen = Beyond.seen(memory.index, p, sample.value(), quality, Double.NaN);
    boolean measures = !Double.isNaN(seen);
    long measured = sample.measured();
    sample.set(measures ? seen : sample.value(), measured, origin.received(), quality);
    if (measured == columns.measured[p]) {
      return; // a double, told by another gateway: the run goes on
    }
    boolean runs = runsOn(p, measured);
    for (int slot = memory.index.firstSlot(p); slot < memory.index.firstSlot(p + 1); slot++) {
      LimitTerms terms = memory.index.terms(p, slot);
      if (!runs) {
        columns.excursions.restart(slot);
      }
      if (measures && Beyond.concerns(terms, quality)) {
        delays(p, slot, terms, measured);
        LimitJudge.onReading(columns.excursions, slot, terms, sample, out.facts);
      } else {
        LimitJudge.onNoMeasurement(columns.excursions, slot, terms, sample, out.facts);
      }
    }
    columns.measured[p] = measured;
    if (measures) {
      columns.trusted[p] = sample.value();
      columns.trustedMeasured[p] = measured;
      columns.trustedReceived[p] = origin.received();
    }
    tell(p);
  }

  /** Whether a reading goes on where the last one of its point in this lane left off. */
  private boolean runsOn(int p, long measured) {
    long before = columns.measured[p];
    return before != Freshness.NEVER
        && measured > before
        && !Freshness.isGap(measured, before, memory.index.darkAfter(p));
  }

  /** Lets steps count whose delay ran out before this reading was measured. */
  private void delays(int p, int slot, LimitTerms terms, long measured) {
    if (LimitJudge.dueAt(columns.excursions, slot, terms) <= measured) {
      Sample last =
          new Sample()
              .set(
                  columns.trusted[p],
                  columns.trustedMeasured[p],
                  columns.trustedReceived[p],
                  Quality.GOOD);
      LimitJudge.onTime(columns.excursions, slot, terms, measured, last, out.facts);
    }
  }

  private void tell(int p) {
    if (out.facts.isEmpty()) {
      return;
    }
    PointPlan point = memory.index.point(p);
    Told told = out.told(memory, moment);
    for (Fact fact : out.facts) {
      String rule = memory.index.terms(p, fact.slot()).ruleId();
      out.tell(Findings.finding(point, rule, fact, told, Map.of()).asPast().byClock(ahead));
    }
    out.facts.clear();
  }

  private void refuse(RejectReason reason, ReadingBatch batch, int i) {
    out.refuse(reason, ReadingJudge.refused(batch, i), origin, moment.now());
  }
}
