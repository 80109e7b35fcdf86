package io.minewatch.ingest.fleet;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.world.Noise;
import java.util.ArrayList;
import java.util.List;

/** Draws invented mines: the mine of a seed and a number is always the same, to the last byte. */
public final class Sketches {
  /**
   * As many as there are coal mines in production in the country (docs/sources.md), and a bound.
   */
  public static final int MOST_MINES = 3_338;

  /** County codes; the mines are dealt out to them in turn. */
  private static final List<String> COUNTIES =
      List.of(
          "140921", "140311", "150622", "610802", "340421", "370881", "410482", "520203", "650205",
          "640181", "230306", "220581");

  /** A bound for the size of a message. */
  public static final int MOST_POINTS = 5_000;

  private static final int OPEN_PIT_EVERY = 6;
  private static final int MOST_FACES = 4;
  private static final int MOST_HEADINGS = 6;
  private static final int FEWEST_PEOPLE = 16;
  private static final int PEOPLE_A_PLACE = 14;
  private static final int MOST_SLOPE_POINTS = 24;
  private static final List<String> CLASSES = List.of("low-gas", "high-gas", "outburst");

  private Sketches() {}

  /** The first mines of a seed. */
  public static List<MineSketch> first(int count, long seed) {
    return first(count, seed, 0);
  }

