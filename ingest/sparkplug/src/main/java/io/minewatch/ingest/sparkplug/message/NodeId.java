package io.minewatch.ingest.sparkplug.message;

import java.util.Objects;

/** An edge node: a name within a group. */
public record NodeId(String group, String node) {
  public NodeId {
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(node, "node");
  }

  @Override
  public String toString() {
    return group + "/" + node;
  }
}
