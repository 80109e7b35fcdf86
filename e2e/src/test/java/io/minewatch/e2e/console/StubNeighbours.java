package io.minewatch.e2e.console;

import io.minewatch.alerting.overview.Freshness;
import io.minewatch.alerting.overview.MineNow;
import io.minewatch.alerting.overview.Overview;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.reading.MineCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mines beside the one that is played: they are in no stream, and in the overview. */
final class StubNeighbours {
  private static final List<String> COUNTY = List.of("14", "1409", "140921");
  private static final Duration TAGS = Duration.ofSeconds(30);
  private static final Freshness TERMS =
      new Freshness(Duration.ofSeconds(20), Duration.ofSeconds(60));

  private record Neighbour(String code, boolean speaks) {}

  private final Clock clock;
  private final List<Neighbour> all = new ArrayList<>();

  StubNeighbours(Clock clock) {
    this.clock = clock;
  }

  /** So many more mines of the same county, whose judging is heard. */
  void speaking(int count) {
    add(count, true);
  }

  /** So many more of which nothing was ever heard. */
  void silent(int count) {
    add(count, false);
  }

  private void add(int count, boolean speaks) {
    for (int i = 0; i < count; i++) {
      all.add(new Neighbour("14092102%04d".formatted(2000 + all.size()), speaks));
    }
  }

  /** The list of mines, the played one first. */
  List<Map<String, Object>> list(StubMine mine) {
    List<Map<String, Object>> rows = new ArrayList<>();
    rows.add(
        Map.of(
            "mine",
            mine.plan.mine(),
            "name",
            mine.plan.name(),
            "nameEnglish",
            mine.plan.nameEnglish(),
            "jurisdiction",
            COUNTY,
            "summary",
            mine.summary()));
    for (Neighbour each : all) {
      rows.add(
          Map.of(
              "mine", each.code, "name", "邻矿", "nameEnglish", "Neighbour", "jurisdiction", COUNTY));
    }
    return rows;
  }

  /** The overview as the service makes it. */
  Overview overview(StubMine mine, @Nullable String query) {
    Instant now = clock.instant();
    List<MineNow> mines = new ArrayList<>();
    mines.add(now(mine.plan.mine().value(), mine.summary(), mine.muster().lastFix()));
    for (Neighbour each : all) {
      Summary summary = each.speaks ? summary(each.code, now) : null;
      mines.add(now(each.code, summary, each.speaks ? now : null));
    }
    String area = query == null ? "" : query.replace("area=", "");
    List<String> codes = List.of(area.split("/", -1)).stream().filter(c -> !c.isEmpty()).toList();
    return Overview.of(mines, codes, TERMS, now);
  }

  private static MineNow now(String code, @Nullable Summary summary, @Nullable Instant lastFix) {
    List<String> path = new ArrayList<>(COUNTY);
    path.add(code);
    return new MineNow(path, "矿" + code, "Mine", TAGS, summary, lastFix, MineNow.Open.NONE);
  }

  private static Summary summary(String code, Instant now) {
    return new Summary(
        new MineCode(code),
        now,
        1,
        40,
        40,
        0,
        0,
        0,
        50,
        now,
        0,
        List.of(),
        List.of(),
        new Summary.Readings(0, 0, 0),
        List.of(),
        List.of());
  }
}
