package io.minewatch.bench.nation;

import io.minewatch.bench.workload.Parcel;
import io.minewatch.bench.workload.Timetable;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.ingest.mqtt.MqttLink;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Sends by the timetable whether or not anybody keeps up: nothing waits for an answer, what leaves
 * late is told, and what finds its line's window full is not sent and voids the run. One thread; a
 * gateway always sends over the same line.
 */
final class Sender implements AutoCloseable {
  private static final String SESSION = "s1";
  private static final long MILLI = 1_000_000;

  private final Timetable timetable;
  private final List<MqttLink> lines;
  private final Start start;
  private final Histogram late = Figures.histogram();
  private final AtomicLong confirmed = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong items = new AtomicLong();
  private final AtomicLong readings = new AtomicLong();
  private long mostUnconfirmed;

  /**
   * When the run starts, on two clocks.
   *
   * @param nanos of {@link System#nanoTime}
   * @param millis since 1970 UTC; a whole second
   */
  record Start(long nanos, long millis) {
    long nanosAt(long micros) {
      return nanos + micros * 1_000;
    }
  }

  Sender(Timetable timetable, List<MqttLink> lines, Start start) {
    this.timetable = timetable;
    this.lines = List.copyOf(lines);
    this.start = start;
  }

  /**
   * Sends all that is due before an end; returns after the last.
   *
   * @param warmMicros lateness counts from here
   */
  void send(long warmMicros, long endMicros) {
    Timetable.Departure departure = timetable.next();
    while (departure.micros() < endMicros) {
      Parcel parcel = Timetable.parcel(departure, start.millis());
      long due = start.nanosAt(departure.micros());
      for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
        LockSupport.parkNanos(Math.min(wait, MILLI));
      }
      if (departure.micros() >= warmMicros) {
        late.recordValue(Math.min((System.nanoTime() - due) / 1_000, Figures.MOST_MICROS));
      }
      publish(parcel);
      departure = timetable.next();
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // counted by what hangs on it
  private void publish(Parcel parcel) {
    MqttLink line = lines.get(Math.floorMod(parcel.topic().hashCode(), lines.size()));
    line.offer(
            Outgoing.numbered(
                parcel.topic(),
                parcel.payload(),
                parcel.isPositions() ? ContentTypes.JSON : ContentTypes.SENML_JSON,
                SESSION,
                parcel.sequence(),
                Lane.LIVE))
        .whenComplete((done, failure) -> (failure == null ? confirmed : refused).incrementAndGet());
    sent.incrementAndGet();
    items.addAndGet(parcel.size());
    readings.addAndGet(parcel.isPositions() ? 0 : parcel.size());
    mostUnconfirmed = Math.max(mostUnconfirmed, unconfirmed());
  }

  /** Messages sent so far. */
  long sent() {
    return sent.get();
  }

  /** Readings and positions sent so far, those of repeated messages too. */
  long items() {
    return items.get();
  }

  /** The readings alone. */
  long readings() {
    return readings.get();
  }

  /** Messages that the broker has not confirmed yet. */
  long unconfirmed() {
    return sent.get() - confirmed.get() - refused.get();
  }

  long mostUnconfirmed() {
    return mostUnconfirmed;
  }

  /** Messages that were not sent because a window was full, or that the broker refused. */
  long refused() {
    return refused.get();
  }

  /** By how much messages left late, in microseconds. */
  Histogram late() {
    return late;
  }

  @Override
  public void close() {
    lines.forEach(MqttLink::close);
  }
}
