package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.PeopleRule.Asks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many are where, and who leads them. */
class CrowdTest {
  private static final PeopleRule CROWDED = Pit.rule(Asks.CROWDED, 100, 60, 60);
  private static final PeopleRule MAJOR = Pit.rule(Asks.CROWDED_WORKPLACE, 120, 60, 60);
  private static final PeopleRule SILENT = Pit.rule(Asks.SILENT, 0, 60, 0);

  private static PeopleRule crowdedWithHandover() {
    return Pit.rule(
        Asks.CROWDED,
        new PeopleRule.Numbers(100, 0, Duration.ofMinutes(30), 0),
        60,
        60,
        PeopleRule.Named.NOBODY);
  }

  @Test
  void asManyAsAllowedAreNotTooMany() {
    Pit pit = new Pit(Pit.plan(CROWDED, MAJOR));
    pit.crowd(10, "p", 10, "face");
    pit.quiet(11, 300);
    assertThat(pit.told).isEmpty();
  }

  @Test
  void oneMoreCountsAfterTheDelayAndIsNamedByWhoEnteredLast() {
    Pit pit = new Pit(Pit.plan(CROWDED, MAJOR));
    pit.crowd(10, "p", 10, "face");
    pit.say(20, "gw", Pit.fix(20, "x", "face"));
    pit.timeAt(Bench.millis(80) - 1);
    assertThat(pit.told).isEmpty();
    pit.time(80);

    assertThat(pit.words()).containsExactly("OPENED crowded zone/face");
    Finding opened = pit.told.get(0);
    assertThat(opened.onset()).isEqualTo(Bench.instant(20));
    assertThat(opened.value()).isEqualTo(11);
    assertThat(opened.limit()).isEqualTo(10);
    assertThat(opened.unit()).isEqualTo("persons");
    assertThat(opened.detail()).containsEntry("peopleLimit", "10").doesNotContainValue("x");
  }

  @Test
  void overTwentyPercentIsAMajorHazardAndExactlyTwentyIsNot() {
    Pit pit = new Pit(Pit.plan(MAJOR));
    pit.crowd(10, "p", 12, "face");
    pit.quiet(11, 100);
    assertThat(pit.told).isEmpty();
    pit.crowd(101, "p", 13, "face");
    pit.quiet(102, 161);
    assertThat(pit.words()).containsExactly("OPENED crowded_workplace zone/face");

    Pit elsewhere = new Pit(Pit.plan(MAJOR));
    elsewhere.crowd(10, "p", 9, "return");
    elsewhere.quiet(11, 300);
    assertThat(elsewhere.told).isEmpty(); // no workplace, however many
  }

  @Test
  void whoOnlyCrossesDoesNotCount() {
    Pit pit = new Pit(Pit.plan(CROWDED));
    pit.crowd(10, "p", 11, "face");
    pit.say(69, "gw", Pit.fix(69, "p-1", "haulage"));
    pit.quiet(70, 200);
    assertThat(pit.told).isEmpty();
  }

  @Test
  void endsWhenSeenEmptyEnoughForTheHold() {
    Pit pit = new Pit(Pit.plan(CROWDED));
    pit.crowd(10, "p", 11, "face");
    pit.quiet(11, 70);
    pit.say(80, "gw", Pit.fix(80, "p-1", "haulage"));
    pit.say(139, "gw", Pit.fix(139, "p-1", "haulage"));
    assertThat(pit.kinds()).containsExactly(FindingKind.OPENED);
    pit.say(140, "gw", Pit.fix(140, "p-1", "haulage"));
    assertThat(pit.kinds()).containsExactly(FindingKind.OPENED, FindingKind.CLEARED);
  }

  @Test
  void aCutLineNeitherEmptiesAZoneNorEndsWhatStands() {
    Pit pit = new Pit(Pit.plan(CROWDED, SILENT));
    pit.crowd(10, "p", 11, "face");
    pit.quiet(11, 70);
    pit.say(80, "gw", Pit.fix(80, "p-1", "haulage"));
    pit.quiet(81, 1_000);

    assertThat(pit.words())
        .containsExactly(
            "OPENED crowded zone/face", "BLIND crowded zone/face", "OPENED silent gateway/gw");
    assertThat(pit.told.get(2).value()).isEqualTo(10); // the one who left was heard later

    pit.crowd(1_001, "p", 10, "face");
    pit.say(1_002, "gw", Pit.fix(1_002, "p-11", "return"));
    pit.crowd(1_030, "p", 10, "face");
    pit.crowd(1_065, "p", 10, "face");
    assertThat(pit.words())
        .contains("CLEARED silent gateway/gw")
        .doesNotContain("CLEARED crowded zone/face");
    pit.crowd(1_100, "p", 10, "face");
    assertThat(pit.words()).endsWith("SEEN crowded zone/face", "CLEARED crowded zone/face");
  }

