package io.minewatch.validation.madeup;

import io.minewatch.alerting.reconcile.Factor;
import io.minewatch.alerting.reconcile.ShiftBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The shifts of a made-up mine for some months, three a day, the first of them for upkeep: drawn by
 * a seed, with what happens at honest mines too: weak weeks, days off, rain, a fan that is turned
 * up, a heading that is driven faster, a meter that is changed, tables that do not come. Some hide
 * a face from a day on.
 */
public final class MineMonths {
  /** Midnight at the mine. */
  public static final Instant BEGIN = Instant.parse("2026-01-01T16:00:00Z");

  public static final int DAYS = 90;

  /** The day from which a face is hidden. */
  public static final int LIE_DAY = 60;

  public static final int SLOTS = 3;
  public static final Duration SHIFT = Duration.ofHours(8);

  private static final int HOURS = 8;
  private static final int NIGHT = 2;
  private static final double LOST_TABLE = 0.03;

  private final Random random;
  private final Lie lie;
  private final double part;
  private final double output;
  private final double crew;
  private final double fans;
  private final double pumps;
  private final double eachTon;
  private final double hoist;
  private final double air;
  private final double gas;
  private final double inflow;
  private final double blast;
  private final double regular;
  private final boolean metered;
  private final boolean blasts;
  private final boolean cards;
  private final int weakDay;
  private final int restDay;
  private final int rainDay;
  private final int fanDay;
  private final int meterDay;
  private final int driveDay;
  private final double drive;
  private final Factor meter;
  private final double after;
  private final List<ShiftBook> shifts = new ArrayList<>();
  private double course;

  private MineMonths(Lie lie, double part, long seed) {
    this.lie = lie;
    this.part = part;
    random = new Random(seed);
    output = between(400, 2_500);
    crew = between(60, 180);
    fans = between(600, 1_400);
    pumps = between(150, 500);
    eachTon = between(8, 16);
    hoist = between(0.06, 0.13);
    air = between(4_000, 12_000);
    gas = between(5, 20);
    inflow = between(40, 300);
    blast = between(0.03, 0.2);
    regular = between(0.06, 0.15);
    metered = random.nextBoolean();
    blasts = random.nextBoolean();
    cards = random.nextInt(3) > 0;
    weakDay = random.nextInt(DAYS);
    restDay = random.nextInt(DAYS);
    rainDay = random.nextInt(DAYS);
    fanDay = random.nextInt(DAYS);
    meterDay = random.nextInt(DAYS);
    driveDay = random.nextInt(DAYS);
    drive = random.nextBoolean() ? between(0.03, 0.12) : 0;
    Factor[] all = Factor.values();
    meter = all[random.nextInt(all.length)];
    after = random.nextBoolean() ? 1.15 : 0.87;
  }

  /**
   * The shifts of one mine, the oldest first.
   *
   * @param part how large the hidden face is beside the others: 0.3 is a third as much again
   */
  public static List<ShiftBook> of(Lie lie, double part, long seed) {
    MineMonths mine = new MineMonths(lie, part, seed);
    for (int shift = 0; shift < DAYS * SLOTS; shift++) {
      mine.shift(shift / SLOTS, shift % SLOTS);
    }
    return List.copyOf(mine.shifts);
  }

  private void shift(int day, int slot) {
    course = 0.97 * course + 0.03 * random.nextGaussian();
    double works = works(day, slot) * Math.exp(course + regular * random.nextGaussian());
    Map<Factor, Double> told = shown(day, slot, works, 0);
    boolean lies = day >= LIE_DAY && (lie != Lie.AT_NIGHT || slot == NIGHT);
    double hidden = lies ? part * between(0.8, 1.2) : 0;
    Map<Factor, Double> whole = shown(day, slot, works, hidden);
    Map<Factor, Double> values = new EnumMap<>(Factor.class);
    told.forEach(
        (factor, value) -> {
          double all = lie.shows(factor) ? whole.getOrDefault(factor, value) : value;
          boolean changed = factor == meter && day >= meterDay;
          if (random.nextDouble() >= LOST_TABLE) {
            values.put(factor, all * noise(factor) * (changed ? after : 1));
          }
        });
    Instant begin = BEGIN.plus(SHIFT.multipliedBy((long) day * SLOTS + slot));
    boolean stand = lie == Lie.UNPLANNED_PLACE && lies;
    double strayed = random.nextInt(20) == 0 ? between(0, 1) : 0;
    double hours = stand ? HOURS * crew * hidden : strayed;
    shifts.add(new ShiftBook(begin, slot, values, Map.of("unplanned-1", hours)));
  }

  /** 1 for a usual shift of work. */
  private double works(int day, int slot) {
    boolean rests = day >= restDay && day < restDay + 4;
    boolean weak = day >= weakDay && day < weakDay + 8;
    return rests ? 0.01 : (slot == 0 ? 0.15 : 1) * (weak ? 0.5 : 1);
  }

  /** What all that is at work takes, without any noise. */
  private Map<Factor, Double> shown(int day, int slot, double works, double hidden) {
    boolean rests = works < 0.05;
    double all = works + hidden;
    boolean drives = day >= driveDay && day < driveDay + 20 && !rests;
    double driven = drives ? drive : 0; // a heading: it brings out next to nothing
    double rain = day >= rainDay && day < rainDay + 6 ? 1.9 : 1;
    double turned = day >= fanDay ? 1.12 : 1;
    Map<Factor, Double> values = new EnumMap<>(Factor.class);
    values.put(Factor.OUTPUT, output * works);
    values.put(Factor.HAULAGE, output * all);
    double people = rests ? crew * 0.1 : crew * (0.7 + 0.3 * works + hidden + driven);
    values.put(Factor.PEOPLE, people + (slot == 1 ? crew * 0.15 : 0));
    double pumping = pumps * HOURS * rain;
    double ground = fans * turned * HOURS;
    double working = eachTon * output * (all + driven);
    double lifting = hoist * (0.1 * ground + working + (rests ? 0 : 0.15 * eachTon * output));
    values.put(Factor.POWER, ground + pumping + working + lifting);
    values.put(Factor.HOIST_POWER, lifting);
    values.put(Factor.AIR, air * turned * (1 + 0.5 * hidden));
    values.put(Factor.GAS, gas * output * (0.3 + all + driven / 2));
    values.put(Factor.INFLOW, inflow * HOURS * rain * (1 + 0.6 * hidden));
    if (metered) {
      values.put(Factor.PUMP_POWER, pumping);
    }
    if (blasts) {
      values.put(Factor.EXPLOSIVES, blast * output * (all + 4 * driven));
    }
    if (cards) {
      values.put(Factor.CARDS, values.get(Factor.PEOPLE) * 0.98);
      values.put(Factor.AIR_SPEED, turned * (1 + 0.2 * hidden));
      values.put(Factor.METHANE, 0.2 * (0.3 + all) / turned);
      values.put(Factor.WATER, inflow * rain * (1 + 0.6 * hidden));
    }
    return values;
  }

  /** How much shifts of the same work differ, and the meter. */
  private double noise(Factor factor) {
    double share =
        switch (factor) {
          case OUTPUT, PUMP_POWER -> 0.02;
          case POWER, CARDS, AIR, AIR_SPEED -> 0.03;
          case PEOPLE, HOIST_POWER -> 0.05;
          case INFLOW, WATER -> 0.08;
          case HAULAGE, GAS, METHANE -> 0.12;
          case EXPLOSIVES -> 0.25;
        };
    return Math.exp(share * random.nextGaussian());
  }

  private double between(double least, double most) {
    return least + random.nextDouble() * (most - least);
  }
}
