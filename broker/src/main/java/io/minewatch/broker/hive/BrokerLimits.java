package io.minewatch.broker.hive;

import java.time.Duration;

/**
 * What the broker holds at most. Refuses what is not positive, and windows beyond MQTT's packet
 * ids.
 *
 * @param queuedMessages messages kept for one session that is away or slow; beyond it the oldest
 *     are dropped, because a judge that comes back needs the present first and gateways resend what
 *     their receipts lack
 * @param subscriberWindow QoS 1 messages under way to one subscriber and not yet acknowledged. A
 *     job acknowledges once a checkpoint, so that its rate is at most this by checkpoint interval;
 *     HiveMQ's own default of 50 would be 50 messages a second
 * @param publisherWindow QoS 1 messages under way from one publisher and not yet acknowledged
 * @param packetBytes size of one MQTT packet, in bytes
 * @param connections clients connected at once
 * @param sessionExpiry how long the session of an absent client is kept
 */
public record BrokerLimits(
    int queuedMessages,
    int subscriberWindow,
    int publisherWindow,
    int packetBytes,
    int connections,
    Duration sessionExpiry) {
  /** One packet id each, of which there are 65,535. */
  private static final int MAX_WINDOW = 65_535;

  /** A third of them: beside what is under way, two polls may each hold ids for a whole window. */
  private static final int MAX_SUBSCRIBER_WINDOW = MAX_WINDOW / 3;

  /** What MQTT can say, in bytes. */
  private static final int MAX_PACKET_BYTES = 268_435_460;

  /** What MQTT can say, in seconds; all ones means for ever and is not offered. */
  private static final Duration MAX_EXPIRY = Duration.ofSeconds(4_294_967_294L);

  /** A province on one machine: days of sessions, minutes of full queues. */
  public static final BrokerLimits DEFAULT =
      new BrokerLimits(100_000, 20_000, 1_000, 4 * 1024 * 1024, 20_000, Duration.ofDays(7));

  public BrokerLimits {
    within("queued messages", queuedMessages, Integer.MAX_VALUE);
    within("subscriber window", subscriberWindow, MAX_SUBSCRIBER_WINDOW);
    within("publisher window", publisherWindow, MAX_WINDOW);
    within("packet bytes", packetBytes, MAX_PACKET_BYTES);
    within("connections", connections, Integer.MAX_VALUE);
    if (sessionExpiry.toSeconds() < 1 || sessionExpiry.compareTo(MAX_EXPIRY) > 0) {
      throw new IllegalArgumentException(
          "session expiry is 1 s to " + MAX_EXPIRY + ", was " + sessionExpiry);
    }
  }

  private static void within(String name, int value, int max) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException(name + " are 1 to " + max + ", were " + value);
    }
  }
}
