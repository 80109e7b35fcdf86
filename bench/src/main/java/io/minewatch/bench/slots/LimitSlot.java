package io.minewatch.bench.slots;

import io.minewatch.bench.limit.LimitHarness;
import io.minewatch.bench.measure.Feed;
import io.minewatch.bench.measure.Outcome;
import io.minewatch.bench.measure.Slot;
import io.minewatch.bench.measure.Stretch;
import io.minewatch.bench.workload.Mine;
import io.minewatch.bench.workload.Parcel;
import io.minewatch.bench.workload.Workload;
import java.util.Map;
import java.util.stream.Collectors;

/** B1: the limit harness in one thread. */
public final class LimitSlot implements Slot {
  @Override
  public String id() {
    return "B1";
  }

  @Override
  public String what() {
    return "limit harness: hand scanner, state in arrays, no engine";
  }

  @Override
  public Outcome run(Workload workload, Stretch stretch) {
    LimitHarness harness = new LimitHarness(workload.mines().stream().map(Mine::plan).toList());
    Feed feed = new Feed(workload, stretch, Feed.Drain.NOTHING);
    long messages = 0;
    for (Parcel parcel = feed.next(); parcel != null; parcel = feed.next()) {
      harness.judge(parcel);
      messages++;
    }
    Map<String, Integer> heads =
        workload.mines().stream()
            .collect(Collectors.toMap(Mine::code, mine -> harness.underground(mine.code())));
    return feed.outcome(
        new Outcome.Count(messages, harness.readings(), harness.fixes()), harness.told(), heads);
  }
}
