package io.minewatch.ingest.mqtt;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one link up: makes a connection, subscribes, watches it, gives it up when it is dead, waits
 * a little, and makes a new one with a new Paho client, until closed. All of it on its own thread;
 * Paho's threads only hand over.
 */
final class Supervisor implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

  /** How often a connection is looked at that does not say itself that it is dead. */
  private static final long WATCH_MILLIS = 1_000;

  private final MqttSettings settings;
  private final List<String> filters;
  private final MqttListener listener;
  private final Clock clock;
  private final Outbox outbox;
  private final LinkStats.Counters counters;
  private final Patience patience;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable Line current;
  private volatile boolean up;
  private volatile @Nullable Thread hearing;
  private long epoch;
  private boolean subscribed;

  /** A connection and its number; an acknowledgement is good only for the one it came over. */
  private record Line(long epoch, Connection connection, AtomicLong unacknowledged) {}

  Supervisor(
      MqttSettings settings,
      List<String> filters,
      MqttListener listener,
      Clock clock,
      Outbox outbox,
      LinkStats.Counters counters) {
    this.settings = settings;
    this.filters = filters;
    this.listener = listener;
    this.clock = clock;
    this.outbox = outbox;
    this.counters = counters;
    this.patience = new Patience(settings, counters);
  }

  @Override
  public void run() {
    while (!isClosing()) {
      long began = System.nanoTime();
      Throwable cause = liveOnce();
      if (!isClosing()) {
        counters.losses.increment();
        LOG.warn("{} lost its connection: {}", settings, cause.toString());
        tell(() -> listener.onLost(cause));
        Duration lived = Duration.ofNanos(System.nanoTime() - began);
        pause(patience.after(cause, lived, ThreadLocalRandom.current().nextDouble()));
      }
    }
  }

  /** One connection from its making to its end; returns why it ended. */
  private Throwable liveOnce() {
    Connection connection = null;
    try {
      long number = ++epoch;
      AtomicLong unacknowledged = new AtomicLong();
      connection =
          new Connection(settings, (topic, m) -> arrived(number, unacknowledged, topic, m));
      current = new Line(number, connection, unacknowledged);
      if (isClosing()) {
        return closed();
      }
      connection.connect();
      subscribe(connection);
      counters.connects.increment();
      up = true;
      outbox.attach(connection);
      boolean present = connection.sessionPresent();
      LOG.info("{} is connected, session {}", settings, present ? "resumed" : "new");
      tell(() -> listener.onConnected(present));
      return watch(connection);
    } catch (MqttException | IOException e) {
      return e;
    } catch (RuntimeException e) {
      LOG.error("{} failed in a way it should not", settings, e);
      return e;
    } finally {
      boolean wasUp = up;
      up = false;
      current = null;
      outbox.detach();
      if (connection != null && isClosing() && wasUp) {
        connection.leave();
      } else if (connection != null) {
        connection.discard();
      }
    }
  }

  /** Each time: a broker may lose our session, or keep it without its subscriptions. */
  private void subscribe(Connection connection) throws MqttException {
    if (subscribed) {
      counters.sessionsLost.add(connection.sessionPresent() ? 0 : 1);
      connection.subscribeAgain(filters);
    } else {
      connection.subscribe(filters);
      subscribed = true;
    }
  }

  private Throwable watch(Connection connection) {
    while (!isClosing()) {
      try {
        return connection.lost().get(WATCH_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (!connection.isAlive()) {
          return new IOException("the connection ended without a word", e);
        }
        long stalled = outbox.oldestNanos(System.nanoTime());
        if (stalled > settings.timing().confirm().toNanos()) {
          return new IOException("no confirmation for " + Duration.ofNanos(stalled), e);
        }
      } catch (ExecutionException e) {
        return e;
      } catch (InterruptedException e) {
        closing.countDown();
      }
    }
    return closed();
  }

  private void arrived(long number, AtomicLong unacknowledged, String topic, MqttMessage message) {
    Line line = current;
    if (line == null || line.epoch() != number) {
      return; // a connection already given up: the broker sends it again
    }
    hearing = Thread.currentThread();
    counters.received.increment();
    int packetId = message.getQos() == 0 ? 0 : message.getId();
    if (packetId != 0) {
      unacknowledged.incrementAndGet();
    }
    Delivery delivery =
        new Delivery(PahoMessages.read(topic, message, clock.millis()), number, packetId);
    tell(() -> listener.onMessage(delivery));
  }

  void acknowledge(Delivery delivery) {
    Line line = current;
    if (line == null || line.epoch() != delivery.epoch()) {
      counters.staleAcks.increment();
      return;
    }
    if (delivery.packetId() == 0) {
      return;
    }
    try {
      line.connection().acknowledge(delivery.packetId());
      line.unacknowledged().decrementAndGet();
      counters.acknowledged.increment();
    } catch (MqttException | RuntimeException e) { // Paho drops its parts when a connection ends
      counters.staleAcks.increment();
      LOG.debug("an acknowledgement of {} came too late: {}", settings, e.toString());
    }
  }

  boolean isConnected() {
    Line line = current;
    return up && line != null && line.connection().isAlive();
  }

  long unacknowledged() {
    Line line = current;
    return line == null ? 0 : line.unacknowledged().get();
  }

  /** Whether this is a thread on which nothing may wait. */
  boolean isHearing(Thread thread) {
    return thread == hearing;
  }

  /** Ends the connection that is up; another follows unless closed. Returns at once. */
  void renew() {
    Line line = current;
    if (line != null && up) {
      line.connection().giveUp(closed());
    }
  }

  /** Lets the thread end; returns at once. */
  void close() {
    closing.countDown();
    Line line = current;
    if (line != null && !up) {
      line.connection().cut();
    }
    renew();
  }

  private static MqttException closed() {
    return new MqttException(MqttClientException.REASON_CODE_CLIENT_CLOSED);
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void pause(Duration delay) {
    try {
      closing.await(delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closing.countDown();
    }
  }

  private void tell(Runnable news) {
    try {
      news.run();
    } catch (RuntimeException e) {
      counters.listenerErrors.increment();
      LOG.error("the listener of {} threw", settings, e);
    }
  }
}
