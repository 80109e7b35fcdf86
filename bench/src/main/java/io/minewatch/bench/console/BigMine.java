package io.minewatch.bench.console;

import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.withdrawal.Muster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One mine with many points and people, and what is said of it. Each point has another value with
 * each update, far from any limit; every hundredth speaks with the first update alone, so that ages
 * differ.
 *
 * @param points so many, spread over the zones
 * @param people underground, spread over the zones
 */
record BigMine(int points, int people) {
  static final String CODE = "140921021337";
  private static final MineCode MINE = new MineCode(CODE);
  private static final int ZONES = 20;

  /** Readings in a message: a gateway's cycle. */
  private static final int BATCH = 100;

  private static final int QUIET = 100;

  /** What is measured in turns, where, with how many digits it is shown and from what it rises. */
  private enum Kind {
    GAS(Measure.METHANE, "coal-face", 2, 0.1),
    MONOXIDE(Measure.CARBON_MONOXIDE, "carbon-monoxide", 1, 1),
    HEAT(Measure.TEMPERATURE, "coal-face", 1, 15),
    WATER(Measure.INFLOW, "", 1, 60),
    SLOPE(Measure.DISPLACEMENT, "", 1, 3);

    private final Measure measure;
    private final String location;
    private final int digits;
    private final double least;

    Kind(Measure measure, String location, int digits, double least) {
      this.measure = measure;
      this.location = location;
      this.digits = digits;
      this.least = least;
    }
  }

  private static Kind kind(int point) {
    return Kind.values()[point % Kind.values().length];
  }

  /** The name of a point by its number. */
  static String name(int point) {
    return "P%04d".formatted(point);
  }

  /** Whether a point speaks once alone. */
  static boolean isQuiet(int point) {
    return point % QUIET == QUIET - 1;
  }

  private static String zone(int number) {
    return "zone-" + number;
  }

  /** All kinds in each zone, so that as many findings as there are zones have no zone in common. */
  private static String zoneOf(int point) {
    return zone(point / Kind.values().length % ZONES);
  }

  /** What the page is to show of a point after this update: digits, and nothing behind them. */
  String shown(int point, long update) {
    return String.format(Locale.ROOT, "%." + kind(point).digits + "f", value(point, update));
  }

  private static double value(int point, long update) {
    Kind kind = kind(point);
    double step = Math.pow(10, -kind.digits);
    return kind.least + step * ((point * 7L + (isQuiet(point) ? 0 : update) * 3L) % 40);
  }

  /** Its registry. */
  String yaml() {
    StringBuilder text = new StringBuilder();
    text.append("mine: \"").append(CODE).append("\"\nname: 大矿\nnameEnglish: Large mine\n");
    text.append("kind: coal-underground\nclasses: [high-gas]\n");
    text.append("jurisdiction: [\"14\", \"1409\", \"140921\"]\ntagPeriod: PT30S\nzones:\n");
    text.append("  - {id: surface, name: 地面, nameEnglish: Surface, underground: false,");
    text.append(" neighbours: [zone-0], x: 0, y: 0}\n");
    for (int zone = 0; zone < ZONES; zone++) {
      String before = zone == 0 ? "surface" : zone(zone - 1);
      String next = zone == ZONES - 1 ? "" : ", " + zone(zone + 1);
      text.append(
          "  - {id: %s, name: %d号巷道, nameEnglish: Roadway %d, underground: true,"
              .formatted(zone(zone), zone, zone));
      text.append(
          " neighbours: [%s%s], x: %d, y: %d}\n".formatted(before, next, zone % 4, 1 + zone / 4));
    }
    text.append("points:\n");
    for (int point = 0; point < points; point++) {
      Kind kind = kind(point);
      text.append(
          "  - {id: %s, zone: %s, measure: %s, name: 测点%d, nameEnglish: Point %d,"
              .formatted(name(point), zoneOf(point), kind.measure, point, point));
      text.append(kind.location.isEmpty() ? "" : " location: " + kind.location + ",");
      text.append(" period: PT1S}\n");
    }
    return text.toString();
  }

  /** The messages of one update. */
  List<Envelope> update(long number, Instant measured) {
    List<Envelope> messages = new ArrayList<>();
    for (int first = 0; first < points; first += BATCH) {
      GatewayId gateway = new GatewayId("gw-" + first / BATCH);
      Topic topic = Topic.of(Topic.Kind.READINGS, MINE, gateway);
      ReadingBatch batch = new ReadingBatch();
      for (int point = first; point < Math.min(points, first + BATCH); point++) {
        if (number == 0 || !isQuiet(point)) {
          batch.add(
              name(point),
              value(point, number),
              kind(point).measure.wireUnit(),
              measured.toEpochMilli(),
              Quality.GOOD);
        }
      }
      messages.add(Mail.of(topic, Senml.writeJson(topic, batch), ContentTypes.SENML_JSON));
    }
    return messages;
  }

  /** What judging says of it every few seconds. */
  List<Envelope> told(Instant at) {
    List<Muster.ZoneCount> counts = new ArrayList<>();
    for (int zone = 0; zone < ZONES; zone++) {
      counts.add(new Muster.ZoneCount(new ZoneId(zone(zone)), inZone(zone), 0));
    }
    Summary summary = Told.summary(MINE, at, points, people);
    Muster muster = new Muster(MINE, at, at, 0, counts, 0, List.of());
    return List.of(
        Mail.of(Topic.of(Topic.Kind.SUMMARY, MINE), summary),
        Mail.of(Topic.of(Topic.Kind.MUSTER, MINE), muster));
  }

  private int inZone(int zone) {
    return people / ZONES + (zone < people % ZONES ? 1 : 0);
  }

  /** A finding that is a cause of its own, at one of its gas points. */
  Envelope finding(int number, Instant at) {
    int kinds = Kind.values().length;
    int point = number * kinds % (points - points % kinds);
    return Told.finding(MINE, new Told.Place(name(point), zoneOf(point)), number, at);
  }
}
