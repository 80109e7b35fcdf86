package io.minewatch.ingest.source;

import static io.minewatch.ingest.source.Bus.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.wire.Outgoing;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.record.Records;
import io.minewatch.ingest.sink.MqttSink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real Flink, real broker. */
@Timeout(180)
class MqttSourceTest {
  private static final int RATE = 200;
  private static final Duration OFTEN = Duration.ofMillis(300);
  private static final Duration NEVER = Duration.ofMinutes(30);

  @TempDir static Path brokerFolder;
  @TempDir Path checkpoints;
  private static Bus bus;
  private JobClient job;

  @BeforeAll
  static void startBroker() throws Exception {
    bus = new Bus(brokerFolder);
  }

  @AfterAll
  static void stopBroker() {
    if (bus != null) {
      bus.close();
    }
  }

  @BeforeEach
  void reset() {
    Watched.reset();
  }

  @AfterEach
  void end() throws Exception {
    if (job != null) {
      cancel();
    }
  }

  /** Cancels and waits until the job's cluster, which ends with it, is gone. */
  private void cancel() throws Exception {
    JobClient running = job;
    job = null;
    running.cancel().get(LONG.toSeconds(), TimeUnit.SECONDS);
    await().atMost(LONG).until(() -> running.getJobExecutionResult().isDone());
  }

  private StreamExecutionEnvironment environment(int parallelism, Duration interval) {
    Configuration conf = new Configuration();
    conf.setString("rest.port", "0");
    conf.setString("pipeline.generic-types", "false");
    conf.setString("execution.checkpointing.dir", checkpoints.toUri().toString());
    conf.setString("restart-strategy.type", "fixed-delay");
    conf.setString("restart-strategy.fixed-delay.attempts", "3");
    conf.setString("restart-strategy.fixed-delay.delay", "100 ms");
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(parallelism, conf);
    env.enableCheckpointing(interval.toMillis());
    env.setBufferTimeout(5);
    return env;
  }

  private static MqttSource source(List<MqttSlot> slots, Duration interval) {
    boolean often = interval.equals(OFTEN);
    return MqttSource.of(
        bus.settings("judge", "unused").withReceiveMaximum(often ? 2_000 : 10_000),
        slots,
        interval,
        often ? RATE : 1);
  }

  private void start(StreamExecutionEnvironment env, MqttSource source) throws Exception {
    watched(env, source).sinkTo(new DiscardingSink<>());
    job = env.executeAsync();
  }

  private static DataStream<io.minewatch.domain.wire.Envelope> watched(
      StreamExecutionEnvironment env, MqttSource source) {
    return env.fromSource(source, WatermarkStrategy.noWatermarks(), "mqtt")
        .uid("mqtt")
        .map(new Watched())
        .returns(Records.ENVELOPE);
  }

