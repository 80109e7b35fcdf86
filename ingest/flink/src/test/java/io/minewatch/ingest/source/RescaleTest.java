package io.minewatch.ingest.source;

import static io.minewatch.ingest.source.Bus.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.record.Records;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three slots on one reader, then on three, then on two: each time from a savepoint. Real parts.
 */
@Timeout(180)
class RescaleTest {
  private static final Duration OFTEN = Duration.ofMillis(300);
  private static final List<String> GATEWAYS = List.of("ra", "rb", "rc");
  private static final int MORE = 100;

  @TempDir Path folder;

  @Test
  void everySlotIsReadOnAfterARescaleAndNothingIsMissedMeanwhile() throws Exception {
    Watched.reset();
    try (Bus bus = new Bus(folder.resolve("broker"))) {
      List<MqttSlot> slots =
          GATEWAYS.stream()
              .map(name -> new MqttSlot("rescale-" + name, List.of(Bus.readings(name))))
              .toList();
      List<MqttLink> gateways = GATEWAYS.stream().map(bus::gateway).toList();
      JobClient job = start(bus, slots, 1, "");
      for (int i = 0; i < GATEWAYS.size(); i++) {
        awaitSubscribed(gateways.get(i), GATEWAYS.get(i));
      }
      int sent = 1;
      for (int parallelism : new int[] {3, 2}) {
        sent = publish(gateways, sent);
        awaitAll(sent);
        String savepoint =
            job.stopWithSavepoint(false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
                .get(LONG.toSeconds(), TimeUnit.SECONDS);
        sent = publish(gateways, sent); // nobody reads now; the sessions keep it
        int before = Watched.SEEN.size();

        job = start(bus, slots, parallelism, savepoint);
        awaitAll(sent);
        for (String gateway : GATEWAYS) {
          List<Long> since =
              List.copyOf(Watched.SEEN).subList(before, Watched.SEEN.size()).stream()
                  .filter(seen -> seen.topic().equals(Bus.readings(gateway)))
                  .map(Watched.Seen::sequence)
                  .toList();
          assertThat(since).as("order of %s on %d readers", gateway, parallelism).isSorted();
        }
      }
      job.cancel().get(LONG.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private JobClient start(Bus bus, List<MqttSlot> slots, int parallelism, String savepoint)
      throws Exception {
    Configuration conf = new Configuration();
    conf.setString("rest.port", "0");
    conf.setString("pipeline.generic-types", "false");
    conf.setString("execution.checkpointing.dir", folder.toUri().toString());
    if (!savepoint.isEmpty()) {
      conf.setString("execution.state-recovery.path", savepoint);
    }
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(parallelism, conf);
    env.enableCheckpointing(OFTEN.toMillis());
    env.fromSource(
            MqttSource.of(bus.settings("judge", "unused"), slots, OFTEN, 200),
            WatermarkStrategy.noWatermarks(),
            "mqtt")
        .uid("mqtt")
        .map(new Watched())
        .uid("watched")
        .returns(Records.ENVELOPE)
        .sinkTo(new DiscardingSink<>())
        .uid("end");
    return env.executeAsync();
  }

  private static int publish(List<MqttLink> gateways, int from) throws Exception {
    for (int i = 0; i < gateways.size(); i++) {
      Bus.publish(gateways.get(i), GATEWAYS.get(i), from, from + MORE);
    }
    return from + MORE;
  }

  private static void awaitSubscribed(MqttLink gateway, String name) {
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              Bus.publish(gateway, name, 0, 1);
              return sequences(name).contains(0L);
            });
  }

  private static void awaitAll(int sent) {
    Set<Long> all = LongStream.range(0, sent).boxed().collect(Collectors.toSet());
    for (String gateway : GATEWAYS) {
      await().atMost(LONG).until(() -> sequences(gateway).equals(all));
    }
  }

  private static Set<Long> sequences(String gateway) {
    return new ArrayList<>(Watched.SEEN)
        .stream()
            .filter(seen -> seen.topic().equals(Bus.readings(gateway)))
            .map(Watched.Seen::sequence)
            .collect(Collectors.toSet());
  }
}
