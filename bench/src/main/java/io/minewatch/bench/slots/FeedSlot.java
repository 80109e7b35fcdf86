package io.minewatch.bench.slots;

import io.minewatch.bench.measure.Feed;
import io.minewatch.bench.measure.Outcome;
import io.minewatch.bench.measure.Slot;
import io.minewatch.bench.measure.Stretch;
import io.minewatch.bench.workload.Workload;
import java.util.List;
import java.util.Map;

/**
 * G: the generator alone. Its cost is part of every other slot's, and told so that it can be seen.
 */
public final class FeedSlot implements Slot {
  @Override
  public String id() {
    return "G";
  }

  @Override
  public String what() {
    return "the generator alone: copy a message, patch its stamps, look at nothing";
  }

  @Override
  public boolean judges() {
    return false;
  }

  @Override
  public Outcome run(Workload workload, Stretch stretch) {
    Feed feed = new Feed(workload, stretch, Feed.Drain.NOTHING);
    while (feed.next() != null) {
      // nothing is looked at
    }
    return feed.outcome(feed.sent(), List.of(), Map.of());
  }
}
