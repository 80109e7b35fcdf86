package io.minewatch.broker.hive;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.inject.Injector;
import com.hivemq.bootstrap.ClientConnection;
import com.hivemq.configuration.service.InternalConfigurations;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.mqtt.services.PublishPollService;
import com.hivemq.persistence.clientqueue.ClientQueuePersistence;
import com.hivemq.persistence.connection.ConnectionPersistence;
import com.hivemq.persistence.connection.ConnectionPersistenceImpl;
import io.netty.channel.Channel;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands new messages to subscribers that have not acknowledged the last ones yet.
 *
 * <p>HiveMQ CE 2025.5 looks into a subscriber's queue only when nothing is under way to it: on
 * connecting, when the first message enters an empty queue, and when the last acknowledgement has
 * come in. A job that acknowledges after its checkpoint would receive nothing from one checkpoint
 * to the next, and every alarm would be late by as much. So we look every {@link #PERIOD}, and
 * where a subscriber has messages under way, room in its window and more in its queue, have HiveMQ
 * poll. Its own window check still holds the subscriber's receive maximum.
 *
 * <p>This reaches into HiveMQ's inside, of the one version that we pin; {@code EmbeddedBrokerTest}
 * fails if it ceases to work.
 */
final class EagerDelivery implements AutoCloseable {
  /** What a message may wait at most; each look costs a walk over the connections. */
  private static final Duration PERIOD = Duration.ofMillis(10);

  private static final Logger LOG = LoggerFactory.getLogger(EagerDelivery.class);

  private final PublishPollService polls;
  private final ClientQueuePersistence queues;
  private final ConnectionPersistenceImpl connections;

  /** Clients whose queue we are asking about: one question at a time. */
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "broker-eager-delivery");
            thread.setDaemon(true);
            return thread;
          });

  private EagerDelivery(Injector inside) {
    this.polls = inside.getInstance(PublishPollService.class);
    this.queues = inside.getInstance(ClientQueuePersistence.class);
    this.connections = (ConnectionPersistenceImpl) inside.getInstance(ConnectionPersistence.class);
  }

  static EagerDelivery start(EmbeddedHiveMQ hive) {
    EagerDelivery delivery = new EagerDelivery(injector(hive));
    long period = PERIOD.toMillis();
    var unused =
        delivery.clockwork.scheduleWithFixedDelay(
            delivery::look, period, period, TimeUnit.MILLISECONDS);
    return delivery;
  }

  @Override
  public void close() {
    clockwork.shutdownNow();
  }

  private void look() {
    try {
      for (Map.Entry<String, ClientConnection> entry : connections.entries()) {
        ClientConnection connection = entry.getValue();
        if (hasRoom(connection) && asked.add(entry.getKey())) {
          ask(entry.getKey(), connection);
        }
      }
    } catch (RuntimeException e) {
      // Thrown out of here it would end the looking without a word.
      LOG.error("cannot look for waiting messages", e);
    }
  }

  private static boolean hasRoom(ClientConnection connection) {
    int underWay = underWay(connection);
    return underWay > 0
        && underWay
            < connection.getMaxInflightWindow(
                InternalConfigurations.MAX_INFLIGHT_WINDOW_SIZE_MESSAGES)
        && connection.isInFlightMessagesSent()
        && connection.getChannel().isActive();
  }

  private static int underWay(ClientConnection connection) {
    var count = connection.getInFlightMessageCount();
    return count == null ? 0 : count.get();
  }

  /** The size counts what is under way as well, and is told after all earlier polls are done. */
  private void ask(String client, ClientConnection connection) {
    Futures.addCallback(
        queues.size(client, false),
        new FutureCallback<Integer>() {
          @Override
          public void onSuccess(Integer size) {
            asked.remove(client);
            Channel channel = connection.getChannel();
            if (size > underWay(connection) && channel.isActive()) {
              // At once, so that the next question is answered after this poll: each poll holds as
              // many packet ids as the window is wide until it is done.
              polls.pollNewMessages(client, channel);
            }
          }

          @Override
          public void onFailure(Throwable cause) {
            asked.remove(client);
            LOG.error("cannot read the queue of {}", client, cause);
          }
        },
        MoreExecutors.directExecutor());
  }

  private static Injector injector(EmbeddedHiveMQ hive) {
    try {
      Method injector = hive.getClass().getDeclaredMethod("getInjector");
      injector.setAccessible(true);
      return (Injector) injector.invoke(hive);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this is not the HiveMQ that we know", e);
    }
  }
}
