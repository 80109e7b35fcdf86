package io.minewatch.alerting.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.alerting.clue.Clue;
import io.minewatch.alerting.clue.Clue.Verdict;
import io.minewatch.alerting.clue.ClueAct;
import io.minewatch.alerting.clue.ClueAct.Outcome;
import io.minewatch.alerting.clue.ClueClocks;
import io.minewatch.alerting.clue.ClueEvent;
import io.minewatch.alerting.clue.ClueEvidence;
import io.minewatch.alerting.clue.ClueRefusal;
import io.minewatch.alerting.clue.ClueRegister;
import io.minewatch.alerting.clue.ClueStage;
import io.minewatch.alerting.clue.ClueStart;
import io.minewatch.alerting.journal.ClueRows.Slice;
import io.minewatch.alerting.journal.ClueRows.Which;
import io.minewatch.alerting.journal.ClueRows.Whose;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every database must keep of clues. */
abstract class ClueContract extends WatchedContract {
  /** As exact as rows keep it. */
  private static final Instant AT = T.truncatedTo(ChronoUnit.MILLIS);

  private static final Duration DAY = Duration.ofDays(1);
  private static final List<String> MINES = List.of("m-1", "m-2");
  private static final Whose WHOSE = new Whose("-", MINES);
  private static final ClueClocks CLOCKS = new ClueClocks(DAY, DAY, DAY, DAY, DAY);

  private static Clue raised(String id, String mine, Instant at) {
    return raised(id, mine, "T1-0101", at);
  }

  private static Clue raised(String id, String mine, String subject, Instant at) {
    ClueStart start =
        new ClueStart(
            mine,
            "14/1409/" + mine,
            ClueStart.BY_HAND,
            subject,
            "夜间总断线",
            "cut at night",
            List.of(new ClueEvidence(ClueEvidence.Kind.FOUR_LINE, "f-1", "")));
    Verdict verdict = ClueRegister.raised(start, at, "li", CLOCKS);
    return Clue.begun(id, (ClueEvent.Raised) ((Verdict.Moved) verdict).event());
  }

  private Clue kept(Clue clue) {
    ClueStart start = clue.start();
    ClueEvent.Raised event =
        (ClueEvent.Raised)
            ((Verdict.Moved) ClueRegister.raised(start, clue.opened(), "li", CLOCKS)).event();
    return database.write(
        () -> {
          new ClueJournal(database).append(clue, event);
          return clue;
        });
  }

  private Clue done(Clue clue, ClueAct act) {
    ClueEvent event = ((Verdict.Moved) ClueRegister.decide(clue, act, CLOCKS)).event();
    Clue after = clue.after(event);
    return database.write(
        () -> {
          new ClueJournal(database).append(after, event);
          return after;
        });
  }

  @Test
  void aClueIsWhatItsRowsOfTheLedgerSayAndTheyAreThereForEver() throws Exception {
    ClueJournal journal = new ClueJournal(database);
    ClueRows rows = new ClueRows(database);
    Clue clue = kept(raised("c-1", "m-1", AT));
    clue = done(clue, new ClueAct.Assign(AT.plusSeconds(1), "li", "王", "今晚去"));
    clue = done(clue, new ClueAct.Visit(AT.plusSeconds(2), "wang", "到矿"));
    clue = done(clue, new ClueAct.Find(AT.plusSeconds(3), "wang", Outcome.PARTLY, "探头被移"));
    ClueEvidence more = new ClueEvidence(ClueEvidence.Kind.TEXT, "", "照片三张");
    clue = done(clue, new ClueAct.Add(AT.plusSeconds(4), "wang", List.of(more)));
    assertThat(journal.find("c-1")).isEqualTo(clue);
    assertThat(journal.find("c-2")).isNull();
    assertThat(rows.home("c-1")).isEqualTo(new ClueRows.Home("m-1", "14/1409/m-1"));
    Clue now = clue;
    database.write(
        () -> {
          journal.saw(now, AT.plusSeconds(5), "regulator");
          journal.refused(
              now, new ClueAct.Visit(AT.plusSeconds(6), "wang", "x"), ClueRefusal.STALE);
          return true;
        });
    assertThat(journal.seen("c-1", 10))
        .containsExactly(new ClueJournal.Seen(AT.plusSeconds(5), "regulator", clue.version()));
    assertThatThrownBy(() -> run("delete from ledger where kind = 'CLUE'"))
        .hasStackTraceContaining("append-only");
    assertThat(check()).isNull();
  }

