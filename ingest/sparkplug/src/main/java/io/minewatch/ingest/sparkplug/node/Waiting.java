package io.minewatch.ingest.sparkplug.node;

import io.minewatch.ingest.sparkplug.message.Metric;
import io.minewatch.ingest.sparkplug.message.NodeId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Metrics of an edge node, told by alias alone, that wait for a birth to say what they mean. */
final class Waiting {
  /** Most metrics that wait. */
  static final int MAX_HELD = 5_000;

  private final NodeId id;
  private final Deque<Held> held = new ArrayDeque<>();

  private record Held(String device, Metric metric, long sent) {}

  Waiting(NodeId id) {
    this.id = id;
  }

  void hold(String device, Metric metric, long sent, Outcome.Gathering out) {
    held.add(new Held(device, metric, sent));
    if (held.size() > MAX_HELD) {
      held.remove();
      out.refuse(1, id + ": more than " + MAX_HELD + " metrics wait for a birth");
    }
  }

  /**
   * What waited is believed if its alias means the same before and after.
   *
   * @param before what the device was; null if it was not born
   */
  void release(String device, @Nullable Source before, Source born, Outcome.Gathering out) {
    List<Held> theirs = new ArrayList<>();
    held.removeIf(h -> h.device().equals(device) && theirs.add(h));
    int lost = 0;
    for (Held one : theirs) {
      Source.Known was = before == null ? null : before.find(one.metric());
      Source.Known is = born.find(one.metric());
      if (was != null && is != null && was.name().equals(is.name())) {
        born.read(one.metric(), is, one.sent(), out);
      } else {
        lost++;
      }
    }
    if (lost > 0) {
      out.refuse(lost, id + ": the birth gave the aliases of held metrics to others");
    }
  }

  /** Nothing can say any more what they meant. */
  void drop(String why, Outcome.Gathering out) {
    if (!held.isEmpty()) {
      out.refuse(held.size(), id + ": " + why + " while metrics were held for its birth");
      held.clear();
    }
  }

  void drop(String device, String why, Outcome.Gathering out) {
    int size = held.size();
    held.removeIf(h -> h.device().equals(device));
    if (held.size() < size) {
      out.refuse(size - held.size(), id + "/" + device + ": " + why);
    }
  }
}
