package io.minewatch.ingest.source;

import static io.minewatch.ingest.source.Bus.FINDINGS;
import static io.minewatch.ingest.source.Bus.LONG;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.ingest.record.Records;
import io.minewatch.ingest.sink.MqttSink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The job of the README, as somebody writes it who knows the README alone. */
@Timeout(180)
class ExampleTest {
  @TempDir Path folder;

  private static Outgoing size(Envelope message) {
    byte[] text = String.valueOf(message.payload().length).getBytes(UTF_8);
    return Outgoing.event(FINDINGS, text, "text/plain");
  }

  @Test
  void tellsTheSizeOfEachMessage() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    try (Bus bus = new Bus(folder.resolve("broker"))) {
      bus.open(
          bus.settings("observer", "observer.sizes"),
          List.of(FINDINGS),
          delivery -> heard.add(new String(delivery.envelope().payload(), UTF_8)));
      MqttSettings broker = bus.settings("judge", "judge-example").withReceiveMaximum(4_000);
      MqttSource source =
          MqttSource.of(
              broker,
              List.of(
                  new MqttSlot("judge-example-0", List.of(Bus.readings("north"))),
                  new MqttSlot("judge-example-1", List.of(Bus.readings("southern")))),
              Duration.ofSeconds(1),
              900);
      Configuration configuration = new Configuration();
      configuration.setString("rest.port", "0");
      configuration.setString(
          "execution.checkpointing.dir", folder.resolve("checkpoints").toUri().toString());
      StreamExecutionEnvironment env =
          StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
      env.enableCheckpointing(1_000);
      env.fromSource(source, WatermarkStrategy.noWatermarks(), "mqtt")
          .uid("mqtt")
          .map(ExampleTest::size)
          .returns(Records.OUTGOING)
          .sinkTo(MqttSink.of(broker.withClientId("judge-example-out")))
          .uid("mqtt-out");
      JobClient job = env.executeAsync("sizes");
      try {
        MqttLink north = bus.gateway("north");
        MqttLink south = bus.gateway("southern");
        await()
            .atMost(LONG)
            .until(
                () -> { // until both slots have subscribed for the first time
                  Bus.publish(north, "north", 0, 1);
                  Bus.publish(south, "southern", 0, 1);
                  return heard.containsAll(List.of("7", "10"));
                });
        Bus.publish(north, "north", 10, 20);
        Bus.publish(south, "southern", 10, 20);

        await()
            .atMost(LONG)
            .untilAsserted(
                () -> {
                  assertThat(heard).filteredOn("8"::equals).hasSize(10);
                  assertThat(heard).filteredOn("11"::equals).hasSize(10);
                });
        assertThat(heard).containsOnly("7", "8", "10", "11");
      } finally {
        job.cancel().get(LONG.toSeconds(), TimeUnit.SECONDS);
        await().atMost(LONG).until(() -> job.getJobExecutionResult().isDone());
      }
    }
  }
}
