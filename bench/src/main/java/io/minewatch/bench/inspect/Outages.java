package io.minewatch.bench.inspect;

import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.fourline.FourLine;
import io.minewatch.alerting.fourline.MinePlace;
import io.minewatch.alerting.fourline.Outage;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.ShiftPlan;
import io.minewatch.domain.plan.SilenceRule;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.reading.MineCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Mines and their outages, drawn by a seed: of every line, a quarter of them cuts of a gateway that
 * name forty of sixty points, most of minutes to two hours, one in a thousand of nine days.
 */
final class Outages {
  /** Of each mine. */
  static final int A_DAY = 10;

  private static final List<FourLine> LINES = List.of(FourLine.values());
  private static final int MINES_OF_A_COUNTY = 5;
  private static final int COUNTIES_OF_A_CITY = 10;
  private static final int CITIES_OF_A_PROVINCE = 5;
  private static final long FIRST_MINE = 140_000_000_000L;
  private static final int POINTS = 500;
  private static final int NAMED = 40;
  private static final int BEHIND = 60;
  private static final int SHORTEST_SECONDS = 60;
  private static final int LONGER_SECONDS = 7_200;
  private static final int ONE_IS_LONG = 1_000;
  private static final Duration LONG = Duration.ofDays(9);
  private static final int DAY_SECONDS = 86_400;

  private final Random random;
  private final List<String> named = new ArrayList<>();
  private int number;

  Outages(long seed) {
    random = new Random(seed);
    for (int i = 0; i < NAMED; i++) {
      named.add("T1-" + i);
    }
  }

  static String code(int mine) {
    return String.valueOf(FIRST_MINE + mine);
  }

  private static List<String> county(int mine) {
    int county = mine / MINES_OF_A_COUNTY;
    int city = county / COUNTIES_OF_A_CITY;
    return List.of("p" + city / CITIES_OF_A_PROVINCE, "c" + city, "x" + county);
  }

  /** The mine as the registry has it, without points: the index takes their number elsewhere. */
  static MineEntry entry(int mine) {
    Source source = new Source("bench", "none", "2026-01-01", Confidence.PROPOSAL);
    Plan plan =
        new Plan(
            new MineCode(code(mine)),
            "煤矿",
            "Mine",
            1,
            Instant.EPOCH,
            MineStatus.WORKING,
            ShiftPlan.NOT_TOLD,
            Duration.ofSeconds(30),
            List.of(new ZonePlan(new ZoneId("Z1"), "地面", "Surface", false, 0, List.of(), 0, 0)),
            List.of(),
            List.of(new SilenceRule("silence", 3, Duration.ofMinutes(1), source)));
    return new MineEntry("COAL", county(mine), 1, new Document(Map.of()), plan, null);
  }

  static MinePlace place(int mine) {
    List<String> path = new ArrayList<>(county(mine));
    path.add(code(mine));
    return new MinePlace(
        code(mine), path, MinePlace.zone(ShiftPlan.NOT_TOLD), POINTS, Instant.EPOCH);
  }

  /** Those of a mine that begin on a day, in no order. */
  List<Outage> day(int mine, Instant day) {
    List<Outage> outages = new ArrayList<>();
    for (int i = 0; i < A_DAY; i++) {
      outages.add(next(mine, day));
    }
    return outages;
  }

  private Outage next(int mine, Instant day) {
    FourLine line = LINES.get(random.nextInt(LINES.size()));
    Instant onset = day.plusSeconds(random.nextInt(DAY_SECONDS));
    Instant end =
        random.nextInt(ONE_IS_LONG) == 0
            ? onset.plus(LONG)
            : onset.plusSeconds(SHORTEST_SECONDS + random.nextInt(LONGER_SECONDS));
    boolean cut = line == FourLine.NETWORK;
    String point = "T1-" + random.nextInt(POINTS);
    return new Outage(
        "f" + number++,
        code(mine),
        line,
        cut ? "gateway/gw-01" : point,
        cut ? named : List.of(point),
        cut ? BEHIND : 1,
        onset,
        end,
        "outage",
        new Outage.Told(onset, end, Outage.End.CLEARED),
        null);
  }
}
