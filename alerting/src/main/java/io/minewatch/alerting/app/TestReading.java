package io.minewatch.alerting.app;

import io.minewatch.alerting.bus.Bus;
import io.minewatch.alerting.registry.CanaryMine;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the canary asks for: a value that is well, which ends the finding of before, and a
 * second later one that is not. Each goes now or not at all: readings of an outage would come all
 * at once, and who sends them must not wait for a broker that is away.
 */
final class TestReading implements Consumer<Instant> {
  private static final Logger LOG = LoggerFactory.getLogger(TestReading.class);
  private static final int BEFORE_MILLIS = 1_000;
  private final Bus bus;
  private final String session;
  private long sequence;

  TestReading(Bus bus, Clock clock) {
    this.bus = bus;
    this.session = "canary-" + clock.instant().toEpochMilli();
  }

  @Override
  public void accept(Instant at) {
    Topic topic = Topic.of(Topic.Kind.READINGS, MineCode.CANARY, CanaryMine.GATEWAY);
    ReadingBatch batch = new ReadingBatch();
    String point = CanaryMine.POINT.value();
    String unit = CanaryMine.MEASURE.unit();
    long millis = at.toEpochMilli();
    batch.add(point, CanaryMine.WELL, unit, millis - BEFORE_MILLIS, Quality.GOOD);
    batch.add(point, CanaryMine.NOT_WELL, unit, millis, Quality.GOOD);
    CompletableFuture<Void> unused = // the age of the canary tells what became of it
        bus.offer(
                Outgoing.numbered(
                    topic.toString(),
                    Senml.writeJson(topic, batch),
                    ContentTypes.SENML_JSON,
                    session,
                    sequence++,
                    Lane.LIVE))
            .whenComplete(
                (done, failure) -> {
                  if (failure != null) {
                    LOG.warn("a test reading did not reach the broker: {}", failure.getMessage());
                  }
                });
  }
}
