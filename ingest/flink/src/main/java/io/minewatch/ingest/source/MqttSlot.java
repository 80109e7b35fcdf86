package io.minewatch.ingest.source;

import java.io.Serializable;
import java.util.List;

/**
 * One stable place at the broker: a client id, whose session outlives jobs and processes, and what
 * it subscribes to. A mine's topics belong to one slot, so that the order of a gateway holds.
 */
public record MqttSlot(String clientId, List<String> filters) implements Serializable {
  public MqttSlot {
    filters = List.copyOf(filters);
    if (clientId.isBlank()) {
      throw new IllegalArgumentException("a slot needs a client id");
    }
    if (filters.isEmpty()) {
      throw new IllegalArgumentException("the slot " + clientId + " subscribes to nothing");
    }
  }
}
