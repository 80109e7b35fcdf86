package io.minewatch.bench.chain;

import io.minewatch.alerting.app.AlertingService;
import io.minewatch.alerting.app.AlertingSettings;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * The real service with its embedded database, findings that arrive at a steady rate whether or not
 * it keeps up, and a console that watches. Latency runs from when a finding was to arrive, so that
 * a stall falls on everything it holds up.
 *
 * @param perSecond findings in a second
 * @param warming findings that are not timed
 * @param timed findings that are
 */
public record ChainContest(int perSecond, int warming, int timed) {
  /** After the last finding, for what still is to come. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final long NANOS = 1_000_000_000L;
  private static final String USER = "dispatcher";
  private static final String PASSWORD = "bench-of-the-chain";

  /** Faults that are told; what follows is the same again. */
  private static final int MOST_FAULTS = 10;

  /** When what was seen of each finding, in nanoseconds; 0 for not yet. */
  private record Seen(
      AtomicLongArray sent,
      AtomicLongArray committed,
      AtomicIntegerArray acknowledged,
      AtomicLongArray pushed) {
    static Seen of(int count) {
      return new Seen(
          new AtomicLongArray(count),
          new AtomicLongArray(count),
          new AtomicIntegerArray(count),
          new AtomicLongArray(count));
    }
  }

  /**
   * Runs it.
   *
   * @param demo the registry of the demo mine
   * @param folder empty; it holds the database afterwards
   */
  public ChainFigures run(Path rules, Path demo, Path folder, Clock clock)
      throws IOException, InterruptedException, SQLException {
    int count = warming + timed;
    ChainLoad load = new ChainLoad(count, clock.instant());
    Path mines = Files.createDirectories(folder.resolve("mines"));
    load.mines(demo, mines);
    Envelope[] messages = new Envelope[count];
    for (int i = 0; i < count; i++) {
      messages[i] = load.message(i);
    }
    Path file = folder.resolve("alerting.db");
    AlertingSettings settings =
        new AlertingSettings(
            AlertingSettings.DatabaseAt.file(file),
            MqttSettings.of(URI.create("tcp://127.0.0.1:1"), "bench", "", ""), // never used
            rules,
            mines,
            AlertingSettings.Http.ANY_LOCAL,
            Map.of(USER, PASSWORD));
    LoopBus bus = new LoopBus();
    Seen seen = Seen.of(count);
    long start;
    try (AlertingService service = AlertingService.start(settings, clock, null, bus);
        Screen screen =
            new Screen(
                service.port(),
                USER + ":" + PASSWORD,
                i -> seen.pushed().compareAndSet(i, 0, System.nanoTime()))) {
      start = System.nanoTime() + NANOS;
      send(messages, start, bus, seen);
      drain(seen);
    }
    return figures(start, seen, faults(file, seen));
  }

  private long intended(long start, int number) {
    return start + number * NANOS / perSecond;
  }

  private void send(Envelope[] messages, long start, LoopBus bus, Seen seen) {
    for (int i = 0; i < messages.length; i++) {
      int number = i;
      for (long wait = intended(start, i) - System.nanoTime(); wait > 0; ) {
        LockSupport.parkNanos(wait);
        wait = intended(start, i) - System.nanoTime();
      }
      seen.sent().set(i, System.nanoTime());
      bus.arrives(
          messages[i],
          () -> {
            seen.committed().compareAndSet(number, 0, System.nanoTime());
            seen.acknowledged().incrementAndGet(number);
          });
    }
  }

  private static void drain(Seen seen) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    for (int i = 0; i < seen.pushed().length(); ) {
      if (seen.pushed().get(i) != 0 && seen.committed().get(i) != 0) {
        i++;
      } else if (System.nanoTime() > until) {
        return; // told as a fault
      } else {
        LockSupport.parkNanos(NANOS / 1_000);
      }
    }
  }

  /** What is wrong: a finding that has not exactly one call, in the database and on the screen. */
  private static List<String> faults(Path file, Seen seen) throws SQLException {
    int[] calls = new int[seen.sent().length()];
    int incidents;
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      try (ResultSet rows =
          db.createStatement()
              .executeQuery(
                  "select f.id, count(c.id) from finding_incident f left join call_attempt c"
                      + " on c.incident = f.incident group by f.id")) {
        while (rows.next()) {
          calls[Integer.parseInt(rows.getString(1).substring(0, 8), 16)] = rows.getInt(2);
        }
      }
      try (ResultSet rows = db.createStatement().executeQuery("select count(*) from incident")) {
        incidents = rows.next() ? rows.getInt(1) : 0;
      }
    }
    List<String> faults = new ArrayList<>();
    if (incidents != calls.length) {
      faults.add(calls.length + " findings made " + incidents + " incidents");
    }
    for (int i = 0; i < calls.length && faults.size() < MOST_FAULTS; i++) {
      if (calls[i] != 1 || seen.acknowledged().get(i) != 1 || seen.pushed().get(i) == 0) {
        faults.add(
            "finding %d has %d calls, was acknowledged %d times and was %s"
                .formatted(
                    i,
                    calls[i],
                    seen.acknowledged().get(i),
                    seen.pushed().get(i) == 0 ? "never pushed" : "pushed"));
      }
    }
    return faults;
  }

  private ChainFigures figures(long start, Seen seen, List<String> faults) {
    Histogram committed = ChainFigures.histogram();
    Histogram pushed = ChainFigures.histogram();
    Histogram sender = ChainFigures.histogram();
    for (int i = warming; i < seen.sent().length(); i++) {
      long from = intended(start, i);
      record(committed, seen.committed().get(i), from);
      record(pushed, seen.pushed().get(i), from);
      record(sender, seen.sent().get(i), from);
    }
    return new ChainFigures(faults, committed, pushed, sender);
  }

  private static void record(Histogram histogram, long nanos, long from) {
    if (nanos != 0) {
      long micros = Math.max(0, (nanos - from) / 1_000);
      histogram.recordValue(Math.min(micros, histogram.getHighestTrackableValue()));
    }
  }
}
