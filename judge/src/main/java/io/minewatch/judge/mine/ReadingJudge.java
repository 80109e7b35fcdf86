package io.minewatch.judge.mine;

import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.reading.ClockAhead;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.judge.feed.GatewayMemory;
import io.minewatch.judge.feed.Origin;
import io.minewatch.judge.limit.LimitJudge;
import io.minewatch.judge.limit.LimitTerms;
import io.minewatch.judge.silence.Freshness;
import io.minewatch.judge.watch.Sample;
import io.minewatch.judge.watch.Told;
import io.minewatch.judge.watch.Watch;
import org.jspecify.annotations.Nullable;

/** Judges the readings of one message, one after the other, without allocation. */
final class ReadingJudge {
  /** 2000-01-01T00:00:00Z: no gateway of ours is older. */
  static final long EARLIEST_MILLIS = 946_684_800_000L;

  private final MineMemory memory;
  private final @Nullable GatewayMemory gateway;
  private final Origin origin;
  private final Moment moment;
  private final Verdicts out;
  private final Sample sample = new Sample();
  private final Sample last = new Sample();
  private final int source;
  private final long sequence;
  private long shift;
  private long newest = Freshness.NEVER;
  private @Nullable Told told;

  /**
   * Judges one message.
   *
   * @param gateway where it was taken in; null for one that is not watched
   */
  ReadingJudge(
      MineMemory memory,
      @Nullable GatewayMemory gateway,
      Origin origin,
      Moment moment,
      Verdicts out) {
    this.memory = memory;
    this.gateway = gateway;
    this.origin = origin;
    this.moment = moment;
    this.out = out;
    this.source = gateway == null ? 0 : gateway.source();
    this.sequence = gateway == null ? Order.UNNUMBERED : origin.sequence();
  }

  /** Gives the newest measured time of the message, or {@link Freshness#NEVER}. */
  long judge(ReadingBatch batch) {
    shift = gateway == null ? 0 : gateway.shift(newestOf(batch), origin);
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
    return newest;
  }

  private long newestOf(ReadingBatch batch) {
    long latest = Freshness.NEVER;
    for (int i = 0; i < batch.size(); i++) {
      long measured = batch.measuredMillis(i);
      latest = isAbsurd(measured, origin.received()) ? latest : Math.max(latest, measured);
    }
    return latest;
  }

  private void take(int p, ReadingBatch batch, int i) {
    PlanIndex.Kind kind = memory.index.kind(p);
    Measure measure = kind.measure();
    Quality quality = batch.quality(i);
    double value = measure.convert(batch.value(i), batch.unit(i));
    boolean possible = measure.isPossible(value);
    if (isAbsurd(batch.measuredMillis(i), origin.received())) {
      refuse(RejectReason.ABSURD_TIME, batch, i);
    } else if (quality.needsNumber() && !possible) {
      refuse(whyImpossible(batch.value(i), measure.factorFrom(batch.unit(i))), batch, i);
    } else {
      // Without a measurement the number means nothing; that the point says so means much.
      double known = possible ? value : Double.NaN;
      sample.set(known, batch.measuredMillis(i), origin.received(), quality);
      judge(p, kind);
    }
  }

  static boolean isAbsurd(long measured, long received) {
    return measured < EARLIEST_MILLIS || ClockAhead.isAbsurd(measured, received);
  }

  static RejectReason whyImpossible(double sent, double factor) {
    if (!Double.isFinite(sent)) {
      return RejectReason.NOT_A_NUMBER;
    }
    return Double.isNaN(factor) ? RejectReason.WRONG_UNIT : RejectReason.IMPOSSIBLE_VALUE;
  }

  private void judge(int p, PlanIndex.Kind kind) {
    PointColumns points = memory.points;
    long measured = sample.measured();
    newest = Math.max(newest, measured);
    if (Order.isLate(memory, p, source, sequence, measured, origin.received())) {
      memory.tally.late++;
      judgeAsPast(p);
      return;
    }
    memory.tally.judged++;
    long event = measured - shift;
    boolean afterGap = Freshness.isGap(event, points.trustedEvent(p), kind.darkAfter());
    Rises.upTo(memory, p, event, last, out.facts);
    points.from(p, source, sequence);
    if (points.isDark(p)) {
      points.lighten(p);
      // It may fall silent again before anything else is due.
      long darkAt = Freshness.darkAt(origin.received(), moment.resumed(), kind.darkAfter());
      memory.nextLook = Math.min(memory.nextLook, darkAt);
    }
    boolean measures = see(p, event);
    if (!memory.excursions.isQuiet() || (measures && !kind.limits().isQuiet(sample.value()))) {
      limits(p, afterGap, measures);
    }
    watch(p, afterGap, measures);
  }

