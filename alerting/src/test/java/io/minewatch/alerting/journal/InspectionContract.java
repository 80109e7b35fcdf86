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
import io.minewatch.alerting.fourline.FourLine;
import io.minewatch.alerting.fourline.Outage;
import io.minewatch.alerting.fourline.Span;
import io.minewatch.alerting.journal.ClueRows.Slice;
import io.minewatch.alerting.journal.ClueRows.Which;
import io.minewatch.alerting.journal.ClueRows.Whose;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every database must keep of remote inspection. */
abstract class InspectionContract extends LedgerContract {
  /** As exact as rows keep it. */
  private static final Instant AT = T.truncatedTo(ChronoUnit.MILLIS);

  private static final Duration DAY = Duration.ofDays(1);
  private static final List<String> MINES = List.of("m-1", "m-2");
  private static final Whose WHOSE = new Whose("-", MINES);
  private static final ClueClocks CLOCKS = new ClueClocks(DAY, DAY, DAY, DAY, DAY);

  private static Outage.Told told(Instant from, @Nullable Instant to) {
    Outage.End end = to == null ? Outage.End.LASTS : Outage.End.CLEARED;
    return new Outage.Told(from.plusSeconds(30), to, end);
  }

  private static Outage outage(String finding, String mine, Instant from, @Nullable Instant to) {
    List<String> points = List.of("T1-0101", "T1-0102");
    return new Outage(
        finding,
        mine,
        FourLine.NETWORK,
        "gateway/gw-01",
        points,
        41,
        from,
        to,
        "outage-network",
        told(from, to),
        null);
  }

  @Test
  void outagesAreFoundByEveryMomentTheyLastedHoweverLong() {
    FourLineRows rows = new FourLineRows(database);
    Outage shortOne = outage("f-1", "m-1", AT, AT.plusSeconds(60));
    Outage ongoing = outage("f-2", "m-1", AT.minus(DAY.multipliedBy(40)), null);
    Outage ended = outage("f-3", "m-2", AT.minus(DAY.multipliedBy(30)), AT.plus(DAY));
    Outage past = outage("f-4", "m-2", AT.minus(DAY.multipliedBy(3)), AT.minus(DAY));
    database.write(
        () -> {
          List.of(shortOne, outage("f-2", "m-1", ongoing.onset(), AT), ended, past)
              .forEach(rows::keep);
          rows.keep(ongoing); // it had ended, and goes on
          rows.keep(outage("f-9", "m-9", AT, null));
          return true;
        });
    Span now = new Span(AT, AT.plusSeconds(1));
    assertThat(rows.meeting(MINES, now)).containsExactly(ongoing, ended, shortOne);
    assertThat(rows.meeting(List.of("m-2"), now)).containsExactly(ended);
    Span before = new Span(AT.minus(DAY.multipliedBy(2)), AT.minus(DAY.plusMillis(1)));
    assertThat(rows.meeting(MINES, before)).containsExactly(ongoing, ended, past);
    assertThat(rows.meeting(MINES, new Span(AT.plus(DAY), AT.plus(DAY.multipliedBy(9)))))
        .as("the end is excluded")
        .containsExactly(ongoing);
    assertThat(rows.meeting(List.of(), now)).isEmpty();
    List<String> many = new ArrayList<>(MINES);
    for (int i = 0; i < 600; i++) {
      many.add("x-" + i);
    }
    assertThat(rows.meeting(many, now)).containsExactly(ongoing, ended, shortOne);
    assertThat(rows.beginning(now, FourLine.NETWORK, List.of("c"), 10))
        .as("where they lie is not noted yet")
        .extracting(Outage::finding)
        .containsExactly("f-1", "f-9");
    assertThat(rows.beginning(now, FourLine.NETWORK, many, 1)).hasSize(1);
    assertThat(rows.beginning(now, FourLine.LINE, List.of("c"), 10)).isEmpty();
    Span days = new Span(AT.minus(DAY.multipliedBy(4)), AT.plusSeconds(1));
    assertThat(rows.begun(MINES, days, 10))
        .extracting(each -> each.finding() + each.points())
        .containsExactly("f-4[]", "f-1[]");
    assertThat(rows.begun(MINES, days, 1)).extracting(Outage::finding).containsExactly("f-1");
    assertThat(rows.begun(List.of(), days, 1)).isEmpty();
    assertThat(rows.found(new Span(AT.plusSeconds(29), AT.plusSeconds(31))))
        .as("two, in one minute")
        .containsExactly(AT.plusSeconds(30).truncatedTo(ChronoUnit.MINUTES));
    assertThat(rows.found(new Span(AT.plusSeconds(31), AT.plusSeconds(99)))).isEmpty();
  }

