package io.minewatch.ingest.gateway.input;

/** An MQTT topic filter, with {@code +} for one level and {@code #} for all that follow. Pure. */
public record TopicFilter(String text) {
  public TopicFilter {
    String[] levels = text.split("/", -1);
    for (int i = 0; i < levels.length; i++) {
      boolean wild = levels[i].equals("+") || (levels[i].equals("#") && i == levels.length - 1);
      boolean plain = !levels[i].contains("+") && !levels[i].contains("#");
      if (text.isEmpty() || !(wild || plain)) {
        throw new IllegalArgumentException("'" + text + "' is no topic filter");
      }
    }
  }

  /** Whether a message on this topic is meant. */
  public boolean matches(String topic) {
    String[] wanted = text.split("/", -1);
    String[] levels = topic.split("/", -1);
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].equals("#")) {
        return true;
      }
      if (i >= levels.length || !(wanted[i].equals("+") || wanted[i].equals(levels[i]))) {
        return false;
      }
    }
    return wanted.length == levels.length;
  }

  @Override
  public String toString() {
    return text;
  }
}
