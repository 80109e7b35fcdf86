package io.minewatch.judge.mine;

import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.limit.LimitJudge;
import io.minewatch.judge.muster.MusterJudge;
import io.minewatch.judge.silence.Freshness;
import io.minewatch.judge.watch.Sample;
import io.minewatch.judge.watch.Told;
import java.time.Instant;

/** What follows from time alone: points that darken, delays that run out, the summary. */
final class TimeJudge {
  private final MineMemory memory;
  private final Moment moment;
  private final Verdicts out;
  private final Sample sample = new Sample();

  TimeJudge(MineMemory memory, Moment moment, Verdicts out) {
    this.memory = memory;
    this.moment = moment;
    this.out = out;
  }

  /** Looks at every point, and says when to look again at the latest. */
  void look() {
    long next = Long.MAX_VALUE;
    for (int p = 0; p < memory.index.points(); p++) {
      Rises.upTo(memory, p, Rises.eventTime(memory, p, moment.now()), sample, out.facts);
      if (!memory.points.isDark(p)) {
        next = Math.min(next, darken(p));
      }
      if (memory.points.isBlind(p)) {
        blind(p);
      }
      for (int slot = memory.index.firstSlot(p); slot < memory.index.firstSlot(p + 1); slot++) {
        next = Math.min(next, Rises.wakeAt(memory, p, slot));
      }
      if (!out.facts.isEmpty()) {
        Findings.tell(memory, p, moment, out);
      }
    }
    Told told = out.told(memory, moment);
    memory.watches.each(watch -> watch.onTime(told));
    // All that is due was looked at: whoever still asks for now must not keep us here.
    memory.nextLook = Math.max(moment.now() + 1, Math.min(next, memory.watches.wakeAt()));
  }

  private long darken(int p) {
    long darkAt =
        Freshness.darkAt(memory.points.received(p), moment.resumed(), memory.index.darkAfter(p));
    if (darkAt > moment.now()) {
      return darkAt;
    }
    PointColumns points = memory.points;
    points.darken(p);
    Told told = out.told(memory, moment);
    points.trusted(p, Quality.STALE, sample);
    memory.watches.lost(p, sample, told);
    memory.watches.each(watch -> watch.onDark(p, told));
    return Long.MAX_VALUE;
  }

  private void blind(int p) {
    PointColumns points = memory.points;
    boolean dark = points.isDark(p);
    sample.set(
        Double.NaN,
        points.measured(p),
        points.received(p),
        dark ? Quality.STALE : points.quality(p));
    for (int slot = memory.index.firstSlot(p); slot < memory.index.firstSlot(p + 1); slot++) {
      LimitJudge.onNoMeasurement(
          memory.excursions, slot, memory.index.terms(p, slot), sample, out.facts);
    }
  }

  /** Counts heads. */
  void muster() {
    out.tell(
        new MusterJudge(moment.now(), moment.resumed(), memory.index.tagDarkAfter())
            .count(memory.mine(), memory.index.zones(), memory.people, memory.orders));
  }

  /** Shows everybody to whoever judges people. */
  void people() {
    Told told = out.told(memory, moment);
    memory.watches.each(watch -> watch.onPeople(memory.people, told));
    memory.nextLook = Math.min(memory.nextLook, memory.watches.wakeAt());
  }

  /** The mine in a few numbers. */
  void summary() {
    memory.backlog.rest(moment.now());
    int heard = 0;
    int dark = 0;
    int inExcursion = 0;
    int blind = 0;
    for (int p = 0; p < memory.index.points(); p++) {
      boolean isDark = memory.points.isBlind(p);
      boolean isOpen = false;
      boolean cannotSee = false;
      for (int slot = memory.index.firstSlot(p); slot < memory.index.firstSlot(p + 1); slot++) {
        isOpen |= memory.excursions.isOpen(slot);
        cannotSee |= memory.excursions.isBlind(slot);
      }
      dark += isDark ? 1 : 0;
      heard += !memory.points.isDark(p) && memory.points.wasHeard(p) ? 1 : 0;
      inExcursion += isOpen ? 1 : 0;
      blind += cannotSee ? 1 : 0;
    }
    out.tell(
        new Summary(
            memory.mine(),
            Instant.ofEpochMilli(moment.now()),
            memory.plan().version(),
            memory.index.points(),
            heard,
            dark,
            inExcursion,
            blind,
            memory.people.underground(),
            memory.lastReading == Freshness.NEVER ? null : Instant.ofEpochMilli(memory.lastReading),
            memory.tally.rejected,
            memory.gateways().summaries(Summary.MAX_HOLES),
            memory.watches.outlooks(),
            memory.tally.readings(),
            memory.notJudged(),
            memory.watches.unknown()));
  }
}
