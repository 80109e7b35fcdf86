package io.minewatch.ingest.mqtt;

/** What a program hears from its link. Nothing here may block: hand over to a queue and return. */
public interface MqttListener {
  /**
   * One message, in the broker's order. It stays unacknowledged until {@link MqttLink#acknowledge}.
   * May come before {@link #onConnected}. A message whose listener throws is not acknowledged and
   * comes again with the next connection.
   */
  void onMessage(Delivery delivery);

  /**
   * The link is up and subscribed.
   *
   * @param sessionPresent false if the broker knew nothing of us: what it should have kept is lost
   */
  default void onConnected(boolean sessionPresent) {}

  /** The connection ended, or could not be made; the link goes on trying. */
  default void onLost(Throwable cause) {}
}
