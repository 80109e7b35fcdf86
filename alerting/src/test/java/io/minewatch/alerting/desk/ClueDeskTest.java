package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.clue.Clue;
import io.minewatch.alerting.clue.ClueAct;
import io.minewatch.alerting.clue.ClueAct.Outcome;
import io.minewatch.alerting.clue.ClueClocks;
import io.minewatch.alerting.clue.ClueEvidence;
import io.minewatch.alerting.clue.ClueEvidence.Kind;
import io.minewatch.alerting.journal.ClueRows.Listed;
import io.minewatch.alerting.journal.ClueRows.Slice;
import io.minewatch.alerting.journal.ClueRows.Which;
import io.minewatch.alerting.journal.ClueRows.Whose;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.suspect.Feature;
import io.minewatch.alerting.suspect.Suspicion;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine's clue takes, and what it does not. */
class ClueDeskTest {
  private static final Instant T = Instant.parse("2026-03-09T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final int DAYS = 7;
  private static final String MINE = "140921021337";

  @TempDir private Path folder;
  private Database database;
  private Store store;
  private ClueDesk clues;

  @BeforeEach
  void start() {
    database = Database.open("jdbc:sqlite:" + folder.resolve("alerting.db"), "", "");
    store = Store.of(database);
    clues = at(T);
  }

  /** The same desk at another time. */
  private ClueDesk at(Instant now) {
    ClueClocks clocks = new ClueClocks(DAY, DAY, DAY, DAY, DAY);
    return new ClueDesk(store, clocks, DAY.multipliedBy(DAYS), Clock.fixed(now, ZoneOffset.UTC));
  }

  @AfterEach
  void stop() {
    database.close();
  }

  private static Suspicion of(String subject, int from, int to) {
    List<ClueEvidence> evidence = new ArrayList<>();
    for (int i = from; i < to; i++) {
      evidence.add(new ClueEvidence(Kind.FOUR_LINE, "f" + i, ""));
    }
    return new Suspicion(Feature.SAME_HOUR, MINE, subject, evidence, 1);
  }

  private List<Listed> listed() {
    return store.clues().list(new Whose("-", List.of(MINE)), Which.ALL, T, new Slice(0, 10));
  }

  private List<String> leftOut() {
    return store.ledger().between(1, store.ledger().head().seq(), row -> row.entry()).stream()
        .filter(entry -> entry.type().equals("EvidenceLeftOut"))
        .map(entry -> entry.content())
        .toList();
  }

  @Test
  void theLedgerSaysOnceThatSomethingIsLeftOutAndPeopleStillAddTheirs() {
    clues.suspect(of("T1", 0, Clue.MOST_FOUND - 1), MINE);
    clues.suspect(of("T1", 0, Clue.MOST_FOUND), MINE);
    assertThat(leftOut()).as("all of it fits").isEmpty();
    clues.suspect(of("T1", 0, Clue.MOST_FOUND + 1), MINE);
    assertThat(leftOut()).singleElement().asString().contains("\"1\"");
    clues.take(of("T1", 0, Clue.MOST_FOUND + 2), MINE);
    assertThat(leftOut()).hasSize(1);
    assertThat(listed()).extracting(Listed::evidence).containsExactly(Clue.MOST_FOUND);

    Clue full = store.clueJournal().find(listed().get(0).id());
    ClueEvidence call = new ClueEvidence(Kind.TEXT, "", "来电举报");
    ClueDesk.Answer answer =
        clues.act(full.id(), full.version(), at -> new ClueAct.Add(at, "li", List.of(call)));
    assertThat(answer.refusal()).isNull();
  }

  @Test
  void whatAClueOfOneSubjectHoldsIsNoPartOfTheMinesAndTheOtherWayRound() {
    clues.suspect(of("T1", 0, 3), MINE);
    clues.suspect(of("T2", 3, 6), MINE);
    clues.suspect(of("", 0, 9), MINE);
    assertThat(held("")).containsExactly("f6", "f7", "f8");
    clues.suspect(of("T3", 6, 9), MINE);
    assertThat(listed()).as("no clue repeats another").hasSize(3);
    assertThat(held("T1")).containsExactly("f0", "f1", "f2");
    clues.suspect(of("T1", 6, 10), MINE);
    assertThat(held("T1")).as("its own grows").containsExactly("f0", "f1", "f2", "f9");
  }

  @Test
  void whatWasClosedBeforeAnybodyLooksBackIsNotLookedThroughAgain() {
    clues.suspect(of("T1", 0, 3), MINE);
    close(listed().get(0).id());
    at(T.plus(DAY.multipliedBy(DAYS + 1))).suspect(of("T1", 0, 3), MINE);
    assertThat(listed()).as("days are looked at whole").hasSize(1);
    at(T.plus(DAY.multipliedBy(DAYS + 2)).plusMillis(1)).suspect(of("T1", 0, 3), MINE);
    assertThat(listed()).hasSize(2);
  }

  private void close(String id) {
    for (ClueAct act :
        List.of(
            new ClueAct.Assign(T, "li", "王", ""),
            new ClueAct.Visit(T, "li", "到矿"),
            new ClueAct.Find(T, "li", Outcome.UNFOUNDED, "无"),
            new ClueAct.Close(T, "zhao", "无"))) {
      long seen = store.clueJournal().find(id).version();
      assertThat(clues.act(id, seen, at -> act).refusal()).isNull();
    }
  }

  private List<String> held(String subject) {
    String id = store.suspects().holding(MINE, Feature.SAME_HOUR.name(), subject, T).get(0);
    return store.clueJournal().find(id).evidence().stream().map(ClueEvidence::ref).toList();
  }

  @Test
  void whatIsTooMuchFromTheBeginningIsSaidAtOnce() {
    clues.suspect(of("T1", 0, Clue.MOST_FOUND + 7), MINE);
    assertThat(leftOut()).singleElement().asString().contains("\"7\"");
  }
}
