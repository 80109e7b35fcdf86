package io.minewatch.jobs.series;

import io.minewatch.domain.wire.Outgoing;
import io.minewatch.series.connect.SeriesServers;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.LineWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Stores series at least once: all lines before a checkpoint are in the store when it completes. A
 * line stored twice is one, by series and time, so that what is read is exactly once.
 *
 * <p>A store that is away is waited for as long as it takes; meanwhile nothing is taken from
 * upstream, no checkpoint completes, and the messages stay unacknowledged at the broker. Lines that
 * the store refuses one by one go to the dead letters.
 */
public final class SeriesSink implements Sink<SeriesBatch> {
  private final SeriesServer server;
  private final SinkLimits limits;
  private final Sink<Outgoing> deadLetters;

  /**
   * Describes a sink.
   *
   * @param deadLetters takes rejections for the rejected topic; flushed before the checkpoint too
   */
  public SeriesSink(SeriesServer server, SinkLimits limits, Sink<Outgoing> deadLetters) {
    this.server = server;
    this.limits = limits;
    this.deadLetters = deadLetters;
  }

  @Override
  public SinkWriter<SeriesBatch> createWriter(WriterInitContext context) throws IOException {
    List<LineWriter> connections = new ArrayList<>();
    for (int i = 0; i < limits.connections(); i++) {
      connections.add(SeriesServers.writer(server));
    }
    Expiry expiry = new Expiry(server, limits.retention(), context.getProcessingTimeService());
    if (context.getTaskInfo().getIndexOfThisSubtask() == 0) {
      expiry.start(); // one of all is enough
    }
    return new SeriesSinkWriter(
        limits,
        connections,
        SeriesServers.store(server),
        expiry,
        new DeadLetters(deadLetters.createWriter(context)),
        context.getProcessingTimeService(),
        context.metricGroup());
  }
}
