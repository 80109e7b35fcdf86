package io.minewatch.alerting.desk;

import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.fourline.FourLine;
import io.minewatch.alerting.fourline.FourLineIndex.By;
import io.minewatch.alerting.fourline.FourLineIndex.Question;
import io.minewatch.alerting.fourline.FourLineRules;
import io.minewatch.alerting.fourline.MinePlace;
import io.minewatch.alerting.fourline.Outage;
import io.minewatch.alerting.fourline.Spans;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.OutageRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Samples;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A database, mines in counties, and outages that are put into it. */
abstract class FourLinesDatabase {
  static final Instant T = Instant.parse("2026-03-01T16:00:00Z");
  static final LocalDate DAY = LocalDate.parse("2026-03-02");
  static final Clock CLOCK = Clock.fixed(T.plus(Duration.ofHours(24)), ZoneOffset.UTC);
  static final FourLineRules RULES = new FourLineRules(Duration.ofMinutes(10), 0.5, 3);
  static final int MINES_OF_A_COUNTY = 4;

  @TempDir Path folder;
  Database database;
  Store store;

  @BeforeEach
  void start() {
    database = Database.open("jdbc:sqlite:" + folder.resolve("alerting.db"), "", "");
    store = Store.of(database);
  }

  @AfterEach
  void stop() {
    database.close();
  }

  static String code(int mine) {
    return String.valueOf(140_000_000_000L + mine);
  }

  static MineEntry entry(int mine, Plan like) {
    Plan plan =
        new Plan(
            new MineCode(code(mine)),
            like.name(),
            like.nameEnglish(),
            like.version(),
            like.effectiveFrom(),
            like.status(),
            like.shifts(),
            like.tagPeriod(),
            like.zones(),
            like.points(),
            like.rules());
    List<String> county = List.of("14", "1409", "c" + mine / MINES_OF_A_COUNTY);
    return new MineEntry("COAL", county, 1, new Document(Map.of()), plan, null);
  }

  FourLines lines(int mines) throws Exception {
    Plan like = Messages.read(Samples.bytes("plan.json"), Plan.class);
    Map<String, MineEntry> all = new TreeMap<>();
    for (int i = 0; i < mines; i++) {
      all.put(code(i), entry(i, like));
    }
    return new FourLines(store, new Mines(all), RULES, Duration.ofMinutes(3), CLOCK);
  }

  /** A plan by which the rule of {@link #silence} is about this. */
  static Plan plan(OutageRule.Of of) throws Exception {
    Plan like = Messages.read(Samples.bytes("plan.json"), Plan.class);
    OutageRule rule = like.rulesOf(OutageRule.class).get(0);
    List<Rule> rules = new ArrayList<>(like.rules());
    rules.add(
        new OutageRule(
            "gone-rule",
            of,
            "无",
            "none",
            rule.lawful(),
            rule.other(),
            rule.delays(),
            rule.source()));
    return new Plan(
        new MineCode(code(0)),
        like.name(),
        like.nameEnglish(),
        1,
        like.effectiveFrom(),
        like.status(),
        like.shifts(),
        like.tagPeriod(),
        like.zones(),
        like.points(),
        rules);
  }

  static Question question(By by, int mines) {
    Map<String, MinePlace> places = new TreeMap<>();
    for (int i = 0; i < mines; i++) {
      List<String> path = List.of("14", "1409", "c" + i / MINES_OF_A_COUNTY, code(i));
      places.put(
          code(i), new MinePlace(code(i), path, ZoneId.of("Asia/Shanghai"), 500, Instant.EPOCH));
    }
    return new Question(by, places, DAY, DAY, Spans.NONE, CLOCK.instant());
  }

  static Finding silence(String id, @Nullable Instant ended) {
    Instant measured = ended == null ? T : ended;
    return new Finding(
        new FindingId(id.repeat(32)),
        ended == null ? 0 : 1,
        ended == null ? FindingKind.OPENED : FindingKind.CLEARED,
        new MineCode(code(0)),
        Subject.of(new PointId("T1-0101")),
        null,
        null,
        "",
        Check.SILENCE,
        "gone-rule",
        Severity.YELLOW,
        T,
        measured,
        measured,
        measured,
        null,
        Quality.GOOD,
        0,
        Double.NaN,
        T,
        1,
        Map.of());
  }

  static Outage cut(String finding, int mine, Instant onset) {
    return new Outage(
        finding,
        code(mine),
        FourLine.NETWORK,
        "gateway/gw-01",
        List.of("T1"),
        1,
        onset,
        onset.plusSeconds(600),
        "outage-network",
        new Outage.Told(onset, onset.plusSeconds(600), Outage.End.CLEARED),
        null);
  }
}
