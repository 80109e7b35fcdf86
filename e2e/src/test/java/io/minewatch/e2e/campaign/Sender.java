package io.minewatch.e2e.campaign;

import io.minewatch.domain.feed.Receipt;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Samples;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.ingest.mqtt.Delivery;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A gateway as it should be: keeps each message until the receipts of both jobs cover it, sends
 * again what they do not cover for too long, and forgets for good what both cover. Every message
 * holds an excursion of its own, its beginning and its end: whoever judges it must find that one.
 */
final class Sender implements AutoCloseable {
  static final String POINT = "T1-0101";

  private static final GatewayId ID = new GatewayId(Samples.GATEWAY);
  private static final Topic READINGS = Topic.of(Topic.Kind.READINGS, Works.MINE, ID);
  private static final List<String> RECEIPTS =
      List.of(
          Topic.of(Topic.Kind.RECEIPT_JUDGED, Works.MINE, ID).toString(),
          Topic.of(Topic.Kind.RECEIPT_KEPT, Works.MINE, ID).toString());
  private static final String SESSION = "campaign";
  private static final long BEAT_MILLIS = 50;

  /** Longer than a receipt takes; what is older is sent again, so often, until it is covered. */
  private static final long PATIENCE_MILLIS = 12_000;

  /** The rate of the backlog: in one look, once a second. */
  private static final int MOST_AGAIN = 200;

  /** Live messages while the broker is away; nothing here may wait, for receipts come between. */
  private static final int ROOM = 50_000;

  private final Clock clock = Clock.systemUTC();
  private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor();
  private final TreeMap<Long, Kept> kept = new TreeMap<>();
  private final List<Instant> onsets = new ArrayList<>();
  private final List<String> takenBack = new ArrayList<>();
  private final CompletableFuture<MqttLink> line = new CompletableFuture<>();
  private final List<Long> measured = new ArrayList<>();
  private final Map<String, Covered> covered = new TreeMap<>();
  private long lastMillis;
  private long sequence;
  private long again;
  private boolean sending = true;

  /** What the newest receipt of one job covers. */
  private record Covered(BitSet numbers, Instant at) {}

  private static final class Kept {
    final byte[] payload;
    long sentAt;

    Kept(byte[] payload, long sentAt) {
      this.payload = payload;
      this.sentAt = sentAt;
    }
  }

  Sender(MqttSettings settings) {
    MqttSettings roomy = settings.withPublishWindow(ROOM);
    line.complete(MqttLink.open(roomy, RECEIPTS, this::onReceipt, clock));
    var unused =
        beats.scheduleAtFixedRate(this::beat, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    var unusedToo = beats.scheduleAtFixedRate(this::sendAgain, 1, 1, TimeUnit.SECONDS);
  }

  private synchronized void beat() {
    if (!sending) {
      return;
    }
    long now = Math.max(clock.millis(), lastMillis + 2); // each reading has a time of its own
    lastMillis = now;
    ReadingBatch batch = new ReadingBatch();
    measured.add(now);
    batch.add(POINT, 1.2, "%CH4", now, Quality.GOOD);
    measured.add(now + 1);
    batch.add(POINT, 0.2, "%CH4", now + 1, Quality.GOOD);
    onsets.add(Instant.ofEpochMilli(now));
    byte[] payload = Senml.writeJson(READINGS, batch);
    kept.put(sequence, new Kept(payload, now));
    publish(sequence++, payload, Lane.LIVE);
  }

  private synchronized void sendAgain() {
    if (!line.join().isConnected()) {
      return;
    }
    long now = clock.millis();
    int sent = 0;
    for (Map.Entry<Long, Kept> each : kept.entrySet()) {
      if (sent < MOST_AGAIN && now - each.getValue().sentAt > PATIENCE_MILLIS) {
        each.getValue().sentAt = now;
        publish(each.getKey(), each.getValue().payload, Lane.BACKFILL);
        sent++;
      }
    }
    again += sent;
  }

  private void publish(long number, byte[] payload, Lane lane) {
    var unused =
        line.join()
            .publish(
                Outgoing.numbered(
                    READINGS.toString(), payload, ContentTypes.SENML_JSON, SESSION, number, lane));
  }

  private void onReceipt(Delivery delivery) {
    try {
      Receipt receipt = Messages.read(delivery.envelope().payload(), Receipt.class);
      take(delivery.envelope().topic(), receipt);
    } catch (WireException e) {
      synchronized (this) {
        takenBack.add("unreadable: " + e.detail());
      }
    }
    var unused = line.thenAccept(link -> link.acknowledge(delivery));
  }

  private synchronized void take(String whose, Receipt receipt) {
    Covered before = covered.getOrDefault(whose, new Covered(new BitSet(), Instant.EPOCH));
    if (!receipt.session().equals(SESSION) || receipt.at().isBefore(before.at())) {
      return;
    }
    BitSet now = new BitSet();
    now.set(0, (int) receipt.through() + 1);
    for (Receipt.Gap gap : receipt.gaps()) {
      now.clear((int) gap.from(), (int) gap.to() + 1);
    }
    BitSet lost = (BitSet) before.numbers().clone();
    lost.andNot(now);
    if (!lost.isEmpty()) {
      takenBack.add(whose + " at " + receipt.at() + " no more covered: " + lost);
    }
    covered.put(whose, new Covered(now, receipt.at()));
    if (covered.size() == RECEIPTS.size()) {
      kept.keySet()
          .removeIf(n -> covered.values().stream().allMatch(c -> c.numbers().get((int) (long) n)));
    }
  }

  /** No new messages from now on; the backlog goes on. */
  synchronized void finish() {
    sending = false;
  }

  synchronized int uncovered() {
    return kept.size();
  }

  synchronized long messages() {
    return sequence;
  }

  synchronized long sentAgain() {
    return again;
  }

  /** Measured times at which the excursions of the messages begin. */
  synchronized List<Instant> onsets() {
    return List.copyOf(onsets);
  }

  /** Measured times of all readings, ascending. */
  synchronized List<Long> measured() {
    return List.copyOf(measured);
  }

  /** Receipts that did not cover what an earlier one did. */
  synchronized List<String> takenBack() {
    return List.copyOf(takenBack);
  }

  @Override
  public void close() {
    beats.shutdownNow();
    line.join().close();
  }
}
