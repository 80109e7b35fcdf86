package io.minewatch.ingest.gateway.input;

import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.WireException;
import io.minewatch.ingest.gateway.kept.Entry;
import io.minewatch.ingest.gateway.message.WireMessage;
import io.minewatch.ingest.mqtt.Delivery;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttListener;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.ingest.sparkplug.message.Message;
import io.minewatch.ingest.sparkplug.message.NodeId;
import io.minewatch.ingest.sparkplug.message.SparkplugTopic;
import io.minewatch.ingest.sparkplug.node.EdgeNodes;
import io.minewatch.ingest.sparkplug.node.Outcome;
import io.minewatch.ingest.sparkplug.node.PointValue;
import io.minewatch.ingest.sparkplug.proto.SparkplugReader;
import io.minewatch.ingest.sparkplug.proto.SparkplugWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Edge nodes that speak Sparkplug B to a local broker. What they say becomes SenML of our own; an
 * edge node whose birth or whose count is missing is asked for a rebirth. Births and data come with
 * QoS 0: what is lost between the edge node and us is known by its count, and is gone.
 */
public final class SparkplugInput implements AutoCloseable {
  /** Messages under way that are not safe on disk yet; more are dropped, counted, and missed. */
  public static final int UNSAFE = 256;

  /** Readings in one of our messages. */
  private static final int READINGS = 1_000;

  private static final Duration FAREWELL_WITHIN = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(SparkplugInput.class);

  private final MqttLink link;
  private final Following following;

  private SparkplugInput(MqttLink link, Following following) {
    this.link = link;
    this.following = following;
  }

  /**
   * Listens; returns at once.
   *
   * @param inlet its steady clock says when a message came in and when an edge node died
   */
  public static SparkplugInput open(MqttSettings settings, SparkplugRules rules, Inlet inlet) {
    Clock clock = inlet.times().steady();
    Following following = new Following(rules, inlet);
    List<String> filters = rules.nodes().stream().flatMap(f -> f.subscriptions().stream()).toList();
    MqttSettings own = settings.withReceiveMaximum(UNSAFE);
    MqttLink link =
        MqttLink.open(
            rules.host().isEmpty()
                ? own
                : own.withWill(following.state(SparkplugWriter.Host.OFFLINE)),
            filters,
            following,
            clock);
    following.link.complete(link);
    return new SparkplugInput(link, following);
  }

