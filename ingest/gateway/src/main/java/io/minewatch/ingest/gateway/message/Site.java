package io.minewatch.ingest.gateway.message;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Topic;

/** Who we are: one gateway of one mine. */
public record Site(MineCode mine, GatewayId gateway) {
  public Topic topic(Topic.Kind kind) {
    return Topic.of(kind, mine, gateway);
  }

  @Override
  public String toString() {
    return mine + "/" + gateway;
  }
}
