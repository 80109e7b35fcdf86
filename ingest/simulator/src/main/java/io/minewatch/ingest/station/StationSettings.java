package io.minewatch.ingest.station;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.script.Script;
import io.minewatch.ingest.world.ModelSettings;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;

/**
 * A simulated mine at the broker.
 *
 * @param gateways one for each stream
 */
public record StationSettings(
    MineCode mine, Map<Stream, GatewayId> gateways, ModelSettings model, Script script) {
  public StationSettings {
    gateways = Map.copyOf(gateways);
    if (gateways.size() < Stream.values().length
        || new HashSet<>(gateways.values()).size() < gateways.size()) {
      throw new IllegalArgumentException("each stream needs a gateway of its own, was " + gateways);
    }
  }

  /** With the usual gateways. */
  public static StationSettings of(MineCode mine, ModelSettings model, Script script) {
    Map<Stream, GatewayId> gateways = new EnumMap<>(Stream.class);
    for (Stream stream : Stream.values()) {
      gateways.put(stream, new GatewayId(stream.gateway()));
    }
    return new StationSettings(mine, gateways, model, script);
  }

  GatewayId gateway(Stream stream) {
    GatewayId id = gateways.get(stream);
    if (id == null) {
      throw new IllegalStateException("no gateway for " + stream); // refused when made
    }
    return id;
  }
}
