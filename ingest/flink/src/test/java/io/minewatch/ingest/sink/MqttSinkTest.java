package io.minewatch.ingest.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.wire.Outgoing;
import io.minewatch.ingest.mqtt.Delivery;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.ingest.source.Bus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class MqttSinkTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
  private static final SinkWriter.Context CONTEXT =
      new SinkWriter.Context() {
        @Override
        public long currentWatermark() {
          return Long.MIN_VALUE;
        }

        @Override
        public Long timestamp() {
          return null;
        }
      };

  @TempDir Path folder;
  private Bus bus;
  private MqttSinkWriter writer;

  @BeforeEach
  void start() throws Exception {
    bus = new Bus(folder);
    MqttSettings settings = bus.settings("judge", "judge-out-0");
    writer = new MqttSinkWriter(settings, CLOCK, new UnregisteredMetricsGroup());
  }

  @AfterEach
  void end() {
    writer.close();
    bus.close();
  }

  private static Outgoing finding(int i) {
    return Outgoing.event(Bus.FINDINGS, ("f" + i).getBytes(UTF_8), "text/plain");
  }

  @Test
  void aFlushWaitsUntilTheBrokerHasConfirmedEverything() throws Exception {
    List<Delivery> heard = new CopyOnWriteArrayList<>();
    MqttLink observer =
        bus.open(bus.settings("observer", "observer.0"), List.of(Bus.FINDINGS), heard::add);
    writer.write(finding(0), CONTEXT);
    writer.flush(false);
    // After a restart the broker sends nothing new before what it repeats is acknowledged.
    await().atMost(Bus.LONG).until(() -> !heard.isEmpty());
    observer.acknowledge(heard.get(0));
    bus.stop();
    for (int i = 1; i < 100; i++) {
      writer.write(finding(i), CONTEXT);
    }
    CompletableFuture<Void> flushed = flushElsewhere();
    await().during(Duration.ofMillis(500)).until(() -> !flushed.isDone());
    bus.start();
    flushed.get(Bus.LONG.toSeconds(), TimeUnit.SECONDS);
    List<String> all = IntStream.range(0, 100).mapToObj(i -> "f" + i).toList();
    await()
        .atMost(Bus.LONG)
        .untilAsserted(
            () ->
                assertThat(
                        heard.stream()
                            .map(d -> new String(d.envelope().payload(), UTF_8))
                            .distinct())
                    .containsExactlyElementsOf(all));
  }

  private CompletableFuture<Void> flushElsewhere() {
    CompletableFuture<Void> flushed = new CompletableFuture<>();
    new Thread(
            () -> {
              try {
                writer.flush(false);
                flushed.complete(null);
              } catch (IOException | InterruptedException e) {
                flushed.completeExceptionally(e);
              }
            })
        .start();
    return flushed;
  }

  @Test
  void aMessageThatTheBrokerRefusesFailsTheCheckpoint() throws Exception {
    writer.write(Outgoing.event("mw/v1/" + Bus.MINE + "/plan", new byte[1], ""), CONTEXT);
    assertThatThrownBy(() -> writer.flush(false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the broker refused a message to mw/v1/" + Bus.MINE + "/plan");
    assertThatThrownBy(() -> writer.write(finding(0), CONTEXT)).isInstanceOf(IOException.class);
  }

  @Test
  void canBeShippedToACluster() throws Exception {
    MqttSink sink = MqttSink.of(bus.settings("judge", "judge-out"));
    assertThat(InstantiationUtil.clone(sink)).isNotNull();
  }
}