  /** Takes note of the reading as what it is judged as; whether that is a measurement. */
  private boolean see(int p, long event) {
    PointColumns points = memory.points;
    Quality quality = sample.quality();
    double seen = Beyond.seen(memory, p, sample.value(), quality);
    boolean measures = !Double.isNaN(seen);
    double value = measures ? seen : sample.value();
    sample.set(value, sample.measured(), origin.received(), quality).at(event);
    measures &= quality != Quality.GOOD || !isKeptBack(p);
    if (measures) {
      points.take(p, sample);
      return true;
    }
    points.takeNoMeasurement(p, sample);
    boolean isLong = event - points.trustedEvent(p) >= memory.index.unseenAfter();
    if (isLong || Beyond.blinds(memory.index, p, quality)) {
      sample.unseen();
    }
    return false;
  }

  private void limits(int p, boolean afterGap, boolean measures) {
    for (int slot = memory.index.firstSlot(p); slot < memory.index.firstSlot(p + 1); slot++) {
      LimitTerms terms = memory.index.terms(p, slot);
      if (afterGap) {
        LimitJudge.onGap(memory.excursions, slot);
      }
      if (measures && Beyond.concerns(terms, sample.quality())) {
        LimitJudge.onReading(memory.excursions, slot, terms, sample, out.facts);
        memory.nextLook = Math.min(memory.nextLook, Rises.wakeAt(memory, p, slot));
      } else {
        LimitJudge.onNoMeasurement(memory.excursions, slot, terms, sample, out.facts);
      }
    }
    if (!out.facts.isEmpty()) {
      Findings.tell(memory, p, moment, out);
    }
  }

  /**
   * A message that was overtaken by later ones of its gateway is new all the same: it is judged as
   * what comes late. One that another gateway told before is a double of it.
   */
  private void judgeAsPast(int p) {
    PointColumns points = memory.points;
    boolean overtaken =
        sequence >= 0
            && points.sequence(p) >= 0
            && !(source == points.source(p) && sequence == points.sequence(p))
            && memory.gateways().areOfOne(source, points.source(p));
    if (overtaken) {
      Backlog.Columns runs = memory.backlog.overtaken(memory.index, origin.received());
      new BacklogJudge(memory, runs, origin, moment, out).by(gateway).judge(p, sample);
    }
  }

  /** A reading that is kept back stays in the record; for judging it is one that measures not. */
  private boolean isKeptBack(int p) {
    Watch guard = memory.watches.guard(p);
    if (guard == null || !guard.keepsBack(p, sample, told())) {
      return false;
    }
    long event = sample.event();
    sample.set(Double.NaN, sample.measured(), sample.received(), Quality.SUSPECT).at(event);
    return true;
  }

  private void watch(int p, boolean afterGap, boolean measures) {
    if (!measures && sample.blinds() && memory.watches.at(p).length > 0) {
      memory.points.trusted(p, sample.quality(), last);
      memory.watches.lost(p, last, told());
    }
    for (Watch watch : memory.watches.at(p)) {
      Told told = told();
      if (afterGap) {
        watch.onGap(p);
      }
      if (measures) {
        watch.onReading(p, sample, told);
      } else {
        watch.onNoMeasurement(p, sample, told);
      }
    }
  }

  /** One for the message, made when the first watch wants it. */
  private Told told() {
    Told known = told;
    if (known == null) {
      known = out.told(memory, moment);
      told = known;
    }
    return known;
  }

  private void refuse(RejectReason reason, ReadingBatch batch, int i) {
    out.refuse(reason, refused(batch, i), origin, moment.now());
  }

  /** A reading in the words of a refusal. */
  static String refused(ReadingBatch batch, int i) {
    return "point '%s': %s '%s' %s, measured at %d"
        .formatted(
            batch.point(i),
            batch.value(i),
            batch.unit(i),
            batch.quality(i),
            batch.measuredMillis(i));
  }
}
