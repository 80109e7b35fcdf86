package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.PeopleRule.Asks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is asked of single cards. */
class CardTest {
  private static final PeopleRule SILENT = Pit.rule(Asks.SILENT, 0, 60, 30);
  private static final PeopleRule DISTRESS = Pit.rule(Asks.DISTRESS, 0, 0, 60);
  private static final PeopleRule RESTRICTED =
      Pit.rule(
          Asks.RESTRICTED,
          new PeopleRule.Numbers(0, 0, Duration.ZERO, 3),
          30,
          30,
          new PeopleRule.Named(
              List.of(),
              List.of(new PeopleRule.Allowed(new ZoneId("store"), List.of(new CardId("keeper"))))));
  private static final PeopleRule PLACES = card(Asks.TWO_PLACES, 3, 20, 600);
  private static final PeopleRule PAIR = card(Asks.TWO_CARDS, 4, 3, 3_600);
  private static final PeopleRule PARKED = card(Asks.PARKED, 50, 3, 3_600);

  private static PeopleRule card(Asks asks, double limit, double tolerance, int within) {
    return Pit.rule(
        asks,
        new PeopleRule.Numbers(limit, tolerance, Duration.ofSeconds(within), 3),
        0,
        60,
        PeopleRule.Named.NOBODY);
  }

  @Test
  void aCallForHelpIsToldAtOnceAndEndsWhenItIsGoneForTheHold() {
    Pit pit = new Pit(Pit.plan(DISTRESS));
    pit.say(10, "gw", Pit.fix(10, "a", "face"));
    pit.say(40, "gw", Pit.distress(40, "a", "face"));
    assertThat(pit.words()).containsExactly("OPENED distress card/a");
    assertThat(pit.told.get(0).zone()).isEqualTo(new ZoneId("face"));
    assertThat(pit.told.get(0).onset()).isEqualTo(Bench.instant(40));
    pit.say(70, "gw", Pit.fix(70, "a", "face"));
    pit.say(129, "gw", Pit.fix(129, "a", "face"));
    assertThat(pit.kinds()).containsExactly(FindingKind.OPENED);
    pit.say(130, "gw", Pit.fix(130, "a", "face"));
    assertThat(pit.kinds()).containsExactly(FindingKind.OPENED, FindingKind.CLEARED);
  }

  @Test
  void whoCalledForHelpAndIsNotHeardAnyMoreIsWorseNotBetter() {
    Pit pit = new Pit(Pit.plan(DISTRESS, SILENT));
    pit.say(10, "gw", Pit.distress(10, "a", "face"));
    pit.quiet(11, 1_000);
    assertThat(pit.words())
        .containsExactly("OPENED distress card/a", "BLIND distress card/a", "OPENED silent card/a");
    assertThat(pit.told.get(1).severity()).isEqualTo(Severity.ORANGE);
    pit.say(1_001, "gw", Pit.distress(1_001, "a", "face"));
    assertThat(pit.words()).contains("SEEN distress card/a");
  }

  @Test
  void callsOfMoreThanAreToldSinglyAreOneMore() {
    Pit pit = new Pit(Pit.plan(DISTRESS));
    for (int i = 0; i < 20; i++) {
      pit.say(10 + i, "gw", Pit.distress(10 + i, "p" + i, "face"));
    }
    assertThat(pit.words())
        .containsExactly(
            "OPENED distress card/p0",
            "OPENED distress card/p1",
            "OPENED distress card/p2",
            "OPENED distress mine/140921021337");
    assertThat(pit.told.get(3).value()).isEqualTo(4);
    assertThat(pit.told.get(3).detail()).isEmpty();
    for (int i = 0; i < 17; i++) {
      pit.say(40, "gw", Pit.fix(40, "p" + i, "surface"));
    }
    pit.say(101, "gw", Pit.distress(101, "p17", "face"));
    assertThat(pit.words())
        .contains(
            "CLEARED distress card/p0", "OPENED distress card/p17", "OPENED distress card/p19")
        .endsWith("CLEARED distress mine/140921021337");
  }

