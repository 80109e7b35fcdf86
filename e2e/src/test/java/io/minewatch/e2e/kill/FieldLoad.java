package io.minewatch.e2e.kill;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Another gateway of the mine that keeps the jobs busy with calm readings, 100 messages a second.
 */
final class FieldLoad implements AutoCloseable {
  private static final long EVERY_MILLIS = 10;

  private final Clock clock = Clock.systemUTC();
  private final Topic readings =
      Topic.of(Topic.Kind.READINGS, Plant.MINE, new GatewayId("gw-load"));
  private final MqttLink link;
  private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor();
  private final AtomicLong confirmed = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private long sequence;

  FieldLoad(MqttSettings line) {
    link = MqttLink.open(line, List.of(), delivery -> {}, clock);
    var unused = beats.scheduleAtFixedRate(this::beat, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** A task that throws is never run again, and nobody is told: the load would be gone. */
  private void beat() {
    try {
      send();
    } catch (RuntimeException e) {
      failed.incrementAndGet();
    }
  }

  /** Messages that the broker has confirmed. */
  long confirmed() {
    return confirmed.get();
  }

  /** Messages that could not be sent, or that the broker did not confirm. */
  long failed() {
    return failed.get();
  }

  private void send() {
    long at = clock.millis();
    ReadingBatch batch = new ReadingBatch();
    batch.add("CO-0101", 4, "ppm", at, Quality.GOOD);
    batch.add("TEMP-0101", 21, "Cel", at, Quality.GOOD);
    batch.add("V-0101", 1.5, "m/s", at, Quality.GOOD);
    batch.add("V-MAIN", 2.5, "m/s", at, Quality.GOOD);
    var unused =
        link.publish(
                Outgoing.numbered(
                    readings.toString(),
                    Senml.writeJson(readings, batch),
                    ContentTypes.SENML_JSON,
                    "session-load",
                    sequence++,
                    Lane.LIVE))
            .whenComplete(
                (done, failure) -> (failure == null ? confirmed : failed).incrementAndGet());
  }

  @Override
  public void close() {
    beats.shutdown();
    link.close();
  }
}
