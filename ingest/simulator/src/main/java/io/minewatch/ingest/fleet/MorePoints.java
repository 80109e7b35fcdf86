package io.minewatch.ingest.fleet;

import java.util.ArrayList;
import java.util.List;

/** Gives an invented mine more sensors where it has some: a large mine has hundreds. */
final class MorePoints {
  private static final int KINDS = 5;
  private static final int GAS_SECONDS = 15;
  private static final int SLOPE_SECONDS = 60;

  private MorePoints() {}

  /** The mine itself if it has so many points already. */
  static MineSketch atLeast(int points, MineSketch mine) {
    List<String> rows = new ArrayList<>(mine.rows().points());
    int faces = (int) mine.rows().zones().stream().filter(MorePoints::isFace).count();
    for (int n = 1; rows.size() < points; n++) {
      rows.add(faces > 0 ? gas(n, 1 + n / KINDS % faces) : slope(n));
    }
    MineSketch.Rows more = new MineSketch.Rows(mine.rows().zones(), rows);
    return new MineSketch(
        mine.mine(), mine.kind(), mine.mineClass(), mine.seed(), mine.people(), more);
  }

  private static boolean isFace(String zone) {
    return zone.startsWith("{id: face-");
  }

  private static String gas(int n, int face) {
    String id = "X-" + n;
    return switch (n % KINDS) {
      case 0 -> Sketches.point(id, "return-" + face, "METHANE", "coal-face-return", GAS_SECONDS);
      case 1 ->
          Sketches.point(id, "return-" + face, "CARBON_MONOXIDE", "carbon-monoxide", GAS_SECONDS);
      case 2 -> Sketches.point(id, "return-" + face, "AIR_SPEED", "district-airway", GAS_SECONDS);
      case 3 -> Sketches.point(id, "intake-" + face, "OXYGEN", "intake-oxygen", GAS_SECONDS);
      default -> Sketches.point(id, "face-" + face, "TEMPERATURE", "coal-face", GAS_SECONDS);
    };
  }

  private static String slope(int n) {
    String wall = n % 2 == 0 ? "north-wall" : "south-wall";
    return Sketches.point("X-" + n, wall, "DISPLACEMENT", "", SLOPE_SECONDS);
  }
}