  @Test
  void aSilentCardIsToldAfterTheSilenceRuleAndTheDelayAndEndsWhenHeard() {
    Pit pit = new Pit(Pit.plan(SILENT));
    pit.say(10, "gw", Pit.fix(10, "a", "face"));
    pit.quiet(11, 159);
    assertThat(pit.told).isEmpty(); // dark after 90 s, seen within 5, told 60 later
    pit.quiet(160, 166);
    assertThat(pit.words()).containsExactly("OPENED silent card/a");
    assertThat(pit.told.get(0).onset()).isEqualTo(Bench.instant(10));
    assertThat(pit.told.get(0).value()).isNull();
    pit.say(200, "gw", Pit.fix(200, "a", "face"));
    pit.say(229, "gw", Pit.fix(229, "a", "face"));
    assertThat(pit.kinds()).hasSize(1);
    pit.say(230, "gw", Pit.fix(230, "a", "face"));
    assertThat(pit.words()).endsWith("CLEARED silent card/a");
  }

  @Test
  void whatWeDidNotListenToWasNotSilent() {
    Pit pit = new Pit(Pit.plan(SILENT));
    pit.say(10, "gw", Pit.fix(10, "a", "face"));
    pit.restart(1_000);
    pit.quiet(1_000, 1_090);
    assertThat(pit.told).isEmpty();
    pit.quiet(1_091, 1_160);
    assertThat(pit.words()).containsExactly("OPENED silent card/a");
  }

  @Test
  void whoIsOutMayBeSilent() {
    Pit pit = new Pit(Pit.plan(SILENT));
    pit.say(10, "gw", Pit.fix(10, "a", "face"));
    pit.say(40, "gw", Pit.fix(40, "a", "surface"));
    pit.quiet(41, 1_000);
    assertThat(pit.told).isEmpty();
  }

  @Test
  void aCutLineIsOneFindingAndNotThreeHundred() {
    Pit pit = new Pit(Pit.plan(SILENT));
    for (int i = 0; i < 300; i++) {
      pit.say(10 + i / 10, "gw", Pit.fix(10 + i / 10, "p" + i, "face"));
    }
    pit.quiet(41, 1_000);
    assertThat(pit.words()).containsExactly("OPENED silent gateway/gw");
    assertThat(pit.told.get(0).severity()).isEqualTo(Severity.YELLOW);
    for (int i = 0; i < 298; i++) {
      pit.say(1_001, "gw", Pit.fix(1_001, "p" + i, "face"));
    }
    pit.quiet(1_002, 1_080);
    assertThat(pit.words())
        .containsExactly(
            "OPENED silent gateway/gw",
            "CLEARED silent gateway/gw",
            "OPENED silent card/p298",
            "OPENED silent card/p299");
  }

  @Test
  void restrictedZonesAreForThoseWhoAreAllowed() {
    Pit pit = new Pit(Pit.plan(RESTRICTED));
    pit.say(10, "gw", Pit.fix(10, "keeper", "store"), Pit.fix(10, "thief", "haulage"));
    pit.say(20, "gw", Pit.fix(20, "thief", "store"));
    pit.say(49, "gw", Pit.fix(49, "thief", "haulage")); // only at the border
    pit.quiet(50, 100);
    assertThat(pit.told).isEmpty();
    pit.say(101, "gw", Pit.fix(101, "thief", "store"));
    pit.say(131, "gw", Pit.fix(131, "thief", "store"));
    assertThat(pit.words()).containsExactly("OPENED restricted card/thief");
    assertThat(pit.told.get(0).zone()).isEqualTo(new ZoneId("store"));
    pit.say(140, "gw", Pit.fix(140, "thief", "surface")); // seen out of the mine: over at once
    assertThat(pit.kinds()).containsExactly(FindingKind.OPENED, FindingKind.CLEARED);
  }

  @Test
  void overtimeBeginsAfterTheHoursAndIsCountedOnPositions() {
    Pit pit = new Pit(Pit.plan(Pit.rule(Asks.OVERTIME, 12, 0, 0)));
    int twelve = 12 * 3_600;
    pit.say(10, "gw", Pit.fix(10, "a", "shaft"));
    pit.say(10 + twelve, "gw", Pit.fix(10 + twelve, "a", "face"));
    pit.quiet(11 + twelve, 100 + twelve);
    assertThat(pit.told).isEmpty();
    pit.say(101 + twelve, "gw", Pit.fix(101 + twelve, "a", "face"));
    assertThat(pit.words()).containsExactly("OPENED overtime card/a");
    assertThat(pit.told.get(0).unit()).isEqualTo("h");
    assertThat(pit.told.get(0).value()).isEqualTo(12.03);
    pit.say(200 + twelve, "gw", Pit.fix(200 + twelve, "a", "surface"));
    assertThat(pit.words()).endsWith("CLEARED overtime card/a");
    pit.say(300 + twelve, "gw", Pit.fix(300 + twelve, "a", "shaft")); // a new shift
    assertThat(pit.told).hasSize(2);
  }

