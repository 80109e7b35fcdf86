package io.minewatch.judge.mine;

import static io.minewatch.domain.withdrawal.Remaining.State.MOVING;
import static io.minewatch.domain.withdrawal.Remaining.State.NEVER_MOVED;
import static io.minewatch.domain.withdrawal.Remaining.State.SILENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.withdrawal.Remaining;
import org.junit.jupiter.api.Test;

class MusterTest {
  private final Bench mine = new Bench(Plans.methane(1, 0, 0));

  @Test
  void listsThoseInsideThoseWhoLeftSinceAndThoseWhoEnterLater() {
    mine.fix(0, "stays", "face");
    mine.fix(0, "left-before", "face");
    mine.fix(5, "left-before", "surface");
    mine.fix(0, "left-since", "face");
    mine.fix(20, "left-since", "surface");
    mine.fix(0, "away", "return");

    mine.order(30, 1, 10, "face");
    assertThat(mine.muster().listed()).isEqualTo(2);
    assertThat(mine.muster().remaining())
        .extracting(r -> r.card().value())
        .containsExactly("stays");
    mine.fix(40, "away", "face");
    assertThat(mine.muster().listed()).isEqualTo(3);
    assertThat(mine.muster().remaining()).hasSize(2);
  }

  @Test
  void isEmptiedByThePositionThatShowsTheLastOneOutAndFilledAgainByReEntry() {
    mine.fix(0, "a", "face");
    mine.fix(0, "b", "face");
    mine.order(30, 1, 0, "face");
    mine.fix(40, "a", "surface");
    assertThat(mine.muster().emptiedAt()).isNull();
    mine.fixAt(51, 50, "b", "");
    assertThat(mine.muster().remaining()).isEmpty();
    assertThat(mine.muster().emptiedAt()).isEqualTo(Bench.instant(50));
    mine.fix(60, "a", "face");
    assertThat(mine.muster().remaining()).hasSize(1);
    assertThat(mine.muster().emptiedAt()).isNull();
    assertThat(mine.muster().listed()).isEqualTo(2);
  }

  @Test
  void everyoneOutBeforeTheOrderCameIsEmptyWithTheirTime() {
    mine.fix(0, "a", "face");
    mine.fix(20, "a", "surface");
    mine.order(30, 1, 10, "face");

    assertThat(mine.muster().listed()).isEqualTo(1);
    assertThat(mine.muster().emptiedAt()).isEqualTo(Bench.instant(20));
  }

  @Test
  void nobodyEverInsideIsNotEmptied() {
    mine.order(30, 1, 10, "face");

    assertThat(mine.muster().listed()).isZero();
    assertThat(mine.muster().emptiedAt()).isNull();
    assertThat(mine.last.muster().lastFix()).isNull();
  }

  @Test
  void aSilentTagIsAPersonInsideAndComesFirst() {
    mine.fix(0, "silent", "face");
    mine.fix(100, "still", "face");
    mine.order(110, 1, 0, "face", "return");
    mine.fix(120, "still", "face");
    mine.fix(100, "mover", "face");
    mine.fix(120, "mover", "return");
    mine.timeIs(130);

    assertThat(mine.muster().remaining())
        .extracting(Remaining::state)
        .containsExactly(SILENT, NEVER_MOVED, MOVING);
    assertThat(mine.last.muster().zones())
        .extracting(z -> z.zone().value() + z.people() + z.silent())
        .containsExactly("face21", "return10");
    assertThat(mine.last.muster().lastFix()).isEqualTo(Bench.instant(120));
  }

  @Test
  void aTagIsSilentOnlyAfterTheWholeTimeAndNotForOurDowntime() {
    mine.fix(0, "a", "face");
    mine.order(1, 1, 0, "face");
    mine.timeIs(90);
    assertThat(mine.muster().remaining().get(0).state()).isEqualTo(NEVER_MOVED);
    mine.timeIs(96);
    assertThat(mine.muster().remaining().get(0).state()).isEqualTo(SILENT);
    mine.resumed = Bench.millis(100);
    mine.timeIs(190);
    assertThat(mine.muster().remaining().get(0).state()).isEqualTo(NEVER_MOVED);
  }

  @Test
  void anOlderPositionIsIgnoredAndAnUnknownZoneLosesNobody() {
    mine.fix(50, "a", "face");
    mine.order(60, 1, 0, "face");
    mine.fixAt(61, 40, "a", "surface");
    assertThat(mine.memory.people.late()).isEqualTo(1);
    mine.fix(70, "a", "nowhere");
    assertThat(mine.last.rejections().get(0).reason()).isEqualTo(RejectReason.UNKNOWN_ZONE);
    mine.fixAt(71, 69, "a", "surface");
    assertThat(mine.memory.people.late()).isEqualTo(2);
    mine.timeIs(80);

    assertThat(mine.muster().remaining()).hasSize(1);
    assertThat(mine.last.summary().underground()).isEqualTo(1);
    assertThat(mine.last.muster().zones().get(0).people()).isEqualTo(1);
  }

  @Test
  void anOlderBookIsIgnoredAndAnOrderNotInTheBookIsLifted() {
    mine.fix(0, "a", "face");
    mine.order(10, 5, 0, "face");
    mine.order(11, 5, 0);
    assertThat(mine.last.muster()).isNull();
    mine.order(12, 6, 0);

    assertThat(mine.last.muster().orders()).isEmpty();
    assertThat(mine.last.muster().orderBook()).isEqualTo(6);
  }

  @Test
  void aMoveThatConcernsNoOrderIsNotToldAtOnce() {
    mine.fix(0, "a", "return");
    mine.order(10, 1, 0, "face");
    mine.fix(20, "a", "surface");

    assertThat(mine.last.muster()).isNull();
  }

  @Test
  void theMemoryOfPeopleAndOrdersIsSavedWhole() {
    mine.fix(0, "a", "face");
    mine.fix(20, "a", "return");
    mine.fix(25, "b", "face");
    mine.fix(26, "b", "nowhere");
    mine.fix(27, "c", "nowhere");
    mine.order(30, 1, 10, "face");
    mine.timeIs(31);
    var before = mine.last.muster();

    mine.memory = ListTape.copy(mine.memory);
    mine.memory.nextSummary = 0;
    mine.timeIs(31);
    assertThat(mine.last.muster()).isEqualTo(before);
  }
}
