package io.minewatch.alerting.desk;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.chain.Incident;
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
import org.junit.jupiter.api.io.TempDir;

/** One person, called to one number, answers by the codes of the calls. */
abstract class ByText {
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  static final String NUMBER = "13812345678";
  static final String MINE = "140921021337";
  static final String OTHER = "140921021338";

  /** A generator that has no luck. */
  private static final int DRAWN = 98;

  @TempDir private Path folder;
  Instant now = START;
  private Database database;
  Store store;
  IncidentDesk desk;
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

  final void tell(String mine, int fact, FindingKind kind, Map<String, String> detail) {
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

  final Incident incident(String mine) {
    return store.journal().incident(store.incidents().open(mine).get(0));
  }

  final List<Attempt> calls(String mine) {
    return store.calls().of(incident(mine).id(), 10).stream().map(CallRows.Row::attempt).toList();
  }

  final Inbound.Taken text(String code) {
    now = now.plusSeconds(1);
    return inbound.text(List.of("+86" + NUMBER, NUMBER), "收到 " + code);
  }

  final List<Class<?>> states(String mine) {
    return calls(mine).stream().<Class<?>>map(call -> call.state().getClass()).toList();
  }

  /** The ladder goes on, text by text. */
  final void again(int times) {
    for (int i = 1; i <= times; i++) {
      now = now.plus(Duration.ofMinutes(12));
      desk.wake(incident(MINE).id());
    }
  }

  /** The codes of the newest texts about the mine's incident. */
  final List<String> newest(int atMost) {
    return store.calls().of(incident(MINE).id(), atMost).stream()
        .map(row -> row.attempt().code())
        .toList();
  }
}
