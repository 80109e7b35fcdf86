package io.minewatch.ingest.station;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.script.Script;
import io.minewatch.ingest.world.ModelSettings;

/**
 * A simulated mine at the broker.
 *
 * @param gas the gateway of its monitoring system (安全监控), which brings the readings
 * @param tags the gateway of its positioning system (人员定位), which brings the positions
 */
public record StationSettings(
    MineCode mine, GatewayId gas, GatewayId tags, ModelSettings model, Script script) {
  public StationSettings {
    if (gas.equals(tags)) {
      throw new IllegalArgumentException("two gateways need two ids, both were " + gas);
    }
  }

  /** With the gateways {@code gw-gas} and {@code gw-tags}. */
  public static StationSettings of(MineCode mine, ModelSettings model, Script script) {
    return new StationSettings(
        mine, new GatewayId("gw-gas"), new GatewayId("gw-tags"), model, script);
  }
}
