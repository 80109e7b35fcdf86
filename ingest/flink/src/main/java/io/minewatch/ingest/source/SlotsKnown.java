package io.minewatch.ingest.source;

import java.util.List;

/**
 * What the enumerator remembers: the client ids that were in use, in order. A slot that is no
 * longer configured has a session at the broker which nobody reads.
 */
public record SlotsKnown(List<String> clientIds) {
  public SlotsKnown {
    clientIds = List.copyOf(clientIds);
  }
}