  private static void awaitSubscribed(MqttLink gateway, String name) {
    // Retried until the first one passes: the job's slots subscribe in their own time.
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              Bus.publish(gateway, name, 0, 1);
              return Watched.SEEN.stream().anyMatch(s -> s.topic().contains("/" + name + "/"));
            });
  }

  private static Set<Long> sequences(String gateway) {
    return Watched.SEEN.stream()
        .filter(s -> s.topic().equals(Bus.readings(gateway)))
        .map(Watched.Seen::sequence)
        .collect(Collectors.toSet());
  }

  private static Set<Long> upTo(int count) {
    return LongStream.range(0, count).boxed().collect(Collectors.toSet());
  }

  private static void awaitCheckpoints(int more) {
    long before = Watched.CHECKPOINTS.get();
    await().atMost(LONG).until(() -> Watched.CHECKPOINTS.get() >= before + more);
  }

  @Test
  void everyMessageIsSeenInOrderAlthoughTheJobFailsOnce() throws Exception {
    MqttSlot a = new MqttSlot("fails-0", List.of(Bus.readings("fa")));
    MqttSlot b = new MqttSlot("fails-1", List.of(Bus.readings("fb")));
    start(environment(2, OFTEN), source(List.of(a, b), OFTEN));
    MqttLink gatewayA = bus.gateway("fa");
    MqttLink gatewayB = bus.gateway("fb");
    awaitSubscribed(gatewayA, "fa");
    awaitSubscribed(gatewayB, "fb");

    Bus.publish(gatewayA, "fa", 1, 300);
    Bus.publish(gatewayB, "fb", 1, 300);
    awaitCheckpoints(2);
    Watched.FAIL.set(true);
    Bus.publish(gatewayA, "fa", 300, 600);
    Bus.publish(gatewayB, "fb", 300, 600);

    await().atMost(LONG).until(() -> sequences("fa").equals(upTo(600)));
    await().atMost(LONG).until(() -> sequences("fb").equals(upTo(600)));
    assertThat(Watched.FAIL).isFalse();
    assertThat(Watched.SEEN).anyMatch(s -> s.attempt() > 0);
    for (String gateway : List.of("fa", "fb")) {
      assertInOrderWithinEachAttempt(gateway);
    }
  }

  private static void assertInOrderWithinEachAttempt(String gateway) {
    Set<Integer> attempts =
        Watched.SEEN.stream().map(Watched.Seen::attempt).collect(Collectors.toSet());
    for (int attempt : attempts) {
      List<Long> got =
          Watched.SEEN.stream()
              .filter(s -> s.attempt() == attempt && s.topic().equals(Bus.readings(gateway)))
              .map(Watched.Seen::sequence)
              .toList();
      assertThat(got).isSorted();
    }
  }

  @Test
  void aJobStoppedBeforeItsFirstCheckpointHasAcknowledgedNothing() throws Exception {
    MqttSlot slot = new MqttSlot("early-0", List.of(Bus.readings("early")));
    start(environment(1, NEVER), source(List.of(slot), NEVER));
    MqttLink gateway = bus.gateway("early");
    awaitSubscribed(gateway, "early");
    Bus.publish(gateway, "early", 1, 50);
    await().atMost(LONG).until(() -> sequences("early").equals(upTo(50)));
    cancel();

    List<Long> again = new CopyOnWriteArrayList<>();
    bus.open(
        bus.settings("judge", "early-0"),
        slot.filters(),
        delivery -> again.add(delivery.envelope().sequence()));
    await().atMost(LONG).until(() -> new HashSet<>(again).equals(upTo(50)));
    assertThat(again).isSorted();
  }

  @Test
  void acknowledgesWhatACompletedCheckpointContains() throws Exception {
    MqttSlot slot = new MqttSlot("acked-0", List.of(Bus.readings("acked")));
    start(environment(1, OFTEN), source(List.of(slot), OFTEN));
    MqttLink gateway = bus.gateway("acked");
    awaitSubscribed(gateway, "acked");
    Bus.publish(gateway, "acked", 1, 50);
    await().atMost(LONG).until(() -> sequences("acked").equals(upTo(50)));
    awaitCheckpoints(3);
    cancel();

    List<Long> again = new CopyOnWriteArrayList<>();
    bus.open(
        bus.settings("judge", "acked-0"),
        slot.filters(),
        delivery -> again.add(delivery.envelope().sequence()));
    Bus.publish(gateway, "acked", 50, 51);
    await().atMost(LONG).until(() -> again.contains(50L));
    assertThat(again).containsExactly(50L);
  }

  @Test
  void whatIsWrittenReachesTheBrokerAtLeastOnceAlthoughTheJobFails() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    bus.open(
        bus.settings("observer", "observer.findings"),
        List.of(Bus.FINDINGS),
        delivery ->
            heard.add(
                new String(
                    delivery.envelope().payload(), java.nio.charset.StandardCharsets.UTF_8)));
    MqttSlot slot = new MqttSlot("through-0", List.of(Bus.readings("through")));
    StreamExecutionEnvironment env = environment(1, OFTEN);
    watched(env, source(List.of(slot), OFTEN))
        .map(e -> Outgoing.event(Bus.FINDINGS, e.payload(), "text/plain"))
        .returns(Records.OUTGOING)
        .sinkTo(MqttSink.of(bus.settings("judge", "through-out")))
        .uid("findings");
    job = env.executeAsync();
    MqttLink gateway = bus.gateway("through");
    awaitSubscribed(gateway, "through");
    Bus.publish(gateway, "through", 1, 100);
    awaitCheckpoints(1);
    Watched.FAIL.set(true);
    Bus.publish(gateway, "through", 100, 200);
    Set<String> all =
        LongStream.range(0, 200).mapToObj(i -> "through " + i).collect(Collectors.toSet());
    await().atMost(LONG).until(() -> new HashSet<>(heard).equals(all));
    assertThat(Watched.FAIL).isFalse();
  }
}
