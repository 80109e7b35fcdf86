package io.minewatch.ingest.gateway.input;

import io.minewatch.ingest.sparkplug.message.NodeId;
import io.minewatch.ingest.sparkplug.names.NodeFilter;
import io.minewatch.ingest.sparkplug.names.PointNames;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Which edge nodes are heard and how their metrics are named.
 *
 * @param host our name as a host application, so that edge nodes know whether we are there; empty
 *     for none
 * @param backfillAge what is as old as this is backfill
 */
public record SparkplugRules(
    List<NodeFilter> nodes, PointNames names, String host, Duration backfillAge) {
  public SparkplugRules {
    nodes = List.copyOf(nodes);
    Objects.requireNonNull(names, "names");
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(backfillAge, "backfillAge");
  }

  /** The edge nodes that must be there. */
  List<NodeId> expected() {
    return nodes.stream().map(NodeFilter::single).filter(Objects::nonNull).toList();
  }
}
