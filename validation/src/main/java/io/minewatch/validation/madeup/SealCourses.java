package io.minewatch.validation.madeup;

import io.minewatch.alerting.seal.Course;
import io.minewatch.alerting.seal.Stopped;
import io.minewatch.alerting.seal.Watched;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a mine shows that works for a fortnight and is then declared stopped for ten days: drawn by
 * a seed, with people for upkeep, rides of the hoist, pumps in rain and at night when power is
 * cheap, trials of belt and fan, trucks that fetch coal from the yard by day. Some work on.
 */
public final class SealCourses {
  /** The length of a window of what is watched. */
  public static final Duration WINDOW = Duration.ofMinutes(15);

  static final Duration WORKED = Duration.ofDays(14);

  /** How long the stop is looked at. */
  public static final Duration STOPPED = Duration.ofDays(10);

  /** Midnight at the mine. */
  static final Instant SINCE = Instant.parse("2026-03-01T16:00:00Z");

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** Shifts begin every so many hours. */
  public static final int SHIFT_HOURS = 8;

  private static final int SECONDS_A_HOUR = 3_600;

  /** How a mine keeps its stop, and by what it is seen. */
  public enum Way {
    KEPT,
    /** At night, 20:00 to 08:00, seen by meters alone: the published case. */
    NIGHTS_BY_METERS,
    NIGHTS_BY_HOIST,
    NIGHTS_BY_PEOPLE,
    NIGHTS_BY_BELT,
    /** By trucks and the mine's meter, where nothing else is watched. */
    NIGHTS_BY_TRUCKS,
    /** A heading with a fan of its own. */
    NIGHTS_BY_FAN,
    /** Round the clock as before, seen by meters alone. */
    AS_BEFORE;

    private Set<Watched> seenBy() {
      return switch (this) {
        case KEPT -> EnumSet.allOf(Watched.class);
        case NIGHTS_BY_METERS, AS_BEFORE ->
            EnumSet.of(Watched.POWER, Watched.HOIST_POWER, Watched.PUMP_POWER);
        case NIGHTS_BY_HOIST -> EnumSet.of(Watched.HOIST);
        case NIGHTS_BY_PEOPLE -> EnumSet.of(Watched.PERSONS);
        case NIGHTS_BY_BELT -> EnumSet.of(Watched.BELT);
        case NIGHTS_BY_TRUCKS -> EnumSet.of(Watched.TRUCKS, Watched.POWER, Watched.PUMP_POWER);
        case NIGHTS_BY_FAN -> EnumSet.of(Watched.FAN, Watched.POWER, Watched.PUMP_POWER);
      };
    }
  }

  private final Random random;
  private final Way way;
  private final double fans;
  private final double pumps;
  private final double production;
  private final double hoist;
  private final double part;
  private final double standby;
  private final double throttle;
  private final boolean cheapNights;
  private final boolean sells;
  private final boolean metered;
  private final int rainFrom;
  private final Map<Watched, TreeMap<Instant, Double>> values = new EnumMap<>(Watched.class);

  private SealCourses(Way way, long seed) {
    this.way = way;
    random = new Random(seed);
    fans = between(600, 1_400);
    pumps = between(150, 500);
    production = between(2_000, 4_000);
    hoist = between(300, 700);
    part = between(0.3, 0.7);
    standby = between(0, 40);
    throttle = between(0.4, 1);
    cheapNights = random.nextBoolean();
    sells = random.nextInt(4) == 0;
    metered = random.nextBoolean();
    rainFrom = random.nextInt(10);
  }

  /** The courses of one mine. */
  public static List<Course> of(Way way, long seed) {
    SealCourses mine = new SealCourses(way, seed);
    Instant end = SINCE.plus(STOPPED);
    for (Instant at = SINCE.minus(WORKED); at.isBefore(end); at = at.plus(WINDOW)) {
      mine.window(at);
    }
    List<Course> courses = new ArrayList<>();
    mine.values.forEach(
        (watched, all) -> {
          boolean seen = watched != Watched.PUMP_POWER || mine.metered;
          if (way.seenBy().contains(watched) && seen) {
            courses.add(new Course(watched, watched.name(), all));
          }
        });
    return courses;
  }

  private void window(Instant at) {
    double hour = at.atZone(ZONE).getHour() + at.atZone(ZONE).getMinute() / 60.0;
    int day = (int) Duration.between(SINCE, at).toDays();
    boolean stopped = !at.isBefore(SINCE);
    double works = stopped ? worksOn(hour) : between(0.6, 1);
    boolean ride = hour % SHIFT_HOURS < 0.5;
    double hoisting = Math.max(works > 0 ? between(0.4, 0.9) : 0, ride ? between(0.1, 0.5) : 0);
    double pumping = pumping(hour, stopped && day >= rainFrom && day < rainFrom + 3);
    put(Watched.PUMP_POWER, at, pumping);
    double lifting = standby + hoist * hoisting;
    put(Watched.HOIST_POWER, at, lifting);
    double air = stopped && works == 0 ? fans * throttle : fans;
    double all = air + pumping + lifting + production * works;
    put(Watched.POWER, at, all * (1 + random.nextGaussian() * 0.03));
    put(Watched.HOIST, at, hoisting);
    put(Watched.BELT, at, works > 0 ? between(0.5, 1) : tried(hour, 10, 0.1) ? 0.7 : 0);
    put(Watched.FAN, at, works > 0 && (!stopped || way == Way.NIGHTS_BY_FAN) ? 1 : fan(hour));
    put(Watched.PERSONS, at, works > 0 ? 12 + random.nextInt(20) : random.nextInt(8));
    put(Watched.TRUCKS, at, trucks(hour, works));
  }

  private double worksOn(double hour) {
    return switch (way) {
      case KEPT -> 0;
      case AS_BEFORE -> between(0.6, 1);
      default -> hour >= 20 || hour < 8 ? part : 0;
    };
  }

  private double pumping(double hour, boolean rain) {
    boolean on = cheapNights ? hour >= 23 || hour < 7 : random.nextInt(3) == 0;
    return pumps * (rain ? between(1.5, 3) : on ? 1 : 0);
  }

  private double fan(double hour) {
    return tried(hour, 11, 0.3) ? 1 : 0;
  }

  /** A trial of a window, on some days. */
  private boolean tried(double hour, int at, double share) {
    return hour == at && random.nextDouble() < share;
  }

  private double trucks(double hour, double works) {
    boolean byDay = hour >= 8 && hour < 18;
    return works > 0 ? random.nextInt(3) : sells && byDay ? random.nextInt(2) : 0;
  }

  private void put(Watched watched, Instant at, double value) {
    values.computeIfAbsent(watched, any -> new TreeMap<>()).put(at, Math.max(0, value));
  }

  private double between(double least, double most) {
    return least + random.nextDouble() * (most - least);
  }

  /** The moment so many hours after the stop, with the shift that it lies in. */
  public static Stopped after(int hours) {
    Instant now = SINCE.plusSeconds((long) hours * SECONDS_A_HOUR);
    int begun = (hours - 1) / SHIFT_HOURS * SHIFT_HOURS;
    Stopped.Worked worked = new Stopped.Worked(SINCE.minus(WORKED), SINCE);
    return new Stopped(
        SINCE, SINCE.plusSeconds((long) begun * SECONDS_A_HOUR), now, ZONE, WINDOW, worked);
  }
}
