package io.minewatch.bench.workload;

import io.minewatch.bench.script.Calendar;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a stretch of messages once. Some come twice with their old number, and some
 * overtake the one before: a broker at QoS 1 and a gateway that sends again do that.
 */
public final class Cursor {
  /** One message in so many comes again, after the next one of its gateway. */
  private static final int AGAIN = 50;

  /** One gateway in so many has its messages overtake each other once in a period. */
  private static final int OVERTAKEN = 10;

  /** From sending to receiving. */
  private static final long TRAVEL_MILLIS = 200;

  private final Workload workload;
  private final int toTick;
  private final ArrayDeque<Parcel> again = new ArrayDeque<>();
  private int tick;
  private int place;

  Cursor(Workload workload, int fromTick, int toTick) {
    if (fromTick < 0 || toTick < fromTick || fromTick % Calendar.PERIOD_TICKS != 0) {
      throw new IllegalArgumentException(
          "a stretch begins with a period of the script, was " + fromTick + " to " + toTick);
    }
    this.workload = workload;
    this.tick = fromTick;
    this.toTick = toTick;
  }

  /** The next message, or null at the end. */
  public @Nullable Parcel next() {
    Parcel repeated = again.poll();
    if (repeated != null) {
      return repeated;
    }
    while (tick < toTick) {
      while (place < workload.gateways()) {
        int at = place++;
        Gateway gateway = workload.gateway(at);
        int every = gateway.isPositions() ? Calendar.PEOPLE_TICKS : Calendar.SENSOR_TICKS;
        if (tick % every == 0) {
          return parcel(gateway, at, tick / every);
        }
      }
      tick++;
      place = 0;
    }
    return null;
  }

  /** The tick of the message that came last. */
  public int tick() {
    return tick;
  }

  private Parcel parcel(Gateway gateway, int at, int cycle) {
    if (gateway.isPositions()) {
      return parcel(gateway, cycle);
    }
    int inPeriod = cycle % Calendar.PERIOD_CYCLES;
    int late = inPeriod - Calendar.OVERTAKING;
    if (at % OVERTAKEN == 0 && (late == 0 || late == 1)) {
      return parcel(gateway, late == 0 ? cycle + 1 : cycle - 1);
    }
    // Never across the start of a period, so that each stretch is whole in itself.
    if ((at + cycle) % AGAIN == 0 && inPeriod > 0) {
      again.add(parcel(gateway, cycle - 1));
    }
    return parcel(gateway, cycle);
  }

  private Parcel parcel(Gateway gateway, int cycle) {
    long received = workload.mix().startMillis() + tick * Calendar.TICK_MILLIS + TRAVEL_MILLIS;
    return gateway.parcel(cycle, workload.mix().startMillis(), received);
  }
}
