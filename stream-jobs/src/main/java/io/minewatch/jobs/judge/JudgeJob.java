package io.minewatch.jobs.judge;

import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.record.Records;
import io.minewatch.ingest.sink.MqttSink;
import io.minewatch.ingest.source.MqttSource;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Plans, orders, readings and positions from the broker, by mine, judged; findings, musters,
 * summaries and refusals back to the broker.
 */
public final class JudgeJob {
  private JudgeJob() {}

  /** Puts the job into an environment. Every operator has a uid that never changes. */
  public static void build(StreamExecutionEnvironment env, JudgeSettings settings) {
    MqttSource source =
        MqttSource.of(
            settings.broker(), settings.mqttSlots(), settings.interval(), settings.rate());
    DataStream<Envelope> messages =
        env.fromSource(source, WatermarkStrategy.noWatermarks(), "judge messages")
            .uid("judge-messages");
    String replies = settings.broker().clientId() + "-judge-replies";
    messages
        .keyBy(message -> Topic.mineOf(message.topic()), Types.STRING)
        .process(new JudgeFunction(settings.limits()), Records.OUTGOING)
        .name("judge mines")
        .uid("judge-mines")
        .sinkTo(MqttSink.of(settings.broker().withClientId(replies)))
        .name("judge replies")
        .uid("judge-replies");
  }
}
