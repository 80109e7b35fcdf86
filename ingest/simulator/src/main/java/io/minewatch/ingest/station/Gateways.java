package io.minewatch.ingest.station;

import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.ingest.simulator.Reading;
import io.minewatch.ingest.simulator.Tick;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateways of one simulated mine: each says what its own system sees of a step. */
final class Gateways {
  private static final Logger LOG = LoggerFactory.getLogger(Gateways.class);

  private final StationSettings settings;
  private final Links links;
  private final Gateway.Promise promise;
  private final Punctuality punctuality;
  private final Map<Stream, Gateway> gateways = new EnumMap<>(Stream.class);
  private final Map<Stream, ReadingBatch> batches = new EnumMap<>(Stream.class);
  private Map<PointId, Stream> streams = Map.of();
  private String session = "";

  Gateways(
      StationSettings settings, Links links, Gateway.Promise promise, Punctuality punctuality) {
    this.settings = settings;
    this.links = links;
    this.promise = promise;
    this.punctuality = punctuality;
  }

  /** Begins a session with the gateway that also hears what comes from outside. */
  void open(List<String> filters, Consumer<Envelope> inbox, Instant now) {
    session = now.toString();
    open(Stream.GAS, filters, inbox, now);
  }

  private void open(Stream stream, List<String> filters, Consumer<Envelope> inbox, Instant now) {
    Gateway.Identity who = new Gateway.Identity(settings.mine(), settings.gateway(stream), session);
    gateways.put(stream, new Gateway(links, who, promise, now, filters, inbox));
    batches.put(stream, new ReadingBatch());
  }

  /** Opens the gateways that a plan needs and that are not there yet. */
  void follow(Plan plan, Instant now) {
    streams = Stream.ofPoints(plan);
    for (Stream stream : Stream.values()) {
      boolean wanted = stream == Stream.PEOPLE || streams.containsValue(stream);
      if (wanted && !gateways.containsKey(stream)) {
        open(stream, List.of(), unheard -> {}, now);
      }
    }
  }

  /** Sends what was seen in one step: one message for each system that saw something. */
  void send(Tick tick, Lane lane, Instant now) {
    batches.values().forEach(ReadingBatch::clear);
    tick.readings().forEach(this::sort);
    gateways.forEach(
        (stream, gateway) -> {
          ReadingBatch batch = batches.get(stream);
          if (batch != null && batch.size() > 0) {
            punctuality.sent(batch.size());
            watch(gateway.readings(batch, lane, now));
          }
          if (stream == Stream.PEOPLE && !tick.fixes().isEmpty()) {
            punctuality.sent(tick.fixes().size());
            watch(gateway.positions(tick.fixes(), lane, now));
          }
        });
  }

  private void sort(Reading reading) {
    ReadingBatch batch = batches.get(streams.get(reading.point()));
    if (batch != null) {
      batch.add(
          reading.point().value(),
          reading.value(),
          reading.measure().wireUnit(),
          reading.measured().toEpochMilli(),
          reading.quality());
    }
  }

  private void watch(CompletableFuture<Void> taken) {
    taken.exceptionally(
        e -> {
          LOG.warn("a message of mine {} was not taken: {}", settings.mine(), e + "");
          return null;
        });
  }

  /** To be called often, see {@link Gateway#beat}. */
  void beat(Instant now) {
    gateways.values().forEach(gateway -> gateway.beat(now));
  }

  /** All leave in good order. */
  void leave(Instant now) {
    gateways.values().forEach(gateway -> gateway.leave(now));
  }
}