  @Test
  void thoseOverdueComeFirstAndAreCounted() {
    ClueRows rows = new ClueRows(database);
    kept(raised("c-1", "m-1", AT));
    kept(raised("c-2", "m-1", AT.minus(DAY)));
    kept(raised("c-3", "m-2", AT.minus(DAY.multipliedBy(3))));
    kept(raised("c-4", "m-9", AT));
    Clue closed = kept(raised("c-5", "m-2", AT.minus(DAY.multipliedBy(9))));
    closed = done(closed, new ClueAct.Assign(AT, "li", "王", ""));
    closed = done(closed, new ClueAct.Visit(AT, "li", "到矿"));
    closed = done(closed, new ClueAct.Find(AT, "li", Outcome.UNFOUNDED, "无"));
    done(closed, new ClueAct.Close(AT, "zhao", "无"));
    Instant now = AT.plusMillis(1);
    assertThat(rows.list(WHOSE, Which.OPEN, now, new Slice(0, 10)))
        .extracting(ClueRows.Listed::id)
        .containsExactly("c-3", "c-2", "c-1");
    assertThat(rows.list(WHOSE, Which.ALL, now, new Slice(1, 3)))
        .extracting(ClueRows.Listed::id)
        .containsExactly("c-2", "c-1", "c-5");
    assertThat(rows.list(WHOSE, Which.CLOSED, now, new Slice(0, 3)))
        .singleElement()
        .satisfies(one -> assertThat(one.outcome()).isEqualTo(Outcome.UNFOUNDED));
    assertThat(rows.counts(WHOSE, now))
        .containsExactlyInAnyOrder(
            new ClueRows.Counted("14/1409/m-1", ClueStage.RAISED, null, 2, 1, 0),
            new ClueRows.Counted("14/1409/m-2", ClueStage.RAISED, null, 1, 1, 0),
            new ClueRows.Counted("14/1409/m-2", ClueStage.CLOSED, Outcome.UNFOUNDED, 1, 0, 1));
    assertThat(rows.list(new Whose("14/1409", List.of()), Which.OPEN, now, new Slice(0, 9)))
        .as("where it was raised, wherever its mine lies now")
        .hasSize(4);
    for (String other : List.of("14/140", "14/14_9", "14/%")) {
      assertThat(rows.list(new Whose(other, List.of()), Which.OPEN, now, new Slice(0, 9)))
          .as(other)
          .isEmpty();
    }
    assertThat(rows.list(new Whose("", List.of()), Which.OPEN, now, new Slice(0, 9))).hasSize(4);
    assertThat(rows.newlyOverdue(now, 10)).containsExactly("c-3", "c-2");
    assertThat(database.write(() -> rows.saidOverdue("c-3"))).isTrue();
    assertThat(database.write(() -> rows.saidOverdue("c-3"))).isFalse();
    assertThat(rows.newlyOverdue(now, 10)).containsExactly("c-2");
  }

  @Test
  void ofASubjectItsOwnAreAskedAndTheMinesAndNoneThatWasClosedBefore() {
    SuspectRows rows = new SuspectRows(database);
    kept(raised("c-1", "m-1", "", AT.minus(DAY)));
    kept(raised("c-2", "m-1", "T1", AT));
    kept(raised("c-3", "m-1", "T2", AT));
    kept(raised("c-4", "m-2", "T1", AT));
    Clue closed = kept(raised("c-5", "m-1", "T1", AT.minus(DAY)));
    closed = done(closed, new ClueAct.Assign(AT, "li", "王", ""));
    closed = done(closed, new ClueAct.Visit(AT, "li", "到矿"));
    closed = done(closed, new ClueAct.Find(AT, "li", Outcome.UNFOUNDED, "无"));
    done(closed, new ClueAct.Close(AT, "zhao", "无"));
    String feature = ClueStart.BY_HAND;
    assertThat(rows.holding("m-1", feature, "T1", AT)).containsExactly("c-5", "c-2", "c-1");
    assertThat(rows.holding("m-1", feature, "T1", AT.plusMillis(1)))
        .as("an open one however old")
        .containsExactly("c-2", "c-1");
    assertThat(rows.holding("m-1", feature, "", AT)).containsExactly("c-1", "c-5", "c-2", "c-3");
    assertThat(rows.closed("m-1", feature, AT)).containsExactly("c-5");
    assertThat(rows.closed("m-1", feature, AT.plusMillis(1))).isEmpty();
  }
}
