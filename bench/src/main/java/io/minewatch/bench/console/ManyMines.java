package io.minewatch.bench.console;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.withdrawal.Muster;
import java.time.Instant;
import java.util.List;

/**
 * The mines of a nation: small registries, and summaries as of average mines.
 *
 * @param count of mines
 * @param incidents open, each at a mine of its own as far as there are mines
 */
record ManyMines(int count, int incidents) {
  private static final int PROVINCES = 26;
  private static final int CITIES = 8;
  private static final int COUNTIES = 6;

  /** Of an average mine of the nation. */
  private static final int POINTS = 180;

  private static final int PEOPLE = 240;

  /** How many areas are right below the nation. */
  int provinces() {
    return Math.min(PROVINCES, count);
  }

  long underground() {
    return (long) count * PEOPLE;
  }

  private static String county(int mine) {
    int city = mine / PROVINCES % CITIES;
    int county = mine / PROVINCES / CITIES % COUNTIES;
    return "%02d%02d%02d".formatted(11 + mine % PROVINCES, 1 + city, 1 + county);
  }

  static String code(int mine) {
    return county(mine) + "%06d".formatted(mine);
  }

  /** The registry of a mine. */
  static String yaml(int mine) {
    String county = county(mine);
    return """
        mine: "%s"
        name: 矿%d
        nameEnglish: Mine %d
        kind: coal-underground
        classes: [high-gas]
        jurisdiction: ["%s", "%s", "%s"]
        tagPeriod: PT30S
        zones:
          - {id: surface, name: 地面, nameEnglish: Surface, underground: false, neighbours: [face], x: 0, y: 0}
          - {id: face, name: 工作面, nameEnglish: Face, underground: true, neighbours: [surface], x: 0, y: 1}
        points:
          - {id: T1, zone: face, measure: METHANE, name: 甲烷, nameEnglish: Methane, location: coal-face, period: PT10S}
        """
        .formatted(code(mine), mine, mine, county.substring(0, 2), county.substring(0, 4), county);
  }

  /** What judging says of a mine every few seconds. */
  static List<Envelope> told(int mine, Instant at) {
    MineCode code = new MineCode(code(mine));
    Muster muster =
        new Muster(
            code,
            at,
            at,
            0,
            List.of(new Muster.ZoneCount(new ZoneId("face"), PEOPLE, 0)),
            0,
            List.of());
    return List.of(
        Mail.of(Topic.of(Topic.Kind.SUMMARY, code), Told.summary(code, at, POINTS, PEOPLE)),
        Mail.of(Topic.of(Topic.Kind.MUSTER, code), muster));
  }

  /** One of the findings, with its number. */
  Envelope finding(int number, Instant at) {
    MineCode code = new MineCode(code(number * 31 % count));
    return Told.finding(code, new Told.Place("T1", "face"), number, at);
  }
}
