package io.minewatch.alerting.bus;

import io.micrometer.core.instrument.MeterRegistry;
import io.minewatch.alerting.desk.IncidentDesk;
import io.minewatch.domain.feed.CallReceipt;
import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.KeptRoots;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.domain.withdrawal.Muster;
import io.minewatch.domain.withdrawal.OrderReceipt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages off the broker's threads: findings to the {@link Intake}, in a lane for each mine,
 * which acknowledges them after their commit; the rest, of which the next is soon to come, one
 * after the other. A live message that cannot be read is counted by reason and logged.
 */
public final class Inbox implements Bus.Receiver, AutoCloseable {
  /** Live messages that wait; beyond it the newest is dropped and counted, the next comes soon. */
  private static final int LIVE_WAITING = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  private final IncidentDesk desk;
  private final Latest latest;
  private final Consumer<Object> seen;
  private final MeterRegistry meters;
  private final Lanes<Intake.Pending> findings;
  private final BlockingQueue<Envelope> live = new ArrayBlockingQueue<>(LIVE_WAITING);
  private final ReadingBatch batch = new ReadingBatch();
  private final Thread liveThread = new Thread(this::workLive, "alerting-live");

  /**
   * Makes an inbox.
   *
   * @param seen hears every summary, head count, data root and receipt of a call that was taken
   */
  public Inbox(
      Intake intake,
      IncidentDesk desk,
      Latest latest,
      Consumer<Object> seen,
      MeterRegistry meters) {
    this.findings = new Lanes<>("alerting-findings", intake::work);
    this.desk = desk;
    this.latest = latest;
    this.seen = seen;
    this.meters = meters;
    liveThread.setDaemon(true);
  }

  public void start() {
    liveThread.start();
  }

  @Override
  public void durable(Envelope message, Runnable acknowledge) {
    findings.add(Topic.mineOf(message.topic()), new Intake.Pending(message, acknowledge));
  }

  @Override
  public void live(Envelope message) {
    if (!live.offer(message)) {
      meters.counter("minewatch.alerting.live.dropped").increment();
    }
  }

  private void workLive() {
    try {
      while (true) {
        Envelope next = live.take();
        try {
          show(next);
        } catch (WireException e) {
          refused(next, e.reason().name(), e.detail());
        } catch (RuntimeException e) {
          LOG.error(
              "a message on {} could not be worked; the next is soon to come", next.topic(), e);
          meters.counter("minewatch.alerting.live.failed").increment();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  private void show(Envelope message) throws WireException {
    Topic topic = Topic.parse(message.topic());
    if (topic == null) {
      refused(message, "WRONG_TOPIC", "no topic of ours");
      return;
    }
    switch (topic.kind()) {
      case READINGS -> {
        Senml.read(message, topic, batch);
        latest.readings(topic.mine(), batch, message.lane(), message.receivedMillis());
      }
      case MUSTER -> {
        Muster muster = Messages.read(message.payload(), Muster.class);
        latest.muster(muster);
        desk.muster(muster);
        seen.accept(muster);
      }
      case SUMMARY -> {
        Summary summary = Messages.read(message.payload(), Summary.class);
        latest.summary(summary);
        seen.accept(summary);
      }
      case STATUS -> status(message, topic);
      case DATA_ROOTS -> {
        KeptRoots roots = Messages.read(message.payload(), KeptRoots.class);
        if (roots.mine().equals(topic.mine())) {
          seen.accept(roots);
        } else {
          refused(message, "WRONG_TOPIC", "the roots name mine " + roots.mine());
        }
      }
      case CALLS_RECEIPT ->
          seen.accept(
              new CallHeard(topic.mine(), Messages.read(message.payload(), CallReceipt.class)));
      case ORDERS_RECEIPT -> {
        OrderReceipt receipt = Messages.read(message.payload(), OrderReceipt.class);
        if (receipt.mine().equals(topic.mine())) {
          desk.receipt(receipt);
        } else {
          refused(message, "WRONG_TOPIC", "the receipt names mine " + receipt.mine());
        }
      }
      default -> refused(message, "WRONG_TOPIC", "not subscribed");
    }
  }

  /** An empty one was taken back: the last that was said stands. */
  private void status(Envelope message, Topic topic) throws WireException {
    if (message.payload().length > 0) {
      GatewayStatus status = Messages.read(message.payload(), GatewayStatus.class);
      if (status.mine().equals(topic.mine()) && status.gateway().equals(topic.gateway())) {
        latest.status(status);
      } else {
        refused(message, "WRONG_TOPIC", "it is of " + status.mine() + " " + status.gateway());
      }
    }
  }

  private void refused(Envelope message, String reason, String detail) {
    meters.counter("minewatch.alerting.refused", "reason", reason).increment();
    LOG.warn("refused a message on {}: {} {}", message.topic(), reason, detail);
  }

  @Override
  public void close() {
    findings.close();
    liveThread.interrupt();
  }
}
