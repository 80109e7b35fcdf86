package io.minewatch.bench.slots;

import io.minewatch.bench.measure.Feed;
import io.minewatch.bench.measure.Outcome;
import io.minewatch.bench.measure.Slot;
import io.minewatch.bench.measure.Stretch;
import io.minewatch.bench.workload.Mine;
import io.minewatch.bench.workload.Parcel;
import io.minewatch.bench.workload.Workload;
import java.util.HashMap;
import java.util.Map;

/** S0: the product's decoding and judging in one thread, without the engine around it. */
public final class BareSlot implements Slot {
  @Override
  public String id() {
    return "S0";
  }

  @Override
  public String what() {
    return "the product's decoding, judging and encoding in one thread, no engine";
  }

  @Override
  public Outcome run(Workload workload, Stretch stretch) {
    BareJudge judge = new BareJudge(workload);
    Feed feed = new Feed(workload, stretch, Feed.Drain.NOTHING);
    for (Parcel parcel = feed.next(); parcel != null; parcel = feed.next()) {
      judge.judge(parcel);
    }
    Map<String, Integer> heads = new HashMap<>();
    for (Mine mine : workload.mines()) {
      heads.put(mine.code(), judge.underground(mine.code()));
    }
    return feed.outcome(judge.seen(), judge.told(), heads);
  }
}
