package io.minewatch.ingest.source;

import io.minewatch.domain.wire.Envelope;
import io.minewatch.ingest.mqtt.LinkStats;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToLongFunction;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.SourceReaderMetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the slots of one subtask: emits each message at once, acknowledges it when a checkpoint
 * taken after it has completed. What was emitted and not acknowledged when the job fails is sent
 * again by the broker, which keeps the session; nothing is replayed from Flink's state.
 */
final class SlotReader implements SourceReader<Envelope, SlotSplit> {
  /**
   * Room in the inbox per message of the in-flight window: the window itself, and once more for
   * what comes again on a new connection while the old is still queued.
   */
  private static final int INBOX_WINDOWS = 2;

  private static final Logger LOG = LoggerFactory.getLogger(SlotReader.class);

  private static final long LOOK_MILLIS = 1_000;

  private final MqttSettings base;
  private final int rate;
  private final Clock clock;
  private final Inbox inbox = new Inbox();
  private final PendingAcks<Inbox.Arrival> pending = new PendingAcks<>();
  private final List<SlotLink> links = new CopyOnWriteArrayList<>();

  private long looked;

  /** By our clock; nothing before it is acknowledged later than this. */
  private volatile long completedMillis;

  SlotReader(MqttSettings base, int rate, Clock clock, SourceReaderMetricGroup metrics) {
    this.base = base;
    this.rate = rate;
    this.clock = clock;
    this.completedMillis = clock.millis();
    register(metrics);
  }

  private void register(SourceReaderMetricGroup metrics) {
    metrics.setPendingRecordsGauge(() -> (long) inbox.size());
    MetricGroup mqtt = metrics.addGroup("mqtt");
    mqtt.gauge("slots", (Gauge<Integer>) links::size);
    mqtt.gauge(
        "slots_connected",
        (Gauge<Long>) () -> links.stream().filter(SlotLink::isConnected).count());
    mqtt.gauge("window", (Gauge<Integer>) () -> links.size() * base.receiveMaximum());
    mqtt.gauge("unacknowledged", sum(LinkStats::unacknowledged));
    mqtt.gauge("received_total", sum(LinkStats::received));
    mqtt.gauge("acknowledged_total", sum(LinkStats::acknowledged));
    mqtt.gauge("stale_acks_total", sum(LinkStats::staleAcks));
    mqtt.gauge("reconnects_total", sum(LinkStats::reconnects));
    mqtt.gauge("sessions_lost_total", sum(LinkStats::sessionsLost));
    mqtt.gauge("taken_over_total", sum(LinkStats::takenOver));
    mqtt.gauge("inbox_refused_total", (Gauge<Long>) inbox::refused);
    mqtt.gauge(
        "checkpoint_age_seconds", (Gauge<Double>) () -> (clock.millis() - completedMillis) / 1e3);
    mqtt.gauge(
        "messages_per_second",
        (Gauge<Long>) () -> links.stream().mapToLong(link -> link.watch().perSecond()).sum());
    mqtt.gauge(
        "slots_full",
        (Gauge<Long>) () -> links.stream().filter(link -> link.watch().isFull()).count());
  }

  private Gauge<Long> sum(ToLongFunction<LinkStats> counter) {
    return () -> links.stream().map(SlotLink::stats).mapToLong(counter).sum();
  }

  @Override
  public void start() {}

  @Override
  public void addSplits(List<SlotSplit> splits) {
    for (SlotSplit split : splits) {
      inbox.widen(INBOX_WINDOWS * base.receiveMaximum());
      SlotWatch watch = new SlotWatch(split.splitId(), base.receiveMaximum(), rate);
      links.add(new SlotLink(base, split.slot(), inbox, watch, clock));
    }
  }

  @Override
  public InputStatus pollNext(ReaderOutput<Envelope> output) {
    Inbox.Arrival arrival = inbox.poll();
    if (arrival == null) {
      inbox.overrun().forEach(SlotLink::renew);
      lookNowAndThen(); // also while no checkpoint is made
      return InputStatus.NOTHING_AVAILABLE;
    }
    Envelope envelope = arrival.delivery().envelope();
    output.collect(envelope, envelope.receivedMillis());
    pending.emitted(arrival);
    return InputStatus.MORE_AVAILABLE;
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return inbox.available();
  }

  /** No splits: the enumerator deals them anew, see {@link SlotEnumerator}. */
  @Override
  public List<SlotSplit> snapshotState(long checkpoint) {
    look(clock.millis());
    pending.snapshot(checkpoint);
    return List.of();
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) {
    completedMillis = clock.millis();
    for (Inbox.Arrival arrival : pending.completed(checkpoint)) {
      arrival.from().acknowledge(arrival.delivery());
    }
  }

  /** Not at every message: what is watched for lasts ten seconds. */
  private void lookNowAndThen() {
    long now = clock.millis();
    if (now - looked >= LOOK_MILLIS || now < looked) {
      look(now);
    }
  }

  private void look(long now) {
    looked = now;
    for (SlotLink link : links) {
      LinkStats stats = link.stats();
      link.watch().look(now, stats.received(), stats.unacknowledged()).forEach(LOG::warn);
    }
  }

  @Override
  public void notifyNoMoreSplits() {}

  /** The sessions stay at the broker; the next reader takes them up. */
  @Override
  public void close() {
    List<SlotLink> closing = new ArrayList<>(links);
    links.clear();
    closing.parallelStream().forEach(SlotLink::close);
  }
}