  @Override
  public void close() {
    if (!following.rules.host().isEmpty()) {
      try {
        link.offer(following.state(SparkplugWriter.Host.OFFLINE))
            .get(FAREWELL_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException | TimeoutException e) {
        LOG.info("could not tell the edge nodes that we leave: {}", e.toString());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    link.close();
  }

  private static final class Following implements MqttListener {
    private final CompletableFuture<MqttLink> link = new CompletableFuture<>();
    private final AtomicInteger unsafe = new AtomicInteger();
    private final ReadingBatch batch = new ReadingBatch();
    private final EdgeNodes nodes;
    private final SparkplugRules rules;
    private final Inlet inlet;
    private final Clock clock;
    private final Instant since;

    Following(SparkplugRules rules, Inlet inlet) {
      this.rules = rules;
      this.inlet = inlet;
      this.clock = inlet.times().steady();
      nodes = new EdgeNodes(rules.names());
      since = clock.instant();
    }

    Outgoing state(SparkplugWriter.Host host) {
      return Outgoing.retained(
          SparkplugTopic.state(rules.host()),
          SparkplugWriter.state(host, since),
          ContentTypes.JSON);
    }

    @Override
    public synchronized void onConnected(boolean sessionPresent) {
      if (!rules.host().isEmpty()) {
        offer(state(SparkplugWriter.Host.ONLINE));
      }
      // What came while we were away had no one to hear it, deaths included.
      Instant now = clock.instant();
      Outcome doubted = nodes.doubt(rules.expected(), now);
      if (doubted.refusedMetrics() > 0) {
        inlet.keeper().refusedRecords(doubted.refusedMetrics()); // what waited for a birth
      }
      List<Entry> none = entries(doubted, now);
      if (!none.isEmpty()) {
        throw new IllegalStateException("a question has no readings");
      }
    }

    @Override
    public synchronized void onMessage(Delivery delivery) {
      String topic = delivery.envelope().topic();
      SparkplugTopic parsed = SparkplugTopic.parse(topic);
      if (parsed == null) {
        acknowledge(delivery); // a command, perhaps our own
        return;
      }
      if (unsafe.get() >= UNSAFE) {
        refuse(delivery.envelope(), "the disk does not keep up");
        acknowledge(delivery);
        return;
      }
      Instant now = clock.instant();
      List<Entry> entries;
      try {
        Message read = SparkplugReader.read(delivery.envelope().payload());
        Outcome outcome = nodes.take(parsed, read, now);
        refuse(delivery.envelope(), outcome);
        entries = entries(outcome, now);
      } catch (WireException e) {
        // The count will show that it is missing.
        refuse(delivery.envelope(), e.reason() + ": " + e.detail());
        acknowledge(delivery);
        return;
      }
      if (entries.isEmpty()) {
        acknowledge(delivery);
        return;
      }
      unsafe.incrementAndGet();
      var unused =
          inlet
              .keeper()
              .keep(entries, null)
              .whenComplete(
                  (done, failure) -> {
                    unsafe.decrementAndGet();
                    if (failure == null) {
                      acknowledge(delivery);
                    }
                  });
    }

    /** What is told once at a birth is counted each time, and kept with the birth alone. */
    private void refuse(Envelope message, Outcome outcome) {
      if (!outcome.refused().isEmpty()) {
        inlet
            .refused()
            .refuse(
                "edge node " + message.topic(),
                message.payload(),
                outcome.refusedMetrics(),
                outcome.refused());
      } else if (outcome.refusedMetrics() > 0) {
        inlet.keeper().refusedRecords(outcome.refusedMetrics());
      }
    }

    private void refuse(Envelope message, String why) {
      int metrics = SparkplugReader.metrics(message.payload());
      String from = "edge node " + message.topic();
      inlet.refused().refuse(from, message.payload(), metrics, List.of(why));
    }

    /** Carries out what was decided; the readings are returned, to be kept. */
    private List<Entry> entries(Outcome outcome, Instant now) {
      for (NodeId node : outcome.rebirths()) {
        LOG.info("asking the edge node {} for a rebirth", node);
        offer(Outgoing.event(SparkplugTopic.command(node), SparkplugWriter.rebirth(now), ""));
      }
      List<Entry> entries = new ArrayList<>();
      batch.clear();
      Lane lane = Lane.LIVE;
      for (PointValue value : outcome.values()) {
        if (batch.size() == READINGS || (value.lane() != lane && batch.size() > 0)) {
          entries.add(entry(lane, now));
        }
        lane = value.lane();
        batch.add(value.point(), value.value(), value.unit(), value.millis(), value.quality());
      }
      if (batch.size() > 0) {
        entries.add(entry(lane, now));
      }
      return entries;
    }

    private Entry entry(Lane lane, Instant now) {
      WireMessage message = inlet.payloads().readings(batch);
      Entry entry =
          lane == Lane.LIVE
              ? new Entry(message, now)
              : Entry.past(message, now, rules.backfillAge());
      batch.clear();
      return entry;
    }

    private void offer(Outgoing message) {
      var unused =
          link.thenCompose(opened -> opened.offer(message))
              .exceptionally(
                  e -> {
                    LOG.warn("could not send to {}: {}", message.topic(), e.toString());
                    return null;
                  });
    }

    private void acknowledge(Delivery delivery) {
      var unused = link.thenAccept(opened -> opened.acknowledge(delivery));
    }
  }
}