  @Test
  void oneCardCannotBeAtTwoPlaces() {
    Pit pit = new Pit(Pit.plan(PLACES));
    pit.say(10, "gw", Pit.fix(10, "a", "shaft"));
    pit.say(29, "gw", Pit.fix(29, "a", "face")); // haulage in 19 s
    pit.say(48, "gw", Pit.fix(48, "a", "shaft"));
    assertThat(pit.told).isEmpty();
    pit.say(67, "gw", Pit.fix(67, "a", "face"));
    assertThat(pit.words()).containsExactly("OPENED two_places card/a");
    assertThat(pit.told.get(0).value()).isEqualTo(3);
    for (int second = 100; second <= 760; second += 30) {
      pit.say(second, "gw", Pit.fix(second, "a", "face"));
    }
    assertThat(pit.words())
        .containsExactly("OPENED two_places card/a", "CLEARED two_places card/a");
  }

  @Test
  void whoWalksAsFastAsOneCanOrStandsAtABorderIsAtOnePlace() {
    Pit pit = new Pit(Pit.plan(PLACES));
    for (int i = 0; i < 10; i++) {
      pit.say(10 + i * 40, "gw", Pit.fix(10 + i * 40, "a", i % 2 == 0 ? "shaft" : "face"));
      pit.say(11 + i * 40, "gw", Pit.fix(11 + i * 40, "b", "face"));
      pit.say(12 + i * 40, "gw", Pit.fix(12 + i * 40, "b", "haulage"));
    }
    assertThat(pit.told).isEmpty();
  }

  @Test
  void twoPlacesInOneMessageOfOneTimeAreSeenToo() {
    Pit pit = new Pit(Pit.plan(PLACES));
    for (int second = 10; second < 100; second += 30) {
      pit.say(second, "gw", Pit.fix(second, "a", "shaft"), Pit.fix(second, "a", "face"));
    }
    assertThat(pit.words()).containsExactly("OPENED two_places card/a");
  }

  @Test
  void oneAtTheGateAndOneAtTheFaceIsOneCardTooMany() {
    Pit pit = new Pit(Pit.plan(PLACES));
    for (int i = 0; i < 4; i++) {
      pit.say(10 + i * 20, "gw", Pit.fix(10 + i * 20, "a", "face"));
      pit.say(20 + i * 20, "gw", Pit.fix(20 + i * 20, "a", "surface"));
    }
    assertThat(pit.words()).containsExactly("OPENED two_places card/a");
    pit.quiet(91, 1_000);
    assertThat(pit.words()).endsWith("CLEARED two_places card/a");
  }

  private static final String[] TOUR = {"shaft", "haulage", "face", "return", "face", "haulage"};

  /** Two cards go round; the second is this far from the first. */
  private static void walk(Pit pit, int rounds, double apart, int partAt) {
    walk(pit, rounds, 20, apart, partAt);
  }

  private static void walk(Pit pit, int rounds, double at, double apart, int partAt) {
    int second = 10;
    for (int i = 0; i < rounds; i++, second += 600) {
      String zone = TOUR[i % TOUR.length];
      String other = i == partAt ? "store" : zone;
      for (int s = 0; s < 600; s += 30) {
        pit.say(
            second + s,
            "gw",
            Pit.fix(second + s, "a", zone, zone + "-st", at),
            Pit.fix(second + s, "b", other, other + "-st", at + apart));
      }
    }
  }

  @Test
  void twoCardsThatMoveAsOneForLongAreOnePerson() {
    Pit pit = new Pit(Pit.plan(PAIR));
    walk(pit, 8, 1.5, -1);
    assertThat(pit.kinds()).containsExactly(FindingKind.OPENED);
    Finding found = pit.told.get(0);
    assertThat(found.subject().toString()).isEqualTo("card/b");
    assertThat(found.detail()).containsEntry("otherCard", "a");
    // Together from the second station on: an hour later, and more than four moves.
    assertThat(found.onset()).isEqualTo(Bench.instant(610 + 3_600));
  }

  @Test
  void whoWalkTogetherAndPartOnceOrStandApartAreTwo() {
    Pit parting = new Pit(Pit.plan(PAIR));
    walk(parting, 7, 1.5, 4);
    assertThat(parting.told).isEmpty();
    Pit apart = new Pit(Pit.plan(PAIR));
    walk(apart, 12, 3.5, -1);
    assertThat(apart.told).isEmpty();
    Pit coarse = new Pit(Pit.plan(PAIR));
    walk(coarse, 12, 0, 0, -1);
    assertThat(coarse.told).isEmpty(); // workmates look the same where no distance is told
  }

