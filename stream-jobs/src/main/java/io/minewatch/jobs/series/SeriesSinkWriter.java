package io.minewatch.jobs.series;

import io.minewatch.series.store.LineWriter;
import io.minewatch.series.store.SeriesStore;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;
import org.jspecify.annotations.Nullable;

/**
 * Gathers lines, hands them to a few connections, and stands still when all of them wait.
 *
 * <p>Requests run on threads of their own: the task's thread waits for them in a way that
 * cancelling the task can interrupt, whatever a socket does.
 */
final class SeriesSinkWriter implements SinkWriter<SeriesBatch> {
  private final SinkLimits limits;
  private final List<LineWriter> connections;
  private final SeriesStore store;
  private final RewriteCheck check;
  private final Expiry expiry;
  private final DeadLetters deadLetters;
  private final ProcessingTimeService time;
  private final Counter storedLines;
  private final Counter refusedLines;
  private final Counter rewrites;
  private final Counter unchecked;
  private final ExecutorService threads;

  /** In the order sent; connection number n carries every n-th, so the oldest frees the next. */
  private final Deque<Future<Delivery.Outcome>> underWay = new ArrayDeque<>();

  private List<SeriesBatch> gathered = new ArrayList<>();
  private int gatheredLines;
  private long sent;
  private @Nullable ScheduledFuture<?> timer;

  SeriesSinkWriter(
      SinkLimits limits,
      List<LineWriter> connections,
      SeriesStore store,
      Expiry expiry,
      DeadLetters deadLetters,
      ProcessingTimeService time,
      SinkWriterMetricGroup metrics) {
    this.limits = limits;
    this.connections = List.copyOf(connections);
    this.store = store;
    this.expiry = expiry;
    this.check = new RewriteCheck(store, time::getCurrentProcessingTime);
    this.deadLetters = deadLetters;
    this.time = time;
    this.storedLines = metrics.getNumRecordsSendCounter();
    this.refusedLines = metrics.getNumRecordsSendErrorsCounter();
    this.threads =
        Executors.newFixedThreadPool(
            connections.size(),
            task -> {
              Thread thread = new Thread(task, "series-writer");
              thread.setDaemon(true);
              return thread;
            });
    MetricGroup ours = metrics.addGroup("minewatch");
    this.rewrites = ours.counter("readings_rewritten_total");
    this.unchecked = ours.counter("rewrites_unchecked_total");
    ours.gauge("store_requests_under_way", underWay::size);
  }

  @Override
  public void write(SeriesBatch batch, Context context) throws IOException, InterruptedException {
    gathered.add(batch);
    gatheredLines += batch.count();
    if (gatheredLines >= limits.batchLines()) {
      send();
    } else if (timer == null) {
      timer =
          time.registerTimer(
              time.getCurrentProcessingTime() + limits.lingerMillis(),
              now -> {
                timer = null;
                send();
              });
    }
  }

  private void send() throws IOException, InterruptedException {
    if (gathered.isEmpty()) {
      return;
    }
    while (!underWay.isEmpty() && underWay.getFirst().isDone()) {
      finishOldest();
    }
    if (underWay.size() == connections.size()) {
      finishOldest();
    }
    LineWriter connection = connections.get((int) (sent++ % connections.size()));
    underWay.add(
        threads.submit(
            new Delivery(connection, check, new Chunk(gathered), List.copyOf(underWay))));
    gathered = new ArrayList<>();
    gatheredLines = 0;
  }

  private void finishOldest() throws IOException, InterruptedException {
    Delivery.Outcome outcome;
    try {
      outcome = underWay.getFirst().get();
    } catch (ExecutionException e) {
      throw new IOException("writing series failed", e.getCause());
    }
    underWay.removeFirst();
    storedLines.inc(outcome.stored());
    refusedLines.inc(outcome.refused().size());
    rewrites.inc(outcome.rewrites());
    unchecked.inc(outcome.unchecked());
    for (Delivery.Refused refused : outcome.refused()) {
      deadLetters.write(refused, Instant.ofEpochMilli(time.getCurrentProcessingTime()));
    }
  }

  @Override
  public void flush(boolean endOfInput) throws IOException, InterruptedException {
    send();
    while (!underWay.isEmpty()) {
      finishOldest();
    }
    deadLetters.flush();
  }

  @Override
  public void close() throws Exception {
    threads.shutdownNow();
    connections.forEach(LineWriter::close);
    store.close();
    expiry.close();
    deadLetters.close();
  }
}