  @Test
  void aCutLineDoesNotHideThatThereAreTooMany() {
    Pit pit = new Pit(Pit.plan(CROWDED, SILENT));
    pit.crowd(10, "p", 11, "face");
    pit.quiet(11, 1_000);
    assertThat(pit.words()).containsExactly("OPENED crowded zone/face", "OPENED silent gateway/gw");
  }

  @Test
  void whileShiftsRelieveEachOtherTwoCrewsMayBeThere() {
    // START is midnight UTC, and a shift begins at 04:00.
    int near = 4 * 3_600 - 1_800;
    Pit pit = new Pit(Pit.plan(crowdedWithHandover()));
    pit.crowd(near, "p", 20, "face");
    pit.quiet(near + 1, near + 100);
    assertThat(pit.told).isEmpty();
    pit.crowd(near + 101, "p", 21, "face");
    pit.quiet(near + 102, near + 161);
    assertThat(pit.kinds()).containsExactly(FindingKind.OPENED);

    Pit after = new Pit(Pit.plan(crowdedWithHandover()));
    after.crowd(near, "p", 20, "face");
    after.crowd(near + 3_600, "p", 20, "face");
    assertThat(after.told).isEmpty();
    after.crowd(near + 3_601, "p", 20, "face");
    after.quiet(near + 3_602, near + 3_661);
    assertThat(after.kinds()).containsExactly(FindingKind.OPENED);
  }

  @Test
  void nineMayBeInOnePlaceOfASuspendedMineAndTenMayNot() {
    PeopleRule idle = Pit.rule(Asks.IDLE_MINE, 9, 60, 60);
    Pit pit = new Pit(Pit.plan(1, MineStatus.SUSPENDED, idle));
    pit.crowd(10, "p", 9, "haulage");
    pit.quiet(11, 200);
    assertThat(pit.told).isEmpty();
    pit.crowd(201, "p", 10, "haulage");
    pit.quiet(202, 261);
    assertThat(pit.words()).containsExactly("OPENED idle_mine zone/haulage");

    Pit works = new Pit(Pit.plan(idle));
    works.crowd(10, "p", 10, "haulage");
    works.quiet(11, 200);
    assertThat(works.told).isEmpty();
    works.plan(201, Pit.plan(2, MineStatus.STOPPED, idle));
    works.crowd(202, "p", 10, "haulage");
    works.quiet(203, 262);
    assertThat(works.words()).containsExactly("OPENED idle_mine zone/haulage");
  }

  @Test
  void theMineHasACapOfItsOwn() {
    Pit pit = new Pit(Pit.plan(Pit.rule(Asks.MINE_FULL, 12, 60, 0)));
    pit.crowd(10, "p", 6, "face");
    pit.crowd(11, "q", 6, "haulage");
    pit.quiet(12, 200);
    assertThat(pit.told).isEmpty();
    pit.say(201, "gw", Pit.fix(201, "x", "shaft"));
    pit.quiet(202, 261);
    assertThat(pit.words()).containsExactly("OPENED mine_full mine/140921021337");
    pit.say(270, "gw", Pit.fix(270, "x", "surface"));
    assertThat(pit.kinds()).containsExactly(FindingKind.OPENED, FindingKind.CLEARED);
  }

  @Test
  void workersNeedALeaderBelowWithThem() {
    PeopleRule rule = Pit.rule(Asks.NO_LEADER, 1, 1_800, 0);
    Pit pit = new Pit(Pit.plan(rule, SILENT));
    pit.say(10, "gw", Pit.fix(10, "leader-1", "shaft"));
    pit.crowd(10, "p", 2, "face");
    pit.quiet(11, 4_000); // the leader is silent, and silent is inside
    assertThat(pit.words()).noneMatch(word -> word.contains("no_leader"));
    pit.say(4_000, "gw", Pit.fix(4_000, "leader-1", "surface"));
    pit.quiet(4_001, 5_799);
    assertThat(pit.words()).noneMatch(word -> word.contains("no_leader"));
    pit.quiet(5_800, 5_800);
    assertThat(pit.words()).endsWith("OPENED no_leader mine/140921021337");
    assertThat(pit.told.get(pit.told.size() - 1).detail()).containsEntry("workers", "2");
    assertThat(pit.told.get(pit.told.size() - 1).onset()).isEqualTo(Bench.instant(4_000));

    pit.say(5_900, "gw", Pit.fix(5_900, "leader-2", "shaft"));
    assertThat(pit.words()).endsWith("CLEARED no_leader mine/140921021337");
  }

