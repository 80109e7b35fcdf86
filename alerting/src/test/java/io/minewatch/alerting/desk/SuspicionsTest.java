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
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
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
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuspicionsTest {
  private static final Instant T = Instant.parse("2026-03-09T00:00:00Z");
  private static final Clock CLOCK = Clock.fixed(T, ZoneOffset.UTC);
  private static final Duration DAY = Duration.ofDays(1);
  private static final String MINE = "140921021337";

  @TempDir private Path folder;
  private Database database;
  private Store store;
  private ClueDesk clues;
  private Suspicions suspicions;

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
    SuspicionRules repeats = new SuspicionRules(Duration.ofDays(7), 3, Duration.ofHours(1));
    Suspicions.Terms terms = new Suspicions.Terms(repeats, rules);
    suspicions = new Suspicions(store, clues, lines, mines, terms, CLOCK);
  }

  @AfterEach
  void stop() {
    database.close();
  }

  private List<Listed> listed() {
    return store.clues().list(new Whose("-", List.of(MINE)), Which.ALL, T, new Slice(0, 10));
  }

  private static Finding blind(String id) {
    return new Finding(
        new FindingId(id.repeat(32)),
        1,
        FindingKind.BLIND,
        new MineCode(MINE),
        Subject.of(new PointId("T1-0101")),
        null,
        Measure.METHANE,
        "%CH4",
        Check.LIMIT,
        "r",
        Severity.RED,
        T,
        T,
        T,
        T,
        null,
        Quality.STALE,
        1,
        1,
        T,
        1,
        Map.of("lost", "RISING"));
  }

  private void note(Finding fact) {
    database.write(
        () -> {
          Suspicions.note(store, fact);
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
    suspicions.facts();
    suspicions.facts();
    assertThat(listed())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.feature()).isEqualTo("DARK_WHILE_RISING");
              assertThat(one.subject()).isEqualTo("T1-0101");
              assertThat(one.path()).isEqualTo("14/1409/140921/140921021337");
              assertThat(one.evidence()).isEqualTo(1);
            });
    assertThat(store.suspects().waiting(10)).isEmpty();
    note(blind("b"));
    suspicions.facts();
    String id = listed().get(0).id();
    assertThat(store.clueJournal().find(id).evidence())
        .extracting(ClueEvidence::ref)
        .containsExactly("a".repeat(32), "b".repeat(32));
    assertThat(store.clueJournal().events(id).get(0).by()).isEqualTo(LedgerRows.SYSTEM);

    closed(id);
    note(blind("a"));
    suspicions.facts();
    assertThat(listed()).as("what was checked is no new clue").hasSize(1);
    note(blind("c"));
    suspicions.facts();
    assertThat(listed()).hasSize(2);
  }

  @Test
  void outagesThatRepeatAreAClueAndOneMoreAfterItsCloseIsNone() {
    for (int day = 1; day <= 3; day++) {
      keep(day);
    }
    suspicions.repeated();
    suspicions.repeated();
    assertThat(listed())
        .singleElement()
        .satisfies(one -> assertThat(one.feature()).isEqualTo("SAME_HOUR"))
        .satisfies(one -> assertThat(one.evidence()).isEqualTo(3));
    closed(listed().get(0).id());
    keep(4);
    suspicions.repeated();
    assertThat(listed()).as("the fourth night alone repeats nothing yet").hasSize(1);
    keep(5);
    keep(6);
    suspicions.repeated();
    assertThat(listed()).hasSize(2);
  }

  private void keep(int day) {
    Instant onset = T.minus(DAY.multipliedBy(day)).plusSeconds(60L * day);
    Outage outage =
        new Outage(
            "f" + day,
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
    database.write(
        () -> {
          store.fourLines().keep(outage);
          return outage;
        });
  }

  @Test
  void whatWasToldTwiceIsAClueForEachPointAndDayAndAClockForEachGateway() {
    Rewrite hidden = rewrite("T1-0101", Rewrite.Cause.UNEXPLAINED);
    Rewrite clock = rewrite("T1-0102", Rewrite.Cause.CLOCK_PUT_BACK);
    Suspicions.ToldTwice record =
        (mine, from, to) ->
            List.of(hidden, hidden, clock, rewrite("T1-0103", Rewrite.Cause.CLOCK_PUT_BACK));
    suspicions.toldTwice(List.of(MINE), record);
    suspicions.toldTwice(List.of(MINE), record);
    assertThat(listed())
        .extracting(one -> one.feature() + " " + one.subject() + " " + one.evidence())
        .containsExactlyInAnyOrder("REWRITTEN T1-0101 1", "CLOCK_PUT_BACK gateway/gw-01 1");
  }

  private static Rewrite rewrite(String point, Rewrite.Cause cause) {
    return new Rewrite(
        new GatewayId("gw-01"),
        point,
        Measure.METHANE,
        T.minus(DAY),
        1.2,
        Quality.GOOD,
        0.3,
        Quality.GOOD,
        cause,
        T.minusSeconds(60),
        "s",
        1);
  }
}
