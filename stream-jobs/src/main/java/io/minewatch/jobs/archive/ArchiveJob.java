package io.minewatch.jobs.archive;

import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.record.Records;
import io.minewatch.ingest.sink.MqttSink;
import io.minewatch.ingest.source.MqttSource;
import io.minewatch.jobs.series.SeriesBatch;
import io.minewatch.jobs.series.SeriesSink;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Readings and plans from the broker, by mine, into the series store. Has its own subscription: it
 * alone waits when the store is away.
 */
public final class ArchiveJob {
  private ArchiveJob() {}

  /** Puts the job into an environment. Every operator has a uid that never changes. */
  public static void build(StreamExecutionEnvironment env, ArchiveSettings settings) {
    MqttSource source =
        MqttSource.of(
            settings.broker(), settings.mqttSlots(), settings.interval(), settings.rate());
    DataStream<Envelope> messages =
        env.fromSource(source, WatermarkStrategy.noWatermarks(), "archive messages")
            .uid("archive-messages");
    String letters = settings.broker().clientId() + "-archive-letters";
    String receipts = settings.broker().clientId() + "-archive-receipts";
    SingleOutputStreamOperator<SeriesBatch> lines =
        messages
            .keyBy(message -> Topic.mineOf(message.topic()), Types.STRING)
            .process(new ArchiveFunction(settings.waiting(), Records.ENVELOPE, settings.rootKey()))
            .name("archive lines")
            .uid("archive-lines");
    lines
        .getSideOutput(ArchiveFunction.RECEIPTS)
        .sinkTo(MqttSink.of(settings.broker().withClientId(receipts)))
        .name("archive receipts")
        .uid("archive-receipts");
    lines
        .sinkTo(
            new SeriesSink(
                settings.series(),
                settings.limits(),
                MqttSink.of(settings.broker().withClientId(letters))))
        .name("archive series")
        .uid("archive-series");
  }
}
