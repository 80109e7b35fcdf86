package io.minewatch.ingest.sink;

import io.minewatch.domain.wire.Outgoing;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.time.Clock;
import java.time.Duration;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Sends messages to the broker, QoS 1. At least once: a checkpoint completes only after the broker
 * has confirmed everything written before it; what was written after the last checkpoint is written
 * again after a failure. Order holds within a subtask. While the broker is away the job waits; a
 * message that the broker refuses fails the job, because it would be lost otherwise.
 */
public final class MqttSink implements Sink<Outgoing> {
  private final MqttSettings base;

  private MqttSink(MqttSettings base) {
    this.base = base;
  }

  /**
   * A sink whose subtasks connect as {@code clientId-0}, {@code clientId-1}, …
   *
   * @throws IllegalArgumentException if the settings carry a will
   */
  public static MqttSink of(MqttSettings base) {
    if (base.will() != null) {
      throw new IllegalArgumentException("a sink has no will");
    }
    return new MqttSink(base.withSessionExpiry(Duration.ZERO));
  }

  @Override
  public SinkWriter<Outgoing> createWriter(WriterInitContext context) {
    int subtask = context.getTaskInfo().getIndexOfThisSubtask();
    return new MqttSinkWriter(
        base.withClientId(base.clientId() + "-" + subtask),
        Clock.systemUTC(),
        context.metricGroup());
  }
}
