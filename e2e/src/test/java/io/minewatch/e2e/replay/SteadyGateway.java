package io.minewatch.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.mqtt.MqttLink;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A gateway of one point that sends one reading a message at a steady pace, measured at it. */
final class SteadyGateway implements AutoCloseable {
  static final String POINT = "T1";
  private static final Topic TOPIC =
      Topic.of(Topic.Kind.READINGS, Plans.MINE, new GatewayId("gw-01"));

  private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
  private final Map<Long, Long> publishedAt = new ConcurrentHashMap<>();
  private final Map<Long, Double> sent = new ConcurrentHashMap<>();
  private final MqttLink link;
  private final long period;
  private final Clock clock = Clock.systemUTC();
  private final long first = clock.millis();
  private long sequence;
  volatile double value = 0.4;

  SteadyGateway(MqttLink link, Duration period) {
    this.link = link;
    this.period = period.toMillis();
    var unused = clockwork.scheduleAtFixedRate(this::send, 0, this.period, TimeUnit.MILLISECONDS);
  }

  private void send() {
    long measured = first + sequence * period;
    ReadingBatch batch = new ReadingBatch();
    double now = value;
    batch.add(POINT, now, "/100", measured, Quality.GOOD);
    publishedAt.put(measured, clock.millis());
    sent.put(measured, now);
    byte[] payload = Senml.writeJson(TOPIC, batch);
    var unused =
        link.publish(
            Outgoing.numbered(
                TOPIC.toString(), payload, ContentTypes.SENML_JSON, "s1", sequence, Lane.LIVE));
    sequence++;
  }

  long publishedAt(Finding fact) {
    return publishedAt.get(fact.measured().toEpochMilli());
  }

  List<Stored.Value> sent() {
    List<Stored.Value> all = new ArrayList<>();
    sent.forEach((millis, value) -> all.add(new Stored.Value(millis, value)));
    all.sort(Comparator.comparingLong(Stored.Value::millis));
    return all;
  }

  @Override
  public void close() throws InterruptedException {
    clockwork.shutdown();
    assertThat(clockwork.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }
}
