package io.minewatch.bench.workload;

import io.minewatch.bench.script.Pace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When each message of a paced run is to leave, in the order of time: every gateway at its own
 * moment of its period. One message in fifty goes again at once under its old number, as a broker
 * at QoS 1 and a gateway that is not sure do.
 */
public final class Timetable {
  /** One message in so many goes twice. */
  private static final int AGAIN = 50;

  /** Within its second a gateway speaks at a moment of its own. */
  private static final int MICROS_OF_A_SECOND = 1_000_000;

  /** Shares no factor with the microseconds of a second: neighbours are far apart. */
  private static final long SPREAD = 618_033;

  private final Map<String, Entry> byPoint = new HashMap<>();
  private final Pace pace;
  private final Lane readings;
  private final Lane positions;
  private boolean isAgain;

  /** The gateways of one kind by their moment, and how far we are in the present cycle. */
  private static final class Lane {
    final Entry[] entries;
    final long periodMicros;
    int place;
    long cycle;

    Lane(List<Entry> entries, long periodMillis) {
      entries.sort(Comparator.comparingLong(Entry::micros));
      this.entries = entries.toArray(Entry[]::new);
      this.periodMicros = periodMillis * 1_000;
    }

    long due() {
      return entries.length == 0 ? Long.MAX_VALUE : cycle * periodMicros + entries[place].micros();
    }

    Entry take() {
      Entry entry = entries[place];
      place = (place + 1) % entries.length;
      cycle += place == 0 ? 1 : 0;
      return entry;
    }
  }

  private record Entry(Gateway gateway, long micros) {}

  /**
   * One message.
   *
   * @param micros after the start of the run at which it is to leave
   * @param cycle of its gateway, also its number
   */
  public record Departure(Gateway gateway, long cycle, long micros) {}

  public Timetable(Workload workload) {
    pace = workload.mix().pace();
    List<Entry> ofReadings = new ArrayList<>();
    List<Entry> ofPositions = new ArrayList<>();
    for (int place = 0; place < workload.gateways(); place++) {
      Gateway gateway = workload.gateway(place);
      Entry entry = new Entry(gateway, micros(gateway, place));
      (gateway.isPositions() ? ofPositions : ofReadings).add(entry);
      gateway.points().forEach(p -> byPoint.put(key(gateway.topic(), p.name()), entry));
    }
    Set<String> told = new HashSet<>();
    workload.mines().forEach(m -> m.faults().forEach(f -> told.add(f.mine() + "/" + f.point())));
    byPoint.keySet().retainAll(told); // of the others nobody will ask
    readings = new Lane(ofReadings, pace.cycleMillis());
    positions = new Lane(ofPositions, pace.peopleMillis());
  }

  /** The stamp of a reading is a whole second; its message leaves within that second. */
  private long micros(Gateway gateway, int place) {
    long moment = gateway.skewMillis() * 1_000;
    // A position is stamped with its millisecond, at which its message leaves.
    return gateway.isPositions() ? moment : moment + place * SPREAD % MICROS_OF_A_SECOND;
  }

  /** The next message; there is always one more. */
  public Departure next() {
    Lane lane = positions.due() < readings.due() ? positions : readings;
    long due = lane.due();
    long cycle = lane.cycle;
    Gateway gateway = lane.entries[lane.place].gateway();
    boolean goesTwice = (lane.place + cycle) % AGAIN == 0 && !isAgain;
    isAgain = goesTwice;
    if (!goesTwice) {
      lane.take();
    }
    return new Departure(gateway, cycle, due);
  }

  private static String key(String topic, String point) {
    return topic.split("/", -1)[2] + "/" + point;
  }

  /**
   * When the message with a reading was to leave, in microseconds after the start.
   *
   * @param measuredMillis as the reading says
   * @param startMillis of the run
   * @throws IllegalArgumentException if the point has no fault in the script
   */
  public long dueMicros(String mine, String point, long measuredMillis, long startMillis) {
    Entry entry = byPoint.get(mine + "/" + point);
    if (entry == null) {
      throw new IllegalArgumentException("no fault at " + mine + "/" + point);
    }
    long cycles =
        (measuredMillis - startMillis - entry.gateway().skewMillis()) / pace.cycleMillis();
    return cycles * pace.cycleMillis() * 1_000 + entry.micros();
  }

  /** The payload of a departure, its stamps those of the start of the run. */
  public static Parcel parcel(Departure departure, long startMillis) {
    long at = startMillis + departure.micros() / 1_000;
    return departure.gateway().parcel(departure.cycle(), startMillis, at);
  }

  /** Messages of an average second, repeats included. */
  public static double messagesPerSecond(Workload workload) {
    Pace pace = workload.mix().pace();
    double messages = 0;
    for (int place = 0; place < workload.gateways(); place++) {
      boolean isPositions = workload.gateway(place).isPositions();
      messages += 1_000.0 / (isPositions ? pace.peopleMillis() : pace.cycleMillis());
    }
    return messages * (AGAIN + 1) / AGAIN;
  }

  /** Readings and positions of an average second, repeats left out. */
  public static double perSecond(Workload workload) {
    Pace pace = workload.mix().pace();
    return workload.points() * 1_000.0 / pace.cycleMillis()
        + workload.tags() * 1_000.0 / pace.peopleMillis();
  }
}