  /**
   * The first mines of a seed, the smaller of them with more points.
   *
   * @param points that each has at least: {@value #MOST_POINTS} at most
   */
  public static List<MineSketch> first(int count, long seed, int points) {
    if (points < 0 || points > MOST_POINTS) {
      throw new IllegalArgumentException("0 to " + MOST_POINTS + " points, was " + points);
    }
    if (count < 1 || count > MOST_MINES) {
      throw new IllegalArgumentException("1 to " + MOST_MINES + " mines, was " + count);
    }
    List<MineSketch> all = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      all.add(MorePoints.atLeast(points, of(number, seed)));
    }
    return all;
  }

  private static MineSketch of(int number, long seed) {
    Noise chance = new Noise(seed, "mine " + number);
    String county = COUNTIES.get(number % COUNTIES.size());
    MineCode code = new MineCode(county + (900_000 + number));
    long own = seed * 1_000_003 + number;
    return number % OPEN_PIT_EVERY == 0 ? openPit(code, own, chance) : colliery(code, own, chance);
  }

  private static MineSketch colliery(MineCode code, long seed, Noise chance) {
    int faces = 1 + (int) (chance.even(0) * chance.even(1) * MOST_FACES);
    int headings = 1 + (int) (chance.even(2) * MOST_HEADINGS);
    int people = FEWEST_PEOPLE + (int) ((faces + headings) * PEOPLE_A_PLACE * chance.even(3));
    List<String> zones = new ArrayList<>();
    List<String> points = new ArrayList<>();
    List<String> branches = new ArrayList<>(List.of("main-shaft", "pump-room"));
    for (int face = 1; face <= faces; face++) {
      branches.addAll(List.of("intake-" + face, "return-" + face));
    }
    for (int heading = 1; heading <= headings; heading++) {
      branches.add("heading-return-" + heading);
    }
    zones.add(zone("surface", "地面", "false", 0, "main-shaft", 2, 0));
    zones.add(zone("main-shaft", "主副井", "true", 400, "surface, main-haulage", 3, 0));
    zones.add(zone("main-haulage", "主运输大巷", "true", 400, String.join(", ", branches), 3, 1));
    zones.add(zone("pump-room", "中央水泵房", "true", 5, "main-haulage", 1, 1));
    points.add(point("V-MAIN", "main-haulage", "AIR_SPEED", "main-intake", 15));
    points.add(point("T-PUMP", "pump-room", "METHANE", "chamber", 15));
    points.add(point("L-PUMP", "pump-room", "WATER_LEVEL", "none", 30));
    points.add(point("Q-PUMP", "pump-room", "INFLOW", "", 30));
    points.add(point("PUMP-1", "pump-room", "SWITCH", "", 30));
    points.add(point("PUMP-2", "pump-room", "SWITCH", "", 30));
    points.add(point("RAIN-01", "surface", "RAINFALL", "", 60));
    for (int face = 1; face <= faces; face++) {
      face(face, zones, points);
    }
    for (int heading = 1; heading <= headings; heading++) {
      heading(heading, faces, zones, points);
    }
    String mineClass = CLASSES.get((int) (chance.even(4) * CLASSES.size()));
    MineSketch.Rows rows = new MineSketch.Rows(zones, points);
    return new MineSketch(code, MineSketch.Kind.COAL, mineClass, seed, people, rows);
  }

  private static void face(int n, List<String> zones, List<String> points) {
    int x = 3 + 2 * n;
    zones.add(zone("intake-" + n, n + "号进风巷", "true", 9, "main-haulage, face-" + n, x, 2));
    String beside = "intake-" + n + ", return-" + n;
    zones.add(zone("face-" + n, n + "号采煤工作面", "true", 25, beside, x, 3));
    zones.add(zone("return-" + n, n + "号回风巷", "true", 6, "main-haulage, face-" + n, x + 1, 2));
    points.add(point("T0-" + n, "face-" + n, "METHANE", "face-return-corner", 15));
    points.add(point("T1-" + n, "face-" + n, "METHANE", "coal-face", 15));
    points.add(point("T2-" + n, "return-" + n, "METHANE", "coal-face-return", 15));
    points.add(point("CO-" + n, "return-" + n, "CARBON_MONOXIDE", "carbon-monoxide", 15));
    points.add(point("O2-" + n, "intake-" + n, "OXYGEN", "intake-oxygen", 15));
    points.add(point("V-" + n, "return-" + n, "AIR_SPEED", "district-airway", 15));
    points.add(point("TEMP-" + n, "face-" + n, "TEMPERATURE", "coal-face", 30));
  }

  private static void heading(int n, int faces, List<String> zones, List<String> points) {
    int x = 4 + 2 * faces + n;
    String way = "heading-return-" + n;
    zones.add(zone(way, n + "号掘进回风巷", "true", 6, "main-haulage, heading-" + n, x, 2));
    zones.add(zone("heading-" + n, n + "号掘进工作面", "true", 9, way, x, 3));
    points.add(point("T1-H" + n, "heading-" + n, "METHANE", "heading-face", 15));
    points.add(point("T2-H" + n, way, "METHANE", "heading-return", 15));
    points.add(point("FAN-H" + n, "heading-" + n, "SWITCH", "auxiliary-fan", 15));
  }

  private static MineSketch openPit(MineCode code, long seed, Noise chance) {
    int slopes = 2 + (int) (chance.even(0) * (MOST_SLOPE_POINTS - 2));
    List<String> zones = new ArrayList<>();
    List<String> points = new ArrayList<>();
    zones.add(zone("surface", "地面", "false", 0, "north-wall, south-wall, pond", 1, 0));
    zones.add(zone("north-wall", "北帮", "false", 0, "surface", 0, 1));
    zones.add(zone("south-wall", "南帮", "false", 0, "surface", 2, 1));
    zones.add(zone("pond", "蓄水池", "false", 0, "surface", 1, 1));
    for (int n = 1; n <= slopes; n++) {
      String wall = n % 2 == 0 ? "north-wall" : "south-wall";
      points.add(point("GP-" + n, wall, "DISPLACEMENT", "", 60));
    }
    points.add(point("L-POND", "pond", "WATER_LEVEL", "", 60));
    points.add(point("RAIN-01", "surface", "RAINFALL", "", 60));
    MineSketch.Rows rows = new MineSketch.Rows(zones, points);
    return new MineSketch(code, MineSketch.Kind.OPEN_PIT, "metal-nonmetal", seed, 0, rows);
  }

  private static String zone(
      String id, String name, String underground, int limit, String beside, int x, int y) {
    return ("{id: %s, name: %s, nameEnglish: %s, underground: %s, peopleLimit: %d,"
            + " neighbours: [%s], x: %d, y: %d}")
        .formatted(id, name, id, underground, limit, beside, x, y);
  }

  static String point(String id, String zone, String measure, String location, int period) {
    String at = location.isEmpty() ? "" : " location: " + location + ",";
    return "{id: %s, zone: %s, measure: %s, name: %s, nameEnglish: %s,%s period: PT%dS}"
        .formatted(id, zone, measure, id, id, at, period);
  }
}
