package io.minewatch.ingest.sparkplug.names;

import io.minewatch.ingest.sparkplug.message.NodeId;
import io.minewatch.ingest.sparkplug.message.SparkplugTopic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which edge nodes are ours: {@code group/node}, {@code +} for any of either. */
public record NodeFilter(String group, String node) {
  private static final String ANY = "+";

  public NodeFilter {
    require(group);
    require(node);
  }

  private static void require(String part) {
    boolean legal = part.equals(ANY) || !part.matches(".*[+#/].*");
    if (part.isEmpty() || part.length() > SparkplugTopic.MAX_PART || !legal) {
      throw new IllegalArgumentException("'" + part + "' is no group or edge node, and not +");
    }
  }

  /** Reads {@code group/node}. Refuses anything else. */
  public static NodeFilter parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("group/node is meant, was '" + text + "'");
    }
    return new NodeFilter(parts[0], parts[1]);
  }

  /** What to subscribe to. */
  public List<String> subscriptions() {
    String own = SparkplugTopic.NAMESPACE + "/" + group + "/+/" + node;
    return List.of(own, own + "/+");
  }

  /** The edge node that must be there; null if the filter names no single one. */
  public @Nullable NodeId single() {
    return group.equals(ANY) || node.equals(ANY) ? null : new NodeId(group, node);
  }
}