  @Test
  void aCardThatHangsOnANailIsParkedAndWhoeverWorksIsNot() {
    Pit pit = new Pit(Pit.plan(PARKED));
    for (int second = 10; second <= 3_610; second += 30) {
      double moves = second / 30 % 40;
      pit.say(
          second,
          "gw",
          Pit.fix(second, "nail", "face", "st", 20 + second / 30 % 3),
          Pit.fix(second, "p1", "face", "st", moves),
          Pit.fix(second, "p2", "face", "st", -moves));
      if (second < 3_610) {
        assertThat(pit.told).isEmpty();
      }
    }
    pit.quiet(3_611, 3_671);
    assertThat(pit.words()).containsExactly("OPENED parked card/nail");
    assertThat(pit.told.get(0).onset()).isEqualTo(Bench.instant(10));
    assertThat(pit.told.get(0).detail()).containsEntry("station", "st");
    pit.say(3_680, "gw", Pit.fix(3_680, "nail", "face", "st", 30));
    pit.say(3_740, "gw", Pit.fix(3_740, "nail", "face", "st", 34));
    assertThat(pit.words()).endsWith("CLEARED parked card/nail");
  }

  @Test
  void whereNobodyMovesNobodyIsParked() {
    Pit pit = new Pit(Pit.plan(PARKED));
    for (int second = 10; second <= 8_000; second += 30) {
      pit.say(
          second,
          "gw",
          Pit.fix(second, "a", "face", "st", 20),
          Pit.fix(second, "b", "face", "st", 25),
          Pit.fix(second, "d", "face", "st", 30),
          Pit.fix(second, "c", "face", "st", second / 30 % 40));
    }
    assertThat(pit.told).isEmpty(); // one in three others moves, half are asked for
  }

  @Test
  void whereDistancesAreNotToldOnlyAWholeShiftMoreTells() {
    Pit pit = new Pit(Pit.plan(PARKED));
    int shift = 8 * 3_600;
    for (int second = 10; second <= shift + 3_760; second += 30) {
      String at = second / 600 % 2 == 0 ? "st" : "st-2";
      pit.say(
          second,
          "gw",
          Pit.fix(second, "nail", "face", "st", 0),
          Pit.fix(second, "p1", "face", at, 0),
          Pit.fix(second, "p2", "face", at, 0));
      if (second < shift + 3_600) {
        assertThat(pit.told).isEmpty();
      }
    }
    assertThat(pit.words()).containsExactly("OPENED parked card/nail");
  }

  @Test
  void everythingGoesOnAfterARestartAndUnderANewerPlan() {
    PeopleRule[] all = {DISTRESS, SILENT, RESTRICTED, PLACES, PAIR, PARKED};
    Pit plain = new Pit(Pit.plan(all));
    Pit restarted = new Pit(Pit.plan(all));
    for (int second = 10, round = 0; second < 6_000; second += 30, round++) {
      String zone = TOUR[round / 20 % TOUR.length];
      for (Pit pit : List.of(plain, restarted)) {
        pit.say(
            second,
            "gw",
            Pit.fix(second, "a", zone, zone + "-st", 20),
            Pit.fix(second, "b", zone, zone + "-st", 21),
            Pit.fix(second, "nail", "face", "face-st", 7),
            Pit.fix(second, "two", round % 2 == 0 ? "store" : "return"),
            round % 50 < 10 ? Pit.distress(second, "sos", "face") : Pit.fix(second, "sos", "face"));
      }
      if (round % 7 == 0) {
        restarted.memory = ListTape.copy(restarted.memory);
      }
    }
    assertThat(restarted.told).isEqualTo(plain.told);
    assertThat(plain.words())
        .contains(
            "OPENED two_cards card/b",
            "OPENED distress card/sos",
            "OPENED parked card/nail",
            "OPENED two_places card/two");

    int before = plain.told.size();
    plain.plan(6_001, Pit.plan(2, MineStatus.WORKING, all));
    plain.quiet(6_001, 6_030);
    assertThat(plain.told.subList(before, plain.told.size())).isEmpty();
    plain.plan(6_031, Pit.plan(3, MineStatus.WORKING));
    assertThat(plain.words().subList(before, plain.told.size()))
        .contains("BLIND two_cards card/b", "BLIND two_places card/two");
  }
}