  @Test
  void anOutageWhoseEndIsToldFirstWasFoundWhenItsBeginWasTold() {
    FourLineRows rows = new FourLineRows(database);
    Outage ended = outage("f-1", "m-1", AT, AT.plusSeconds(600));
    Outage.Told late =
        new Outage.Told(AT.plusSeconds(600), AT.plusSeconds(600), ended.told().end());
    Outage overtaken =
        new Outage(
            ended.finding(),
            ended.mine(),
            ended.line(),
            ended.subject(),
            ended.points(),
            ended.behind(),
            ended.onset(),
            ended.ended(),
            ended.rule(),
            late,
            null);
    database.write(
        () -> {
          rows.keep(overtaken);
          rows.keep(ended);
          return true;
        });
    assertThat(rows.meeting(MINES, new Span(AT, AT.plusSeconds(1)))).containsExactly(ended);
  }

  @Test
  void whereTheMineLayThenIsNotedOnceAndStays() {
    FourLineRows rows = new FourLineRows(database);
    Outage one = outage("f-1", "m-1", AT, null);
    database.write(
        () -> {
          rows.keep(one);
          return rows.nowhere(10);
        });
    assertThat(rows.nowhere(10)).isEqualTo(Map.of("f-1", "m-1"));
    Outage.County county = new Outage.County("14/1409/140921", 6);
    database.write(
        () -> {
          rows.note("f-1", county);
          rows.keep(outage("f-1", "m-1", AT, AT.plusSeconds(9)));
          return county;
        });
    assertThat(rows.nowhere(10)).isEmpty();
    Span second = new Span(AT, AT.plusSeconds(1));
    assertThat(rows.beginning(second, FourLine.NETWORK, List.of(county.path()), 9)).hasSize(1);
    assertThat(rows.beginning(second, FourLine.NETWORK, List.of("15"), 9)).isEmpty();
    assertThat(rows.meeting(MINES, new Span(AT, AT.plusSeconds(1))).get(0))
        .satisfies(kept -> assertThat(kept.county()).isEqualTo(county))
        .satisfies(kept -> assertThat(kept.told().end()).isEqualTo(Outage.End.CLEARED));
  }

  @Test
  void whenNobodyWatchedIsKeptAndLastsUntilSomebodyDoes() {
    WatchedRows rows = new WatchedRows(database);
    Duration within = Duration.ofMinutes(3);
    Span all = new Span(AT.minus(DAY), AT.plus(DAY));
    Span never = new Span(Instant.EPOCH, AT.plus(DAY));
    assertThat(rows.unwatched(all, within, AT.plus(DAY)).parts())
        .as("before the first test reading nothing is known")
        .containsExactly(never);
    Span before = new Span(Instant.EPOCH, AT.minusSeconds(60));
    Instant back = AT.plus(Duration.ofHours(1));
    database.write(
        () -> {
          rows.watched(AT.minusSeconds(60), within);
          rows.watched(AT, within);
          rows.watched(back, within);
          rows.watched(AT.plusSeconds(5), within); // of another instance, and late
          return true;
        });
    assertThat(rows.last()).isEqualTo(back);
    assertThat(rows.unwatched(all, within, back).parts())
        .containsExactly(before, new Span(AT, back));
    Instant later = back.plus(within).plusMillis(1);
    assertThat(rows.unwatched(all, within, later).parts())
        .containsExactly(before, new Span(AT, back), new Span(back, later));
    assertThat(rows.unwatched(new Span(back, later), within, back).parts()).containsExactly(before);
  }

  private static Clue raised(String id, String mine, Instant at) {
    ClueStart start =
        new ClueStart(
            mine,
            "14/1409/" + mine,
            ClueStart.BY_HAND,
            "T1-0101",
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
    assertThat(rows.about("m-1", ClueStart.BY_HAND, "T1-0101")).containsExactly("c-1");
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
    assertThat(rows.list(new Whose("14/140", List.of()), Which.OPEN, now, new Slice(0, 9)))
        .isEmpty();
    assertThat(rows.newlyOverdue(now, 10)).containsExactly("c-3", "c-2");
    assertThat(database.write(() -> rows.saidOverdue("c-3"))).isTrue();
    assertThat(database.write(() -> rows.saidOverdue("c-3"))).isFalse();
    assertThat(rows.newlyOverdue(now, 10)).containsExactly("c-2");
  }
}
