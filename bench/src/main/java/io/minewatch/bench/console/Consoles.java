package io.minewatch.bench.console;

import io.minewatch.bench.process.CpuTime;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/**
 * Many consoles that are open at one time: each has signed in, listens to the event stream, and
 * asks every ten seconds what a page asks in between. They draw nothing.
 */
final class Consoles implements AutoCloseable {
  private static final int OK = 200;

  /** As the page does it. */
  private static final long ROUND_MILLIS = 10_000;

  private static final List<String> QUESTIONS =
      List.of(
          "/api/incidents?open=true",
          "/api/mines/" + BigMine.CODE + "/past-findings",
          "/api/platform");

  /** After the last update of a stretch, for what still is to come. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final long LOOK_NANOS = 20_000_000;
  private static final double NANOS_IN_SECOND = 1e9;

  /** Before the first figure. */
  private static final int WARMING_UPDATES = 3;

  private final Service service;
  private final Feeder feeder;
  private final Updates updates;
  private final BigMine mine;
  private final List<Ear> ears = new ArrayList<>();
  private final AtomicInteger refused = new AtomicInteger();
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "bench-rounds");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Prepares.
   *
   * @param feeder tells the service of the updates
   */
  Consoles(Service service, Feeder feeder, Updates updates, BigMine mine) {
    this.service = service;
    this.feeder = feeder;
    this.updates = updates;
    this.mine = mine;
  }

  /** Opens them and times what comes. */
  ConsoleFigures.Crowd run(int count, int seconds, Consumer<String> progress)
      throws IOException, InterruptedException {
    // Updates go on while people sign in, which takes its time.
    int most = (int) (feeder.turns() + seconds + 10L * count + 1_000);
    List<Session> sessions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sessions.add(service.session("dispatcher"));
    }
    progress.accept(count + " have signed in");
    for (int i = 0; i < count; i++) {
      open(sessions.get(i), most, i * ROUND_MILLIS / count);
    }
    progress.accept(count + " consoles are open, refused " + refused.get());
    int from = (int) feeder.turns() + WARMING_UPDATES;
    awaitUpdate(from);
    CpuTime alertingBefore = service.cpu();
    CpuTime ownBefore = own();
    long begun = System.nanoTime();
    int until = from + seconds;
    awaitUpdate(until);
    double took = (System.nanoTime() - begun) / NANOS_IN_SECOND;
    double alerting = service.cpu().since(alertingBefore).seconds() / took;
    double clients = own().since(ownBefore).seconds() / took;
    Histogram histogram = new Histogram(60_000_000L, 3);
    long missed = collect(from, until, histogram);
    int heap = service.heapMebibytes();
    ears.forEach(ear -> refused.addAndGet(ear.hasEnded() ? 1 : 0));
    double overtaken = ears.stream().mapToLong(Ear::overtaken).sum();
    double all = (double) feeder.turns() * mine.points() * count;
    return new ConsoleFigures.Crowd(
        count,
        until - from,
        refused.get(),
        missed,
        overtaken / all,
        millis(histogram, 50),
        millis(histogram, 99),
        millis(histogram, 100),
        alerting,
        heap,
        clients);
  }

  private static double millis(Histogram histogram, double percentile) {
    return histogram.getValueAtPercentile(percentile) / 1_000.0;
  }

  private static CpuTime own() {
    return CpuTime.of(ProcessHandle.current().pid());
  }

  private void open(Session who, int most, long afterMillis) {
    Ear ear = new Ear(updates, mine.points(), most);
    ears.add(ear);
    var unusedStream =
        Session.HTTP.sendAsync(
            who.ask("/api/stream?mine="),
            head -> {
              if (head.statusCode() != OK) {
                refused.incrementAndGet();
              }
              return BodyHandlers.fromSubscriber(ear).apply(head);
            });
    var unusedRound =
        rounds.scheduleAtFixedRate(
            () -> QUESTIONS.forEach(each -> ask(who, each)),
            afterMillis,
            ROUND_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  private void ask(Session who, String question) {
    var unused =
        Session.HTTP
            .sendAsync(who.ask(question), BodyHandlers.discarding())
            .whenComplete(
                (it, failed) -> {
                  if (failed != null || it.statusCode() != OK) {
                    refused.incrementAndGet();
                  }
                });
  }

  private void awaitUpdate(int number) {
    while (feeder.turns() <= number) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** How many updates some console never had, nor newer ones. */
  private long collect(int from, int until, Histogram histogram) {
    long patience = System.nanoTime() + PATIENCE.toNanos();
    long missed = 0;
    for (int update = from; update < until; update++) {
      for (Ear ear : ears) {
        while (ear.completeAt(update) == 0 && System.nanoTime() < patience) {
          LockSupport.parkNanos(LOOK_NANOS);
        }
        if (ear.completeAt(update) == 0) {
          missed++;
        } else {
          long micros = (ear.completeAt(update) - updates.due(update)) / 1_000;
          histogram.recordValue(
              Math.min(Math.max(0, micros), histogram.getHighestTrackableValue()));
        }
      }
    }
    return missed;
  }

  @Override
  public void close() {
    rounds.shutdownNow();
    ears.forEach(Ear::close);
  }
}
