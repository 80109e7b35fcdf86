package io.minewatch.ingest.sparkplug.node;

import io.minewatch.ingest.sparkplug.message.Message;
import io.minewatch.ingest.sparkplug.message.NodeId;
import io.minewatch.ingest.sparkplug.message.SparkplugTopic;
import io.minewatch.ingest.sparkplug.names.PointNames;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The edge nodes of a mine. Its memory need not be kept: what is lost is asked for by a rebirth.
 * Safe for one thread at a time.
 */
public final class EdgeNodes {
  /** Most edge nodes that one gateway follows. */
  public static final int MAX_NODES = 256;

  private final PointNames names;
  private final Map<NodeId, EdgeNode> nodes = new HashMap<>();

  public EdgeNodes(PointNames names) {
    this.names = names;
  }

  /**
   * Takes a message, in the order in which they came.
   *
   * @param now of our own steady clock, also the measured time of a death
   */
  public Outcome take(SparkplugTopic topic, Message message, Instant now) {
    Outcome.Gathering out = new Outcome.Gathering();
    EdgeNode node = nodes.get(topic.node());
    if (node == null && nodes.size() >= MAX_NODES) {
      out.refuse(
          message.metrics().size(), topic.node() + ": more than " + MAX_NODES + " edge nodes");
      return out.outcome();
    }
    if (node == null) {
      node = new EdgeNode(topic.node(), names);
      nodes.put(topic.node(), node);
    }
    node.take(topic, message, now, out);
    return out.outcome();
  }

  /**
   * Our line came up, or a message was lost on our side: what we know may be old. All edge nodes
   * are asked for a birth.
   *
   * @param expected such as should be there, known or not
   */
  public Outcome doubt(Collection<NodeId> expected, Instant now) {
    Outcome.Gathering out = new Outcome.Gathering();
    for (NodeId id : expected) {
      if (nodes.size() < MAX_NODES) {
        nodes.computeIfAbsent(id, it -> new EdgeNode(it, names));
      }
    }
    nodes.values().forEach(node -> node.doubt(now, out));
    return out.outcome();
  }
}
