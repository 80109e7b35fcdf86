package io.minewatch.e2e.kill;

import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Positions;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A gateway of the mine: sends the methane of its points four times a second and the positions of
 * its people once a second, whoever listens, and remembers what it sent.
 */
final class FieldGateway implements AutoCloseable {
  static final GatewayId ID = new GatewayId("gw-1");

  private static final long BEAT_MILLIS = 250;
  private static final int POSITIONS_EVERY = 4;

  /** One reading as it went out; the time is measured time. */
  record Sent(Instant at, String point, double value) {}

  /** Where somebody is; outside without a zone. */
  private record Place(@Nullable String zone, Instant since) {}

  private final Clock clock = Clock.systemUTC();
  private final MqttLink link;
  private final Topic readings = Topic.of(Topic.Kind.READINGS, Plant.MINE, ID);
  private final Topic positions = Topic.of(Topic.Kind.POSITIONS, Plant.MINE, ID);
  private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor();
  private final Map<String, Double> values = new TreeMap<>();
  private final Map<String, Place> people = new TreeMap<>();
  private final List<Sent> sent = new ArrayList<>();
  private CompletableFuture<Void> confirmed = CompletableFuture.completedFuture(null);
  private long sequence;
  private long lastMillis;
  private long beat;

  /** Opens the line and begins to send. */
  FieldGateway(MqttSettings line, Map<String, Double> values, List<String> people, String zone) {
    this.link = MqttLink.open(line, List.of(), delivery -> {}, clock);
    this.values.putAll(values);
    people.forEach(card -> this.people.put(card, new Place(zone, clock.instant())));
    var unused = beats.scheduleAtFixedRate(this::beat, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
  }

  private synchronized void beat() {
    sendReadings();
    if (beat++ % POSITIONS_EVERY == 0 && !people.isEmpty()) {
      sendPositions();
    }
  }

  /** From now on the point measures this; sent at once. Returns the measured time. */
  synchronized Instant measure(String point, double value) {
    values.put(point, value);
    return sendReadings();
  }

  /** A person walks into another zone; sent at once. */
  synchronized void walk(String card, String zone) {
    people.put(card, new Place(zone, clock.instant()));
    sendPositions();
  }

  /** A person leaves the mine; sent at once, and again as long as this runs. */
  synchronized void leave(String card) {
    people.put(card, new Place(null, clock.instant()));
    sendPositions();
  }

  private Instant sendReadings() {
    long at = now();
    ReadingBatch batch = new ReadingBatch();
    values.forEach(
        (point, value) -> {
          batch.add(point, value, Measure.METHANE.wireUnit(), at, Quality.GOOD);
          sent.add(new Sent(Instant.ofEpochMilli(at), point, value));
        });
    send(readings, Senml.writeJson(readings, batch), ContentTypes.SENML_JSON);
    return Instant.ofEpochMilli(at);
  }

  private void sendPositions() {
    Instant at = Instant.ofEpochMilli(now());
    List<Fix> fixes = new ArrayList<>();
    people.forEach((card, place) -> fixes.add(fix(card, place, at)));
    send(positions, Positions.write(fixes), ContentTypes.JSON);
  }

  private static Fix fix(String card, Place place, Instant at) {
    String zone = place.zone();
    return new Fix(
        new CardId(card),
        at,
        zone != null,
        zone == null ? null : new ZoneId(zone),
        zone == null ? null : place.since(),
        "",
        0,
        false,
        false);
  }

  private void send(Topic topic, byte[] payload, String contentType) {
    Outgoing message =
        Outgoing.numbered(
            topic.toString(), payload, contentType, "session-1", sequence++, Lane.LIVE);
    CompletableFuture<Void> one = link.publish(message);
    confirmed = confirmed.thenCombine(one, (before, now) -> null);
  }

  /** No two messages are of one millisecond, so that each reading has a time of its own. */
  private long now() {
    lastMillis = Math.max(lastMillis + 1, clock.millis());
    return lastMillis;
  }

  /** How many messages went out so far. */
  synchronized long messages() {
    return sequence;
  }

  /** Every reading so far, in the order of measured time. */
  synchronized List<Sent> sent() {
    return List.copyOf(sent);
  }

  /** Ends the sending; returns when the broker has confirmed all of it. */
  void finish() throws InterruptedException {
    beats.shutdown(); // a beat under way is not interrupted: its message has its number already
    if (!beats.awaitTermination(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("a beat does not end");
    }
    CompletableFuture<Void> all;
    synchronized (this) {
      all = confirmed;
    }
    all.orTimeout(30, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    beats.shutdown();
    link.close();
  }
}
