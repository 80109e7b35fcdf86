package io.minewatch.alerting.bus;

import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.journal.OutboxRows;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Outgoing;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what the outbox holds and marks it sent once the broker has confirmed. Killed in
 * between, it publishes again: the messages are retained and carry their version.
 */
public final class OutboxPublisher {
  private static final int BATCH = 100;
  private static final long CONFIRM_SECONDS = 10;
  private static final Logger LOG = LoggerFactory.getLogger(OutboxPublisher.class);
  private final Store store;
  private final Bus bus;

  public OutboxPublisher(Store store, Bus bus) {
    this.store = store;
    this.bus = bus;
  }

  /** One round; waits for the broker. Answers how many messages were sent. */
  public int round() throws InterruptedException {
    int sent = 0;
    for (OutboxRows.Retained message : store.outbox().unsent(BATCH)) {
      Outgoing outgoing =
          Outgoing.retained(
              message.topic(),
              message.payload().getBytes(StandardCharsets.UTF_8),
              ContentTypes.JSON);
      try {
        bus.publish(outgoing).get(CONFIRM_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        LOG.warn("{} version {} not confirmed yet", message.topic(), message.version(), e);
        return sent;
      }
      store
          .database()
          .write(
              () -> {
                store.outbox().sent(message);
                return true;
              });
      sent++;
    }
    return sent;
  }
}
