package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.calling.State;
import io.minewatch.alerting.chain.Act;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.chain.StageName;
import io.minewatch.alerting.group.GroupRules;
import io.minewatch.alerting.journal.CallRows;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.notify.Aim;
import io.minewatch.alerting.notify.sms.SmsChannel;
import io.minewatch.alerting.roster.Contact;
import io.minewatch.alerting.roster.Person;
import io.minewatch.alerting.roster.Roster;
import io.minewatch.alerting.roster.Slot;
import io.minewatch.alerting.rules.Callout;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One person, called to one number, answers by the codes of the calls. */
class AnswerByTextTest {
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final String NUMBER = "13812345678";
  private static final String MINE = "140921021337";
  private static final String OTHER = "140921021338";
  private static final String OUT = "须立即撤人";

  /** A generator that has no luck. */
  private static final int DRAWN = 98;

  @TempDir private Path folder;
  private Instant now = START;
  private Database database;
  private Store store;
  private IncidentDesk desk;
  private Inbound inbound;

  @BeforeEach
  void open() {
    database = Database.open(HaltedLeft.url(folder), "", "");
    store = Store.of(database);
    InstantSource hand = () -> now;
    Clock clock = hand.withZone(ZoneOffset.UTC);
    desk =
        new IncidentDesk(
            store,
            HaltedRun.rules(),
            new GroupRules(Duration.ofMinutes(10), List.of(), Set.of()),
            clock,
            incident -> {},
            new CallDesk(store, plan()));
    Caller caller = new Caller(store, desk, desk.calls(), clock, x -> Runnable::run, (c, r) -> {});
    inbound = new Inbound(store, caller);
    database.write(
        () -> {
          store.rosters().save(roster(), 1);
          return true;
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static CallPlan plan() {
    Callout none = Callout.console();
    List<String> text = List.of(SmsChannel.NAME);
    return new CallPlan(
        new Callout(
            Map.of(1, text, 2, text),
            List.of(),
            none.coverage(),
            none.canary(),
            List.of(),
            none.attendance(),
            none.freshness()),
        Map.of(SmsChannel.NAME, Aim.SMS),
        mine -> "14/" + mine,
        () -> DRAWN);
  }

  private static Roster roster() {
    Contact number = new Contact(Contact.Kind.SMS, NUMBER);
    return new Roster(
        "14",
        ZoneOffset.UTC,
        List.of(new Person("zhang", "张三丰", "dispatcher", List.of(number))),
        List.of(always(1), always(2)));
  }

  private static Slot always(int rung) {
    return new Slot(
        rung,
        "zhang",
        Slot.Standing.DUTY,
        "",
        EnumSet.allOf(DayOfWeek.class),
        LocalTime.MIDNIGHT,
        LocalTime.MIDNIGHT,
        LocalDate.of(2025, 1, 1),
        null);
  }

  private void tell(String mine, int fact, FindingKind kind, Map<String, String> detail) {
    now = now.plusSeconds(10);
    desk.finding(
        new Finding(
            new FindingId("f-" + mine.substring(8)),
            fact,
            kind,
            new MineCode(mine),
            Subject.of(new PointId("T1-0101")),
            new ZoneId("face-0101"),
            Measure.METHANE,
            "%CH4",
            Check.LIMIT,
            "r",
            Severity.RED,
            START,
            now,
            now,
            now,
            1.6,
            Quality.GOOD,
            1.5 + fact,
            1.6,
            now,
            1,
            detail));
  }

  private Incident incident(String mine) {
    return store.journal().incident(store.incidents().open(mine).get(0));
  }

  private List<Attempt> calls(String mine) {
    return store.calls().of(incident(mine).id(), 10).stream().map(CallRows.Row::attempt).toList();
  }

  private Inbound.Taken text(String code) {
    now = now.plusSeconds(1);
    return inbound.text(List.of("+86" + NUMBER, NUMBER), "收到 " + code);
  }

  private List<Class<?>> states(String mine) {
    return calls(mine).stream().<Class<?>>map(call -> call.state().getClass()).toList();
  }

  /** Both calls are red, and the answer to the first comes after the second has gone out. */
  @Test
  void anAnswerToTheCallBeforeDoesNotSilenceThatPeopleMustOut() {
    tell(MINE, 0, FindingKind.OPENED, Map.of());
    tell(MINE, 1, FindingKind.RAISED, Map.of(Finding.STEP, "WITHDRAW"));
    List<Attempt> sent = calls(MINE);
    assertThat(sent).hasSize(2);
    assertThat(sent.get(0).text()).doesNotContain(OUT);
    assertThat(sent.get(1).text()).contains(OUT);

    assertThat(text(sent.get(0).code())).isEqualTo(Inbound.Taken.TAKEN);
    assertThat(incident(MINE).handlers()).containsExactly("dispatcher");
    assertThat(incident(MINE).stage().name()).isEqualTo(StageName.WARNED);
    assertThat(states(MINE))
        .containsExactly(State.Confirmed.class, State.Superseded.class, State.Queued.class);
    Attempt anew = calls(MINE).get(2);
    assertThat(anew.text()).contains(OUT);
    assertThat(List.of(sent.get(0).code(), sent.get(1).code(), anew.code()))
        .as("the text that has ended is on the telephone too")
        .containsExactly("98", "99", "10");

    assertThat(text(anew.code())).isEqualTo(Inbound.Taken.TAKEN);
    assertThat(incident(MINE).stage().name()).isEqualTo(StageName.ACKNOWLEDGED);
  }

  @Test
  void theCodeOfOneCallConfirmsNoOther() {
    tell(MINE, 0, FindingKind.OPENED, Map.of());
    tell(OTHER, 0, FindingKind.OPENED, Map.of());
    String older = calls(MINE).get(0).code();
    assertThat(calls(OTHER).get(0).code()).isNotEqualTo(older);
    assertThat(text(older)).isEqualTo(Inbound.Taken.TAKEN);
    assertThat(incident(MINE).stage().name()).isEqualTo(StageName.ACKNOWLEDGED);
    assertThat(incident(OTHER).stage().name()).isEqualTo(StageName.WARNED);
  }

  /** So many calls go to one number that there are not as many codes. */
  @Test
  void aCodeIsFoundHoweverManyWereSent() {
    tell(MINE, 0, FindingKind.OPENED, Map.of());
    for (int i = 1; i <= 100; i++) {
      now = now.plus(Duration.ofMinutes(12));
      desk.wake(incident(MINE).id(), Act.Occasion.ON_TIME);
    }
    assertThat(store.calls().count(incident(MINE).id())).isEqualTo(101);
    assertThat(store.calls().to(SmsChannel.NAME, NUMBER, Inbound.LOOKED_AT))
        .hasSize(Inbound.LOOKED_AT)
        .extracting(Attempt::code)
        .doesNotHaveDuplicates();
  }
}
