package io.minewatch.ingest.sparkplug.node;

import io.minewatch.ingest.sparkplug.message.NodeId;
import java.util.ArrayList;
import java.util.List;

/**
 * What a message comes to.
 *
 * @param values readings, in order
 * @param refused what could not be taken, in words
 * @param refusedMetrics how many metrics that were
 * @param rebirths edge nodes to be asked for a birth
 */
public record Outcome(
    List<PointValue> values, List<String> refused, int refusedMetrics, List<NodeId> rebirths) {
  /** Gathers an outcome. */
  static final class Gathering {
    private final List<PointValue> values = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final List<NodeId> rebirths = new ArrayList<>();
    private int refusedMetrics;

    void value(PointValue value) {
      values.add(value);
    }

    void refuse(int metrics, String why) {
      refused.add(why);
      refusedMetrics += metrics;
    }

    /** One more of a kind that was told at the birth. */
    void refuseSilently() {
      refusedMetrics++;
    }

    void rebirth(NodeId node) {
      rebirths.add(node);
    }

    Outcome outcome() {
      return new Outcome(
          List.copyOf(values), List.copyOf(refused), refusedMetrics, List.copyOf(rebirths));
    }
  }
}
