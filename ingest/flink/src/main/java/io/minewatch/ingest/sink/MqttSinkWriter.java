package io.minewatch.ingest.sink;

import io.minewatch.domain.wire.Outgoing;
import io.minewatch.ingest.mqtt.LinkStats;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToLongFunction;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;

/** One subtask of {@link MqttSink}. What is unconfirmed is bounded by the publish window. */
final class MqttSinkWriter implements SinkWriter<Outgoing> {
  private final MqttLink link;
  private final Object lock = new Object();
  private long unconfirmed;
  private @Nullable Throwable failure;

  MqttSinkWriter(MqttSettings settings, Clock clock, MetricGroup metrics) {
    link = MqttLink.open(settings, List.of(), delivery -> {}, clock);
    MetricGroup mqtt = metrics.addGroup("mqtt");
    mqtt.gauge("connected", (Gauge<Integer>) () -> link.isConnected() ? 1 : 0);
    mqtt.gauge("published_total", gauge(LinkStats::published));
    mqtt.gauge("resent_total", gauge(LinkStats::resent));
    mqtt.gauge("unconfirmed", gauge(LinkStats::unconfirmed));
    mqtt.gauge("reconnects_total", gauge(LinkStats::reconnects));
  }

  private Gauge<Long> gauge(ToLongFunction<LinkStats> counter) {
    return () -> counter.applyAsLong(link.stats());
  }

  @Override
  public void write(Outgoing message, Context context) throws IOException, InterruptedException {
    synchronized (lock) {
      throwFailure();
      unconfirmed++;
    }
    CompletableFuture<Void> sent = link.publish(message);
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted while waiting for room in the publish window");
    }
    CompletableFuture<Void> counted = sent.whenComplete((nothing, cause) -> answered(cause));
    if (counted.isCompletedExceptionally()) {
      synchronized (lock) {
        throwFailure();
      }
    }
  }

  private void answered(@Nullable Throwable cause) {
    synchronized (lock) {
      unconfirmed--;
      if (cause != null && failure == null) {
        failure = cause;
      }
      lock.notifyAll();
    }
  }

  /** Waits until the broker has confirmed everything, for as long as it takes. */
  @Override
  public void flush(boolean endOfInput) throws IOException, InterruptedException {
    synchronized (lock) {
      while (unconfirmed > 0 && failure == null) {
        lock.wait();
      }
      throwFailure();
    }
  }

  private void throwFailure() throws IOException {
    if (failure != null) {
      throw new IOException("a message could not be sent: " + failure.getMessage(), failure);
    }
  }

  @Override
  public void close() {
    link.close();
  }
}
