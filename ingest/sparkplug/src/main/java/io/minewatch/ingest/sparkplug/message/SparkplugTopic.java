package io.minewatch.ingest.sparkplug.message;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code spBv1.0/{group}/{type}/{node}[/{device}]}.
 *
 * @param device empty where the edge node speaks of itself
 */
public record SparkplugTopic(NodeId node, Type type, String device) {
  /** The first level of all topics. */
  public static final String NAMESPACE = "spBv1.0";

  /** Longest part of a topic; Sparkplug sets no limit, we do. */
  public static final int MAX_PART = 128;

  /** What a message is. */
  public enum Type {
    NBIRTH,
    NDATA,
    NDEATH,
    DBIRTH,
    DDATA,
    DDEATH;

    private boolean ofDevice() {
      return name().charAt(0) == 'D';
    }
  }

  public SparkplugTopic {
    Objects.requireNonNull(node, "node");
    if (type.ofDevice() == device.isEmpty()) {
      throw new IllegalArgumentException(type + " needs a device or must not have one");
    }
  }

  /** Reads a topic; null if it is not of an edge node that tells something, commands included. */
  public static @Nullable SparkplugTopic parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length < 4 || parts.length > 5 || !parts[0].equals(NAMESPACE)) {
      return null;
    }
    for (String part : parts) {
      if (part.isEmpty() || part.length() > MAX_PART) {
        return null;
      }
    }
    for (Type type : Type.values()) {
      if (type.name().equals(parts[2]) && type.ofDevice() == (parts.length == 5)) {
        String device = parts.length == 5 ? parts[4] : "";
        return new SparkplugTopic(new NodeId(parts[1], parts[3]), type, device);
      }
    }
    return null;
  }

  /** The topic of commands to an edge node. */
  public static String command(NodeId node) {
    return NAMESPACE + "/" + node.group() + "/NCMD/" + node.node();
  }

  /** The topic on which a host application says whether it is there. */
  public static String state(String host) {
    return NAMESPACE + "/STATE/" + host;
  }

  /** Whose metrics they are, for people. */
  public String source() {
    return device.isEmpty() ? node.toString() : node + "/" + device;
  }
}
