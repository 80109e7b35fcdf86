package io.minewatch.alerting.bus;

import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.journal.OutboxRows;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Outgoing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
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
  private static final Duration CONFIRM = Duration.ofSeconds(10);

  /** A round takes no longer, however slowly the broker confirms; then the next begins. */
  public static final Duration LONGEST_ROUND = CONFIRM.multipliedBy(BATCH);

  private static final Logger LOG = LoggerFactory.getLogger(OutboxPublisher.class);
  private final Store store;
  private final Bus bus;
  private final Duration confirm;

  /** By topic. The bus keeps on sending what is here: it is not handed over a second time. */
  private final Map<String, Sending> underWay = new HashMap<>();

  private record Sending(long version, CompletableFuture<Void> confirmed) {}

  public OutboxPublisher(Store store, Bus bus) {
    this(store, bus, CONFIRM);
  }

  /**
   * With another patience.
   *
   * @param confirm how long a round waits for the broker's confirmation of one message
   */
  OutboxPublisher(Store store, Bus bus, Duration confirm) {
    this.store = store;
    this.bus = bus;
    this.confirm = confirm;
  }

  /** One round; waits for the broker. Answers how many messages were sent. */
  public int round() throws InterruptedException {
    int sent = 0;
    for (OutboxRows.Retained message : store.outbox().unsent(BATCH)) {
      try {
        publish(message).get(confirm.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        LOG.warn("{} version {} not confirmed yet", message.topic(), message.version());
        return sent;
      } catch (ExecutionException | CancellationException e) { // refused; or the line was given up
        underWay.remove(message.topic());
        LOG.warn("{} version {} not taken, tried again", message.topic(), message.version(), e);
        continue; // what the broker refuses must not hold back another mine's order
      }
      underWay.remove(message.topic());
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

  private CompletableFuture<Void> publish(OutboxRows.Retained message) {
    Sending before = underWay.get(message.topic());
    if (before != null && before.version() == message.version()) {
      return before.confirmed();
    }
    Outgoing outgoing =
        Outgoing.retained(
            message.topic(), message.payload().getBytes(StandardCharsets.UTF_8), ContentTypes.JSON);
    Sending now = new Sending(message.version(), bus.publish(outgoing));
    underWay.put(message.topic(), now);
    return now.confirmed();
  }
}
