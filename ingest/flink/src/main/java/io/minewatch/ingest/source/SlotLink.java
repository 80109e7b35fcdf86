package io.minewatch.ingest.source;

import io.minewatch.ingest.mqtt.Delivery;
import io.minewatch.ingest.mqtt.LinkStats;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttListener;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.time.Clock;

/** The link of one slot, which puts everything into the reader's inbox. */
final class SlotLink implements MqttListener, AutoCloseable {
  private final Inbox inbox;
  private final SlotWatch watch;
  private final MqttLink link;
  private volatile long life;

  @SuppressWarnings("this-escape")
  SlotLink(MqttSettings base, MqttSlot slot, Inbox inbox, SlotWatch watch, Clock clock) {
    this.inbox = inbox;
    this.watch = watch;
    link = MqttLink.open(base.withClientId(slot.clientId()), slot.filters(), this, clock);
  }

  @Override
  public void onMessage(Delivery delivery) {
    inbox.put(new Inbox.Arrival(this, life, delivery));
  }

  @Override
  public void onConnected(boolean sessionPresent) {
    if (sessionPresent) {
      inbox.forget(this, life);
    }
  }

  /** Only the link's own thread comes here. */
  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate")
  public void onLost(Throwable cause) {
    life++;
  }

  void acknowledge(Delivery delivery) {
    link.acknowledge(delivery);
  }

  /**
   * Ends the connection for a new one, on which the broker sends again what is not acknowledged.
   */
  void renew() {
    link.renew();
  }

  SlotWatch watch() {
    return watch;
  }

  boolean isConnected() {
    return link.isConnected();
  }

  LinkStats stats() {
    return link.stats();
  }

  @Override
  public void close() {
    link.close();
  }
}
