package io.minewatch.ingest.mqtt;

import io.minewatch.domain.wire.Outgoing;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A program's line to the broker: stays up by itself, delivers messages in the broker's order,
 * acknowledges only what it is told to, and sends a message again until the broker has confirmed
 * it. At least once in both directions: what was under way when a connection ended comes, or goes,
 * again.
 */
public final class MqttLink implements AutoCloseable {
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

  private final MqttSettings settings;
  private final LinkStats.Counters counters = new LinkStats.Counters();
  private final Outbox outbox;
  private final Supervisor supervisor;
  private final Thread supervising;
  private final Thread carrying;

  /** The broker took a message and refused it, for instance because the topic is not ours. */
  public static final class PublishRefused extends Exception {
    private final int reasonCode;

    PublishRefused(String topic, int reasonCode) {
      super(String.format("the broker refused a message to %s: 0x%02x", topic, reasonCode));
      this.reasonCode = reasonCode;
    }

    /** The MQTT 5 reason code, 0x80 or above. */
    public int reasonCode() {
      return reasonCode;
    }
  }

  /** The connection to which a message was offered ended before it was confirmed, or was not up. */
  public static final class ConnectionLost extends Exception {
    ConnectionLost() {
      super("the connection ended before the broker confirmed", null, false, false);
    }
  }

  private MqttLink(
      MqttSettings settings, List<String> filters, MqttListener listener, Clock clock) {
    this.settings = settings;
    outbox = new Outbox(settings.publishWindow(), counters);
    supervisor = new Supervisor(settings, List.copyOf(filters), listener, clock, outbox, counters);
    supervising = thread(supervisor, "mqtt-link ");
    carrying = thread(outbox, "mqtt-outbox ");
  }

  private Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, name + settings.clientId());
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Starts a link and returns at once; it connects, subscribes and reconnects until closed. If the
   * broker still holds a session under this client id, filters of an earlier run that are not in
   * the list stay subscribed.
   *
   * @param filters what to subscribe to, QoS 1; empty for a link that only publishes
   * @param clock says when a message reached us
   */
  public static MqttLink open(
      MqttSettings settings, List<String> filters, MqttListener listener, Clock clock) {
    MqttLink link = new MqttLink(settings, filters, listener, clock);
    link.carrying.start();
    link.supervising.start();
    return link;
  }

  /**
   * Sends a message, in the order of the calls of one thread. Waits while the publish window is
   * full; what hangs on the returned future runs on a thread of the link and must not block.
   *
   * @return completes when the broker has confirmed; fails with {@link PublishRefused} if it
   *     refused, with {@link java.util.concurrent.CancellationException} if the link is closed
   *     before, with {@link InterruptedException} if the caller was interrupted while it waited
   * @throws java.util.concurrent.RejectedExecutionException if called from a thread of the link (a
   *     listener's) while the window is full
   */
  public CompletableFuture<Void> publish(Outgoing message) {
    Thread caller = Thread.currentThread();
    if (caller == supervising || caller == carrying || supervisor.isHearing(caller)) {
      return outbox.putNow(message);
    }
    try {
      return outbox.put(message);
    } catch (InterruptedException e) {
      caller.interrupt();
      return CompletableFuture.failedFuture(e);
    }
  }

  /**
   * Sends a message over the connection that is up now, or not at all: for a sender that decides
   * anew what to send after an outage. Never waits. Fails with {@link ConnectionLost} if there is
   * no connection or it ends unconfirmed (the broker may then have the message all the same), and
   * with {@link java.util.concurrent.RejectedExecutionException} if the publish window is full.
   */
  public CompletableFuture<Void> offer(Outgoing message) {
    return outbox.offer(message);
  }

  /**
   * Lets the broker forget a message. An acknowledgement whose connection is gone is dropped and
   * counted: the broker sends the message again.
   */
  public void acknowledge(Delivery delivery) {
    supervisor.acknowledge(delivery);
  }

  /**
   * Ends the connection that is up and makes a new one: the broker sends again what was not
   * acknowledged, and what was not confirmed to us goes again. Returns at once.
   */
  public void renew() {
    supervisor.renew();
  }

  /** Connected and subscribed now. */
  public boolean isConnected() {
    return supervisor.isConnected();
  }

  public LinkStats stats() {
    return counters.read(supervisor.unacknowledged(), outbox.unconfirmed());
  }

  /**
   * Says farewell to the broker, which keeps the session, and ends the link's threads. What was not
   * confirmed fails. Waits for the end, at most ten seconds, unless called from a listener.
   */
  @Override
  public void close() {
    outbox.close();
    supervisor.close();
    Thread caller = Thread.currentThread();
    if (caller == supervising || caller == carrying || supervisor.isHearing(caller)) {
      return;
    }
    try {
      supervising.join(CLOSE_LIMIT.toMillis());
      carrying.join(CLOSE_LIMIT.toMillis());
    } catch (InterruptedException e) {
      caller.interrupt();
    }
  }

  @Override
  public String toString() {
    return settings.toString();
  }
}