  @Test
  void aLeaderWhomTheMineHasNamedLeadsWhateverThePositionSays() {
    PeopleRule.Named named = new PeopleRule.Named(List.of(new CardId("boss")), List.of());
    PeopleRule.Numbers one = new PeopleRule.Numbers(1, 0, Duration.ZERO, 0);
    Pit pit = new Pit(Pit.plan(Pit.rule(Asks.NO_LEADER, one, 600, 0, named)));
    pit.crowd(10, "p", 2, "face");
    pit.say(11, "gw", Pit.fix(11, "boss", "shaft"));
    pit.quiet(12, 1_000);
    assertThat(pit.told).isEmpty();
  }

  @Test
  void whoIsUndergroundWhereNobodyKnowsIsToldOnceForAll() {
    Pit pit = new Pit(Pit.plan(Pit.rule(Asks.UNKNOWN_PLACE, 0, 60, 0)));
    pit.say(10, "gw", Pit.fix(10, "a", "gone"), Pit.fix(10, "b", "gone"));
    pit.quiet(11, 70);
    assertThat(pit.words()).containsExactly("OPENED unknown_place mine/140921021337");
    assertThat(pit.told.get(0).value()).isEqualTo(2);
    pit.say(80, "gw", Pit.fix(80, "a", "face"), Pit.fix(80, "b", "surface"));
    assertThat(pit.kinds()).containsExactly(FindingKind.OPENED, FindingKind.CLEARED);
  }

  @Test
  void lateAndDoubledPositionsChangeNothing() {
    Pit pit = new Pit(Pit.plan(CROWDED));
    pit.crowd(100, "p", 10, "face");
    pit.crowd(101, "p", 10, "face");
    pit.say(102, "gw", Pit.fix(90, "p-1", "haulage"));
    pit.say(102, "gw", Pit.fix(101, "p-1", "face"));
    pit.say(103, "gw", Pit.fix(103, "x", "face"));
    pit.say(104, "gw", Pit.fix(50, "x", "haulage"));
    pit.quiet(105, 163);
    assertThat(pit.kinds()).containsExactly(FindingKind.OPENED);
    assertThat(pit.told.get(0).onset()).isEqualTo(Bench.instant(103));
  }

  @Test
  void goesOnAfterARestartAsIfThereHadBeenNone() {
    Pit pit = new Pit(Pit.plan(CROWDED, SILENT));
    pit.crowd(10, "p", 11, "face");
    pit.restart(30);
    pit.quiet(31, 70);
    assertThat(pit.words()).containsExactly("OPENED crowded zone/face");
    pit.restart(75);
    pit.crowd(80, "p", 11, "face");
    pit.say(81, "gw", Pit.fix(81, "p-1", "haulage"));
    pit.restart(100);
    pit.say(142, "gw", Pit.fix(142, "p-1", "haulage"));
    assertThat(pit.words())
        .containsExactly("OPENED crowded zone/face", "CLEARED crowded zone/face");
  }

  @Test
  void aPlanThatAsksNoMoreLeavesTheFindingBlindAndOneThatBeginsToAskKnowsEverybody() {
    Pit pit = new Pit(Pit.plan(CROWDED));
    pit.crowd(10, "p", 11, "face");
    pit.quiet(11, 70);
    pit.plan(80, Pit.plan(2, MineStatus.WORKING, SILENT));
    assertThat(pit.words()).containsExactly("OPENED crowded zone/face", "BLIND crowded zone/face");
    pit.plan(90, Pit.plan(3, MineStatus.WORKING));
    pit.plan(91, Pit.plan(4, MineStatus.WORKING, CROWDED));
    pit.quiet(92, 200);
    assertThat(pit.words()).endsWith("OPENED crowded zone/face");
    assertThat(pit.told.get(2).planVersion()).isEqualTo(4);
  }

  @Test
  void aGatewayThatTheBrokerHasLostIsOneFindingHoweverFewAreBehindIt() {
    Pit pit = new Pit(Pit.plan(SILENT));
    pit.say(10, "gw-a", Pit.fix(10, "a", "face"), Pit.fix(10, "b", "face"));
    pit.say(10, "gw-b", Pit.fix(10, "c", "face"));
    pit.status(20, "gw-a", GatewayStatus.State.CUT);
    pit.quiet(21, 300);
    assertThat(pit.words())
        .containsExactlyInAnyOrder("OPENED silent gateway/gw-a", "OPENED silent card/c");
  }
}
