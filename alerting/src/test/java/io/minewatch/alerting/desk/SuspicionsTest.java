package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.clue.Clue;
import io.minewatch.alerting.clue.ClueAct;
import io.minewatch.alerting.clue.ClueAct.Outcome;
import io.minewatch.alerting.clue.ClueClocks;
import io.minewatch.alerting.clue.ClueEvidence;
import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.fourline.FourLine;
import io.minewatch.alerting.fourline.FourLineRules;
import io.minewatch.alerting.fourline.Outage;
import io.minewatch.alerting.journal.ClueRows.Listed;
import io.minewatch.alerting.journal.ClueRows.Slice;
import io.minewatch.alerting.journal.ClueRows.Which;
import io.minewatch.alerting.journal.ClueRows.Whose;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.journal.SuspectRows;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.suspect.Suspicion;
import io.minewatch.alerting.suspect.SuspicionRules;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Samples;
import io.minewatch.series.note.Rewrite;
import io.minewatch.series.note.RewriteCount;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuspicionsTest {
  private static final Instant T = Instant.parse("2026-03-09T00:00:00Z");
  private static final Clock CLOCK = Clock.fixed(T, ZoneOffset.UTC);
  private static final Instant LONG_AGO = T.minus(Duration.ofHours(2));
  private static final Duration DAY = Duration.ofDays(1);
  private static final String MINE = "140921021337";

  @TempDir private Path folder;
  private Database database;
  private Store store;
  private ClueDesk clues;
  private Suspicions suspicions;
  private Repeats repeats;

  @BeforeEach
  void start() throws Exception {
    database = Database.open("jdbc:sqlite:" + folder.resolve("alerting.db"), "", "");
    store = Store.of(database);
    clues = new ClueDesk(store, new ClueClocks(DAY, DAY, DAY, DAY, DAY), CLOCK);
    FourLineRules rules = new FourLineRules(Duration.ofMinutes(10), 0.5, 3);
    Plan plan = Messages.read(Samples.bytes("plan.json"), Plan.class);
    List<String> county = List.of("14", "1409", "140921");
    Mines mines =
        new Mines(
            Map.of(MINE, new MineEntry("COAL", county, 1, new Document(Map.of()), plan, null)));
    FourLines lines = new FourLines(store, mines, rules, Duration.ofMinutes(3), CLOCK);
    SuspicionRules week = new SuspicionRules(Duration.ofDays(7), 3, Duration.ofHours(1), 0.6);
    LostPoints.Terms terms = new LostPoints.Terms(week, rules);
    suspicions = new Suspicions(store, clues, mines, new LostPoints(store, lines, terms, CLOCK));
    repeats = new Repeats(store, clues, lines, mines, terms, CLOCK);
  }

  @AfterEach
  void stop() {
    database.close();
  }

  private List<Listed> listed() {
    return store.clues().list(new Whose("-", List.of(MINE)), Which.ALL, T, new Slice(0, 10));
  }

  private static Finding blind(String id) {
    return lost(id, "T1-0101", LONG_AGO);
  }

  private static Finding lost(String id, String point, Instant at) {
    return fact(id, Subject.of(new PointId(point)), at, Map.of("lost", "RISING"));
  }

  private static Finding fact(String id, Subject about, Instant at, Map<String, String> detail) {
    return new Finding(
        new FindingId(id.repeat(32)),
        1,
        FindingKind.BLIND,
        new MineCode(MINE),
        about,
        null,
        Measure.METHANE,
        "%CH4",
        Check.LIMIT,
        "r",
        Severity.RED,
        at,
        at,
        at,
        at.plusSeconds(30),
        null,
        Quality.STALE,
        1,
        1,
        at,
        1,
        detail);
  }

  private void note(Finding fact) {
    database.write(
        () -> {
          store.findings().keep(fact);
          Suspicions.note(store, fact, null);
          return fact;
        });
  }

  private void done(String id, ClueAct act) {
    Clue clue = store.clueJournal().find(id);
    assertThat(clues.act(id, clue.version(), at -> act).refusal()).isNull();
  }

  private void closed(String id) {
    done(id, new ClueAct.Assign(T, "li", "王", ""));
    done(id, new ClueAct.Visit(T, "li", "到矿"));
    done(id, new ClueAct.Find(T, "li", Outcome.UNFOUNDED, "电缆被砸断，有记录"));
    done(id, new ClueAct.Close(T, "zhao", "无"));
  }

  @Test
  void aFactIsAClueOnceGrowsWithTheNextAndIsNotBornAgainOfWhatWasChecked() {
    note(blind("a"));
    note(blind("a"));
    suspicions.dark();
    suspicions.dark();
    assertThat(listed())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.feature()).isEqualTo("DARK_WHILE_RISING");
              assertThat(one.subject()).isEqualTo("T1-0101");
              assertThat(one.path()).isEqualTo("14/1409/140921/140921021337");
              assertThat(one.evidence()).isEqualTo(1);
            });
    assertThat(waiting()).isEmpty();
    note(blind("b"));
    suspicions.dark();
    String id = listed().get(0).id();
    assertThat(store.clueJournal().find(id).evidence())
        .extracting(ClueEvidence::ref)
        .containsExactly("a".repeat(32), "b".repeat(32));
    assertThat(store.clueJournal().events(id).get(0).by()).isEqualTo(LedgerRows.SYSTEM);

    closed(id);
    note(blind("a"));
    suspicions.dark();
    assertThat(listed()).as("what was checked is no new clue").hasSize(1);
    note(blind("c"));
    suspicions.dark();
    assertThat(listed()).hasSize(2);
  }

  private List<Suspicion> waiting() {
    return store.suspects().waiting(SuspectRows.Which.DARK, "", 10);
  }

  private static Outage cut(String finding, String mine, Instant onset, List<String> points) {
    return new Outage(
        finding,
        mine,
        FourLine.NETWORK,
        "gateway/gw-01",
        points,
        points.size(),
        onset,
        onset.plusSeconds(900),
        "r",
        new Outage.Told(onset.plusSeconds(30), onset.plusSeconds(900), Outage.End.CLEARED),
        null);
  }

  private void keep(Outage outage) {
    database.write(
        () -> {
          store.fourLines().keep(outage);
          return outage;
        });
  }

  @Test
  void oneCutOfAGatewayIsOneClueForAllPointsBehindIt() {
    keep(cut("f1", MINE, LONG_AGO.plusSeconds(5), List.of("T1-0101", "T1-0102")));
    note(lost("a", "T1-0101", LONG_AGO));
    note(lost("b", "T1-0102", LONG_AGO));
    note(lost("c", "T1-0109", LONG_AGO));
    suspicions.dark();
    assertThat(listed())
        .extracting(one -> one.subject() + " " + one.evidence())
        .containsExactlyInAnyOrder("gateway/gw-01 2", "T1-0109 1");
  }

  @Test
  void aCutOfTheRegionIsNobodysClue() {
    keep(cut("f1", MINE, LONG_AGO, List.of("T1-0101")));
    for (String other : List.of("x1", "x2")) {
      keep(cut(other, other, LONG_AGO.plusSeconds(60), List.of()));
      database.write(
          () -> {
            store.fourLines().note(other, new Outage.County("14/1409/140921", 4));
            return other;
          });
    }
    note(blind("a"));
    suspicions.dark();
    assertThat(listed()).isEmpty();
    assertThat(waiting()).as("nothing is left to be told").isEmpty();
  }

  @Test
  void whoseCutItWasIsToldWhenOtherMinesAreHeardOf() {
    note(lost("a", "T1-0101", T.minus(Duration.ofMinutes(20))));
    suspicions.dark();
    assertThat(listed()).isEmpty();
    assertThat(waiting()).as("two windows after it was judged").hasSize(1);
    note(lost("b", "T1-0101", T.minus(Duration.ofMinutes(21))));
    suspicions.dark();
    assertThat(listed()).hasSize(1);
    assertThat(waiting()).hasSize(1);
  }

  @Test
  void whatIsToldOfThePastIsNoReason() {
    note(blind("a").asPast());
    assertThat(waiting()).isEmpty();
  }

  @Test
  void manyPointsLostByThemselvesAreOneClueOfTheMine() {
    for (int i = 0; i <= Suspicion.MOST_SUBJECTS; i++) {
      note(lost(Integer.toHexString(i), "T1-010" + i, LONG_AGO));
    }
    suspicions.dark();
    assertThat(listed()).singleElement().satisfies(one -> assertThat(one.subject()).isEmpty());
    assertThat(waiting()).isEmpty();
    assertThat(store.clueJournal().find(listed().get(0).id()).evidence())
        .extracting(ClueEvidence::words)
        .as("its evidence names them")
        .contains("r T1-0100 " + LONG_AGO, "r T1-0101 " + LONG_AGO);
  }

  @Test
  void theNumberOfACardIsInNoWords() {
    note(fact("b", Subject.parse("card/4711"), LONG_AGO, Map.of("lost", "RISING")));
    assertThat(waiting())
        .singleElement()
        .satisfies(one -> assertThat(one.evidence().get(0).words()).isEqualTo("r " + LONG_AGO));
  }

  @Test
  void oneFactThatCannotBeReadStandsBeforeNoOther() throws Exception {
    note(blind("a"));
    note(blind("b"));
    try (Connection other = other();
        Statement spoil = other.createStatement()) {
      spoil.executeUpdate("update finding set body = '{' where id like 'a%'");
    }
    suspicions.dark();
    suspicions.dark();
    assertThat(listed()).singleElement().satisfies(one -> assertThat(one.evidence()).isEqualTo(1));
    assertThat(waiting()).extracting(each -> each.evidence().get(0).ref()).hasSize(1);
  }

  private Connection other() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("alerting.db"));
  }

  @Test
  void outagesThatRepeatAreAClueAndAfterItsCloseTheyMustRepeatAnew() {
    for (int day = 1; day <= 3; day++) {
      keep(night(day, 0));
    }
    repeats.outages();
    repeats.outages();
    assertThat(listed())
        .singleElement()
        .satisfies(one -> assertThat(one.feature()).isEqualTo("SAME_HOUR"))
        .satisfies(one -> assertThat(one.evidence()).isEqualTo(3));
    closed(listed().get(0).id());
    for (int minute = 1; minute <= 4; minute++) {
      keep(night(4, minute));
    }
    repeats.outages();
    assertThat(listed()).as("four times in one night repeat nothing yet").hasSize(1);
    keep(night(5, 0));
    keep(night(6, 0));
    repeats.outages();
    assertThat(listed())
        .extracting(Listed::evidence)
        .as("of three nights that nobody has looked into")
        .containsExactlyInAnyOrder(3, 6);
  }

  private static Outage night(int day, int minute) {
    Instant onset = T.minus(DAY.multipliedBy(day)).plusSeconds(60L * minute);
    return new Outage(
        "f" + day + "-" + minute,
        MINE,
        FourLine.LINE,
        "T1-0101",
        List.of("T1-0101"),
        1,
        onset,
        onset.plusSeconds(900),
        "r",
        new Outage.Told(onset, onset.plusSeconds(900), Outage.End.CLEARED),
        null);
  }

  @Test
  void whereNothingIsNewNothingIsWritten() throws Exception {
    for (int day = 1; day <= 3; day++) {
      keep(night(day, 0));
    }
    repeats.outages();
    try (Connection other = other()) {
      int before = version(other);
      repeats.outages();
      repeats.changes();
      assertThat(version(other)).isEqualTo(before);
      keep(night(4, 0));
      repeats.outages();
      assertThat(version(other)).as("the look does see a write").isNotEqualTo(before);
    }
  }

  /** Another one as soon as anybody else has committed anything. */
  private static int version(Connection other) throws SQLException {
    try (Statement ask = other.createStatement();
        ResultSet answer = ask.executeQuery("pragma data_version")) {
      answer.next();
      return answer.getInt(1);
    }
  }

  @Test
  void whatWasToldTwiceIsAClueOfItsGatewayForHoweverManyPoints() {
    LocalDate day = repeats.days().get(6);
    List<RewriteCount> counts = new ArrayList<>();
    for (int point = 0; point < 400; point++) {
      counts.add(count("T1-" + point, Rewrite.Cause.UNEXPLAINED, point + 1));
    }
    counts.add(count("T2", Rewrite.Cause.CLOCK_PUT_BACK, 7));
    counts.add(count("T3", Rewrite.Cause.CLOCK_PUT_BACK, 7));
    repeats.toldTwice(day, counts);
    repeats.toldTwice(day, counts);
    assertThat(listed())
        .extracting(one -> one.feature() + " " + one.subject() + " " + one.evidence())
        .containsExactlyInAnyOrder("REWRITTEN gateway/gw-01 21", "CLOCK_PUT_BACK gateway/gw-01 1");
    String rewritten =
        listed().stream()
            .filter(one -> one.feature().equals("REWRITTEN"))
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(store.clueJournal().find(rewritten).evidence())
        .extracting(ClueEvidence::words)
        .as("no number that grows until the day is over")
        .contains("改写 rewritten " + day)
        .anySatisfy(words -> assertThat(words).contains(" T1-399 "));
    repeats.toldTwice(day.plusDays(1), counts);
    assertThat(listed()).as("another day lets it grow").hasSize(2);
  }

  private static RewriteCount count(String point, Rewrite.Cause cause, long count) {
    return new RewriteCount(new MineCode(MINE), new GatewayId("gw-01"), point, cause, count);
  }
}
