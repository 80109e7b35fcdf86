package io.minewatch.ingest.station;

import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.domain.withdrawal.OrderBook;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known underground: the newest plan and the newest order book of one mine. */
final class Pit implements Consumer<Envelope> {
  private static final Logger LOG = LoggerFactory.getLogger(Pit.class);

  private final MineCode mine;
  private final AtomicReference<@Nullable Plan> plan = new AtomicReference<>();
  private final AtomicReference<@Nullable OrderBook> orders = new AtomicReference<>();

  Pit(MineCode mine) {
    this.mine = mine;
  }

  @Nullable Plan plan() {
    return plan.get();
  }

  @Nullable OrderBook orders() {
    return orders.get();
  }

  @Override
  public void accept(Envelope message) {
    Topic topic = Topic.parse(message.topic());
    if (topic == null || !topic.mine().equals(mine) || message.payload().length == 0) {
      return; // an empty payload clears a retained message; what we know stays
    }
    try {
      if (topic.kind() == Topic.Kind.PLAN) {
        Plan newer = Messages.read(message.payload(), Plan.class);
        plan.updateAndGet(old -> old != null && old.version() > newer.version() ? old : newer);
      } else if (topic.kind() == Topic.Kind.ORDERS) {
        OrderBook newer = Messages.read(message.payload(), OrderBook.class);
        orders.updateAndGet(old -> old != null && old.version() > newer.version() ? old : newer);
      }
    } catch (WireException e) {
      LOG.warn("mine {} cannot read {}: {}", mine, message.topic(), e.getMessage());
    }
  }
}
