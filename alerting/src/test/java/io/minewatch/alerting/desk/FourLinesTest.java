package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.fourline.FourLine;
import io.minewatch.alerting.fourline.FourLineIndex.By;
import io.minewatch.alerting.fourline.FourLineIndex.Question;
import io.minewatch.alerting.fourline.FourLineRules;
import io.minewatch.alerting.fourline.Judged.Cause;
import io.minewatch.alerting.fourline.MinePlace;
import io.minewatch.alerting.fourline.Outage;
import io.minewatch.alerting.fourline.Row;
import io.minewatch.alerting.fourline.Span;
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
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Samples;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class FourLinesTest {
  private static final Instant T = Instant.parse("2026-03-01T16:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final Clock CLOCK = Clock.fixed(T.plus(Duration.ofHours(24)), ZoneOffset.UTC);
  private static final FourLineRules RULES = new FourLineRules(Duration.ofMinutes(10), 0.5, 3);
  private static final int MINES_OF_A_COUNTY = 4;

  /** So many mines and days; the nation's mines and a month by command. */
  private static final int MINES = Integer.getInteger("minewatch.four-line-mines", 60);

  private static final int DAYS = Integer.getInteger("minewatch.four-line-days", 2);
  private static final int OUTAGES_A_DAY = 10;

  @TempDir private Path folder;
  private Database database;
  private Store store;

  @BeforeEach
  void start() {
    database = Database.open("jdbc:sqlite:" + folder.resolve("alerting.db"), "", "");
    store = Store.of(database);
  }

  @AfterEach
  void stop() {
    database.close();
  }

  private static String code(int mine) {
    return String.valueOf(140_000_000_000L + mine);
  }

  private static MineEntry entry(int mine, Plan like) {
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

  private FourLines lines(int mines) throws Exception {
    Plan like = Messages.read(Samples.bytes("plan.json"), Plan.class);
    Map<String, MineEntry> all = new TreeMap<>();
    for (int i = 0; i < mines; i++) {
      all.put(code(i), entry(i, like));
    }
    return new FourLines(store, new Mines(all), RULES, Duration.ofMinutes(3), CLOCK);
  }

  private static Question question(By by, int mines) {
    Map<String, MinePlace> places = new TreeMap<>();
    for (int i = 0; i < mines; i++) {
      List<String> path = List.of("14", "1409", "c" + i / MINES_OF_A_COUNTY, code(i));
      places.put(
          code(i), new MinePlace(code(i), path, ZoneId.of("Asia/Shanghai"), 500, Instant.EPOCH));
    }
    return new Question(by, places, DAY, DAY, Spans.NONE, CLOCK.instant());
  }

  private static Finding silence(String id, @Nullable Instant ended) {
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

  @Test
  void whatWasFoundBeforeThereWasAnIndexIsCountedOnce() throws Exception {
    FourLines lines = lines(2);
    database.write(
        () -> {
          store.findings().keep(silence("a", null));
          store.findings().keep(silence("a", T.plusSeconds(90)));
          return store.findings().keep(silence("b", null));
        });
    assertThat(lines.index(question(By.MINE, 1)).get(0).lines()).isEmpty();

    database.write(() -> store.findings().keep(silence("e", null)));
    unreadable("d".repeat(32));
    FourLineFill fill = new FourLineFill(store, CLOCK);
    assertThat(fill.some()).as("but for one that cannot be read").isTrue();
    assertThat(lines.isWhole()).isFalse();
    assertThat(fill.some()).isFalse();
    assertThat(lines.isWhole()).isTrue();

    Row row = lines.index(question(By.MINE, 1)).get(0);
    assertThat(row.open()).as("two last, at one point").isEqualTo(2);
    assertThat(row.lines().get(FourLine.LINE).times()).as("both overlap").isEqualTo(1);
    database.write(() -> store.findings().keep(silence("c", null)));
    assertThat(new FourLineFill(store, CLOCK).some()).isFalse();
    assertThat(
            lines.judged(
                Set.of(code(0)), new Span(T, T.plusSeconds(1)), Spans.NONE, CLOCK.instant()))
        .as("made once: from then on each fact is noted as it comes")
        .hasSize(3);
  }

  /** A row that another hand wrote. */
  private void unreadable(String id) throws Exception {
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("alerting.db"));
        PreparedStatement insert =
            other.prepareStatement("insert into finding values (?, 'x', ?, ?)")) {
      insert.setString(1, id);
      insert.setString(2, code(0));
      insert.setString(3, "{\"check\":\"SILENCE\", of which the rest is lost");
      insert.executeUpdate();
    }
  }

  @Test
  void aCallWaitsForNoPlanButTheOneAtHand() {
    List<Finding> asked = new ArrayList<>();
    FourLines.RuleOf rules =
        finding -> {
          asked.add(finding);
          return null;
        };
    Finding point = silence("a", null);
    assertThat(FourLines.outage(List.of(point), rules).line()).isEqualTo(FourLine.LINE);
    assertThat(asked).containsExactly(point);
    asked.clear();
    assertThat(FourLine.isOfItsRule(point)).isTrue();
    Finding gateway = about(point, Subject.of(new GatewayId("gw-01")));
    assertThat(FourLines.outage(List.of(gateway), rules).line()).isEqualTo(FourLine.NETWORK);
    assertThat(asked).as("what a gateway is cut from says its subject").isEmpty();
  }

  @Test
  void whatIsFlaggedAsNoMeasurementIsNoBrokenLineWhenItsRuleLeavesThePlan() throws Exception {
    FourLines lines = lines(1);
    database.write(
        () -> {
          store.fourLines().made(CLOCK.instant());
          return store.findings().keep(silence("a", null)); // its rule said: heard, and flagged
        });
    note(silence("a", T.plusSeconds(90)));
    Span all = new Span(T, CLOCK.instant());
    assertThat(lines.judged(Set.of(code(0)), all, Spans.NONE, CLOCK.instant())).isEmpty();

    note(silence("b", null));
    note(silence("b", T.plusSeconds(90)));
    assertThat(lines.judged(Set.of(code(0)), all, Spans.NONE, CLOCK.instant()))
        .as("what was one ends")
        .singleElement()
        .satisfies(one -> assertThat(one.outage().ended()).isEqualTo(T.plusSeconds(90)));
  }

  private void note(Finding fact) {
    database.write(
        () -> {
          store.findings().keep(fact);
          FourLines.note(store, store.findings().facts(fact.id()), null);
          return fact;
        });
  }

  private static Finding about(Finding like, Subject subject) {
    return new Finding(
        like.id(),
        like.fact(),
        like.kind(),
        like.mine(),
        subject,
        null,
        null,
        "",
        like.check(),
        like.rule(),
        like.severity(),
        like.onset(),
        like.measured(),
        like.received(),
        like.judged(),
        null,
        like.quality(),
        0,
        Double.NaN,
        like.onset(),
        1,
        Map.of());
  }

  @Test
  void aFindingShowsThatJudgingWatchedAboutThenAndNotForAllOfAGap() throws Exception {
    FourLines lines = lines(1);
    Instant end = CLOCK.instant();
    lines.watched(T);
    lines.watched(end);
    Instant found = T.plus(Duration.ofHours(2));
    database.write(
        () -> {
          store.fourLines().keep(cut("f1", 0, found));
          return true;
        });
    assertThat(lines.unwatched(new Span(T, end)).parts())
        .containsExactly(
            new Span(Instant.EPOCH, T),
            new Span(T, found.minusSeconds(180)),
            new Span(found.plusSeconds(180), end));
  }

  @Test
  void aRegionsOutageIsToldToWhoSeesOneMineOfItAlone() throws Exception {
    FourLines lines = lines(8);
    database.write(
        () -> {
          for (int mine = 0; mine < 3; mine++) {
            store.fourLines().keep(cut("f" + mine, mine, T.plusSeconds(60L * mine)));
          }
          store.fourLines().keep(cut("f9", 4, T));
          return true;
        });
    Span hour = new Span(T, T.plus(Duration.ofHours(1)));
    assertThat(lines.judged(Set.of(code(0)), hour, Spans.NONE, CLOCK.instant()))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.cause()).isEqualTo(Cause.REGION);
              assertThat(one.cut()).isEqualTo(3);
              assertThat(one.mines()).isEqualTo(4);
            });
    assertThat(lines.judged(Set.of(code(4)), hour, Spans.NONE, CLOCK.instant()).get(0).cause())
        .as("alone in its county")
        .isEqualTo(Cause.OWN);
  }

  @Test
  void aTestReadingThatComesBackSaysThatThePlatformWatches() throws Exception {
    FourLines lines = lines(1);
    Span all = new Span(T.minus(Duration.ofDays(1)), CLOCK.instant());
    lines.watched(null);
    assertThat(lines.unwatched(all).parts())
        .containsExactly(new Span(Instant.EPOCH, CLOCK.instant()));
    lines.watched(T);
    lines.watched(T.plus(Duration.ofHours(2)));
    lines.watched(CLOCK.instant());
    assertThat(lines.unwatched(all).parts().get(1))
        .isEqualTo(new Span(T, T.plus(Duration.ofHours(2))));
  }

  private static Outage cut(String finding, int mine, Instant onset) {
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

  /** Seeded: outages of every kind, some for days, spread over the days before. */
  private void fill(int mines, int days) {
    Random random = new Random(9);
    List<String> forty = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      forty.add("T1-" + i);
    }
    int[] number = {0};
    for (int back = 0; back < days; back++) {
      Instant day = T.minus(Duration.ofDays(back));
      database.write(
          () -> {
            for (int mine = 0; mine < mines; mine++) {
              for (int i = 0; i < OUTAGES_A_DAY; i++) {
                store.fourLines().keep(outage(number[0]++, mine, day, random, forty));
              }
            }
            return true;
          });
    }
  }

  private static Outage outage(
      int number, int mine, Instant day, Random random, List<String> forty) {
    FourLine line = List.of(FourLine.values()).get(random.nextInt(4));
    Instant onset = day.plusSeconds(random.nextInt(86_400));
    long lasted = random.nextInt(1_000) == 0 ? 86_400L * 9 : 60 + random.nextInt(7_200);
    boolean cut = line == FourLine.NETWORK;
    String point = "T1-" + random.nextInt(500);
    return new Outage(
        "f" + number,
        code(mine),
        line,
        cut ? "gateway/gw-01" : point,
        cut ? forty : List.of(point),
        cut ? 60 : 1,
        onset,
        onset.plusSeconds(lasted),
        "outage",
        new Outage.Told(onset, onset.plusSeconds(lasted), Outage.End.CLEARED),
        null);
  }

  @Test
  @EnabledIfSystemProperty(named = "minewatch.four-line-mines", matches = "\\d+")
  void aDayOfManyMinesIsAnsweredQuickly() throws Exception {
    fill(MINES, DAYS);
    FourLines lines = lines(MINES);
    StringBuilder said = new StringBuilder();
    for (By by : By.values()) {
      Question question = question(by, MINES);
      lines.index(question); // once before, as a page that was looked at
      long from = System.nanoTime();
      List<Row> rows = lines.index(question);
      long millis = (System.nanoTime() - from) / 1_000_000;
      said.append(" %s %d rows %d ms;".formatted(by, rows.size(), millis));
      assertThat(millis).as(said.toString()).isLessThan(2_000);
    }
    System.out.printf(
        "four lines, a day of %d mines among %d outages:%s%n",
        MINES, MINES * DAYS * OUTAGES_A_DAY, said);
  }
}
