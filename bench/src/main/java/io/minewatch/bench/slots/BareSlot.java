package io.minewatch.bench.slots;

import io.minewatch.bench.measure.Feed;
import io.minewatch.bench.measure.Outcome;
import io.minewatch.bench.measure.Slot;
import io.minewatch.bench.measure.Stretch;
import io.minewatch.bench.script.Calendar;
import io.minewatch.bench.workload.Mine;
import io.minewatch.bench.workload.Parcel;
import io.minewatch.bench.workload.Workload;
import java.util.HashMap;
import java.util.Map;

/** S0 and ST: the product's decoding and judging in one thread, without the engine around it. */
public final class BareSlot implements Slot {
  /** Whether time passes beside the messages. */
  public enum Time {
    /** Messages only: comparable with slots that do no more. */
    STANDS,
    /** As at a mine: every five seconds each mine is summed up and its heads are counted. */
    RUNS
  }

  private final Time time;
  private final Judging judging;

  public BareSlot(Time time) {
    this(time, Judging.LIMITS);
  }

  public BareSlot(Time time, Judging judging) {
    this.time = time;
    this.judging = judging;
  }

  @Override
  public String id() {
    return (time == Time.RUNS ? "ST" : "S0") + judging.mark();
  }

  @Override
  public String what() {
    if (judging == Judging.EARLY) {
      return "the same with early warnings at every point";
    }
    return time == Time.RUNS
        ? "the same, and every mine summed up and its heads counted every 5 s"
        : "the product's decoding, judging and encoding in one thread, no engine";
  }

  @Override
  public Outcome run(Workload workload, Stretch stretch) {
    BareJudge judge = new BareJudge(workload, time, judging);
    Feed feed = new Feed(workload, stretch, Feed.Drain.NOTHING);
    for (Parcel parcel = feed.next(); parcel != null; parcel = feed.next()) {
      judge.judge(parcel);
    }
    // Past the time of any summary that was due.
    long end = workload.mix().startMillis() + (stretch.periods() + 1) * Calendar.PERIOD_MILLIS;
    Map<String, Integer> heads = new HashMap<>();
    for (Mine mine : workload.mines()) {
      heads.put(mine.code(), judge.underground(mine.code(), end));
    }
    return feed.outcome(judge.seen(), judge.told(), heads);
  }
}
