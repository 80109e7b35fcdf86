package io.minewatch.ingest.source;

import org.apache.flink.api.connector.source.SourceSplit;

/** A slot as Flink's unit of work. It has no position: the broker keeps that. */
public record SlotSplit(MqttSlot slot) implements SourceSplit {
  @Override
  public String splitId() {
    return slot.clientId();
  }
}
