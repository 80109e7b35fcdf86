package io.minewatch.ingest.station;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Outgoing;
import java.util.List;

/** Opens the lines of a mine's gateways. */
public interface Links {
  /**
   * Opens a line; returns at once and connects for itself.
   *
   * @param filters what to subscribe to
   * @param will what the broker says of the gateway when it is lost
   */
  GatewayLink open(MineCode mine, GatewayId gateway, List<String> filters, Outgoing will, Ear ear);

  /** What a gateway hears. Must not block. */
  interface Ear {
    /** The line is up; called anew after each loss. */
    void onConnected();

    void onMessage(Envelope message);
  }
}
