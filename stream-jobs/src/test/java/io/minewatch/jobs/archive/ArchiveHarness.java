package io.minewatch.jobs.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Samples;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.record.Records;
import io.minewatch.jobs.series.SeriesBatch;
import io.minewatch.series.root.RootKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The function of the archive job in Flink's harness, and messages of one gateway to it. */
abstract class ArchiveHarness {
  static final String READINGS = "mw/v1/140921021337/gw-01/readings";
  static final String ALARMS = "mw/v1/140921021337/gw-01/alarms";
  static final String PLAN = "mw/v1/140921021337/plan";
  static final RootKey KEY = new RootKey("a root key of tests, told to nobody");
  static final Waiting WAITING = new Waiting(Duration.ofSeconds(10), 3, 4);

  KeyedOneInputStreamOperatorTestHarness<String, Envelope, SeriesBatch> harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness();
    harness.open();
  }

  static KeyedOneInputStreamOperatorTestHarness<String, Envelope, SeriesBatch> harness()
      throws Exception {
    return harness(KEY);
  }

  static KeyedOneInputStreamOperatorTestHarness<String, Envelope, SeriesBatch> harness(
      @Nullable RootKey key) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new ArchiveFunction(WAITING, Records.ENVELOPE, key)),
            message -> Topic.mineOf(message.topic()),
            Types.STRING);
    harness.setProcessingTime(1_000);
    return harness;
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  static byte[] gas(int second, double value) {
    String pack = "[{\"n\":\"140921021337/gw-01/T1-0101\",\"u\":\"/100\",\"v\":%s,\"t\":%d}]";
    return pack.formatted(value, 1_767_225_600L + second).getBytes(UTF_8);
  }

  List<String> times() {
    return batches().stream()
        .flatMap(batch -> new String(batch.lines(), UTF_8).lines())
        .map(line -> line.replaceAll(".* ", ""))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  List<SeriesBatch> batches() {
    return harness.extractOutputValues();
  }

  void send(Envelope message) throws Exception {
    harness.processElement(message, 0);
  }

  static Envelope plan() {
    return message(PLAN, Samples.bytes("plan.json"), -1, Lane.LIVE);
  }

  static Envelope readings(long sequence) {
    return message(READINGS, Samples.bytes("readings.json"), sequence, Lane.LIVE);
  }

  static Envelope message(String topic, byte[] payload, long sequence, Lane lane) {
    String type = topic.equals(PLAN) ? ContentTypes.JSON : ContentTypes.SENML_JSON;
    return new Envelope(topic, payload, type, "s1", sequence, lane, 1_767_225_601_000L);
  }
}
