package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.fourline.MinePlace;
import io.minewatch.alerting.journal.ClueRows.Listed;
import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.ledger.Entry;
import io.minewatch.alerting.seal.Course;
import io.minewatch.alerting.seal.Sign;
import io.minewatch.alerting.seal.Watched;
import io.minewatch.domain.plan.MineStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A mine behind its seal, from what is brought to the clue. */
class SealDeskTest extends SealDatabase {
  @Test
  void aBeltThatRunsBehindTheSealIsAClueThatGrowsWithTheShifts() {
    SealDesk desk = desk(MineStatus.SUSPENDED, SINCE_MARCH_5, NOW);
    desk.looks();
    assertThat(listed()).as("nothing was seen yet").isEmpty();
    desk.bring(MINE, belt(NOW), "li");
    SealDesk.Look look = desk.look(MINE);
    assertThat(look.signs()).extracting(Sign::kind).containsExactly(Sign.Kind.BELT);
    assertThat(look.clue()).isTrue();
    assertThat(look.since())
        .isEqualTo(
            LocalDate.parse("2026-03-05").atStartOfDay(MinePlace.zone(plan.shifts())).toInstant());
    assertThat(look.shift()).isBeforeOrEqualTo(NOW).isAfter(NOW.minus(DAY));
    desk.looks();
    desk.looks();
    assertThat(listed())
        .singleElement()
        .satisfies(one -> assertThat(one.feature()).isEqualTo("WORKS_BEHIND_SEAL"))
        .satisfies(one -> assertThat(one.evidence()).isEqualTo(1));
    Instant tomorrow = NOW.plus(DAY);
    SealDesk next = desk(MineStatus.SUSPENDED, SINCE_MARCH_5, tomorrow);
    next.bring(MINE, belt(tomorrow), "li");
    next.looks();
    assertThat(listed()).singleElement().extracting(Listed::evidence).isEqualTo(2);
    assertThat(store.clueJournal().find(listed().get(0).id()).evidence().get(0).words())
        .contains("停产期间带式输送机运行", "B1: 0.90 > 0.20");
  }

  /** A table takes the place of what another brought: who did, and what, stays proven. */
  @Test
  void whoBroughtATableStandsInTheLedgerHoweverLongItIs() {
    SealDesk desk = desk(MineStatus.SUSPENDED, SINCE_MARCH_5, NOW);
    TreeMap<Instant, Double> many = new TreeMap<>();
    for (int i = 1; i <= 450; i++) {
      many.put(NOW.minus(SealDesk.WINDOW.multipliedBy(i)), 0.0);
    }
    desk.bring(MINE, List.of(new Course(Watched.BELT, "B1", many)), "li");
    desk.bring(MINE, List.of(new Course(Watched.BELT, "B1", many)), "wang");
    assertThat(store.seals().courses(MINE, many.firstKey(), NOW))
        .containsExactly(new Course(Watched.BELT, "B1", many));
    List<Entry> rows =
        store.ledger().between(1, Long.MAX_VALUE, LedgerRows.Row::entry).stream()
            .filter(each -> each.kind().equals("SEAL"))
            .toList();
    assertThat(rows).extracting(Entry::actor).containsExactly("li", "wang");
    assertThat(rows).extracting(Entry::content).allMatch(each -> each.contains("\"450\""));
  }

  @Test
  void aTableOfTheNightThatIsBroughtAtNoonIsAClueOfTheNight() {
    SealDesk desk = desk(MineStatus.SUSPENDED, SINCE_MARCH_5, NOW);
    Instant night = NOW.minus(Duration.ofHours(9));
    desk.bring(MINE, belt(night), "li");
    assertThat(desk.look(MINE).signs()).as("of the shift that is").isEmpty();
    assertThat(desk.look(MINE).heard())
        .containsExactly(new SealDesk.Heard(Watched.BELT, "B1", 0, night.minus(SealDesk.WINDOW)));
    desk.looks();
    assertThat(listed()).singleElement().extracting(Listed::evidence).isEqualTo(1);
  }

  @Test
  void aChangeOfTheRegistryDuringAStopBeginsNoOtherStop() {
    Map<String, Object> suspended = Map.of("status", "SUSPENDED", "statusSince", "2026-03-02");
    registered(1, "2026-01-01T00:00:00Z", Map.of());
    registered(2, "2026-03-02T02:00:00Z", suspended);
    registered(3, "2026-03-08T00:00:00Z", Map.of("status", "SUSPENDED"));
    registered(4, "2026-03-08T12:00:00Z", Map.of("status", "STOPPED", "statusSince", "2026-03-08"));
    SealDesk desk = desk(MineStatus.STOPPED, Map.of("statusSince", "2026-03-08"), NOW);
    assertThat(desk.look(MINE).since())
        .as("not the night before the registry said so")
        .isEqualTo("2026-03-02T02:00:00Z");
    TreeMap<Instant, Double> power = new TreeMap<>();
    TreeMap<Instant, Double> hoist = new TreeMap<>();
    Instant stop = Instant.parse("2026-03-02T02:00:00Z");
    for (Instant at = stop; at.isBefore(NOW); at = at.plus(SealDesk.WINDOW)) {
      power.put(at, 700.0);
      hoist.put(at, 60.0);
    }
    desk.bring(
        MINE,
        List.of(new Course(Watched.POWER, "P", power), new Course(Watched.HOIST_POWER, "H", hoist)),
        "li");
    assertThat(desk.look(MINE).signs()).as("at rest all the time").isEmpty();
  }

  @Test
  void aMineThatWorksHasNoSealNorHasOneWhoseStopIsStillToCome() {
    SealDesk works = desk(MineStatus.WORKING, Map.of(), NOW);
    works.bring(MINE, belt(NOW), "li");
    works.looks();
    assertThat(works.look(MINE)).isNull();
    assertThat(works.look("140921021338")).as("not registered").isNull();
    Map<String, Object> tomorrow = Map.of("statusSince", "2026-03-11");
    assertThat(desk(MineStatus.STOPPED, tomorrow, NOW).look(MINE)).isNull();
    assertThat(listed()).isEmpty();
  }

  @Test
  void aStopOfLongAgoIsHeldAgainstTheNewestDaysAndWhatWasBeforeIt() {
    registered(1, "2025-01-01T00:00:00Z", Map.of());
    registered(2, "2025-05-20T00:00:00Z", Map.of("status", "STOPPED", "statusSince", "2025-06-01"));
    SealDesk desk = desk(MineStatus.STOPPED, Map.of("statusSince", "2025-06-01"), NOW);
    TreeMap<Instant, Double> power = new TreeMap<>();
    Instant since = Instant.parse("2025-05-20T00:00:00Z");
    for (int back = 1; back <= 200; back++) {
      power.put(since.minus(SealDesk.WINDOW.multipliedBy(back)), 5_000.0);
      power.put(NOW.minus(SealDesk.WINDOW.multipliedBy(back)), 4_900.0);
    }
    desk.bring(MINE, List.of(new Course(Watched.POWER, "P", power)), "li");
    assertThat(desk.look(MINE).signs())
        .extracting(Sign::kind)
        .containsExactly(Sign.Kind.NOT_FALLEN);
    assertThat(desk.look(MINE).clue()).as("one meter").isFalse();
  }
}
