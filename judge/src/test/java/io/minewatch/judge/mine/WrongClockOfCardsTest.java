package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.judge.feed.Origin;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The clock of a gateway of cards may show what it likes: a person is followed all the same. */
class WrongClockOfCardsTest {
  private static final int PERIOD = 10;
  private static final int HOUR = 3_600;

  private final MineMemory memory = new MineMemory(Plans.methane(1, 25, 25), Bench.START);

  @Test
  void aPersonIsFollowedAcrossAClockThatIsPutBack() {
    fix(0, 0, 0, "face");
    fix(1, 60, 0, "face");
    fix(2, 120, -2 * HOUR, "return");

    assertThat(memory.people.late()).isZero();
    Verdicts later = new Verdicts();
    MineJudge.onTime(memory, new Moment(Bench.millis(130), Bench.START), later);
    assertThat(zonesOf(later)).containsExactly("return");
    assertThat(later.muster().lastFix())
        .as("its age is what its stamp says")
        .isEqualTo(Bench.instant(120 - 2 * HOUR));
  }

  /**
   * Less than a jump: it stands in the way of its own card until that time has come, of no other.
   */
  @Test
  void oneStampThatIsALittleAheadMakesNoOtherCardLate() {
    for (int number = 0; number < 60; number++) {
      fix("tags", "c" + number % 5, number, number * 2, number == 20 ? 25 : 0, "face");
    }
    assertThat(memory.people.late()).isEqualTo(2);

    fix("tags", "c1", 60, 120, 0, "return");
    assertThat(memory.people.of("c1").zone()).isEqualTo(new ZoneId("return"));
  }

  /** Four minutes ahead by a drift, and drifting back as slowly. */
  @Test
  void aClockThatDriftedBackIsHeardBesideOneThatWasAlwaysRight() {
    for (int number = 0; number < 2_400; number++) {
      int second = number * 10;
      fix("tags", "c1", number, second, Math.min(second, 24_000 - second) / 50, "face");
    }
    fix("other", "c1", 0, 24_010, 0, "return");
    fix("tags", "c1", 2_400, 24_020, 0, "face");

    assertThat(memory.people.late()).isZero();
  }

  @Test
  void aPersonIsFollowedToAGatewayWhoseClockIsBehindAllTheTime() {
    for (int second = 0; second < 100; second += PERIOD) {
      fix("other", "c9", second, second, -2 * HOUR, "face");
    }
    fix("tags", "c1", 0, 95, 0, "face");
    fix("other", "c1", 100, 110, -2 * HOUR, "return");

    assertThat(memory.people.late()).isZero();
  }

  @Test
  void anOldPositionOutOfTheQueueOfAGatewayNotHeardBeforeMovesNobody() {
    fix("tags", "c1", 0, 1_000, 0, "face");
    fix("other", "c1", 0, 1_010, -HOUR, "return");

    assertThat(memory.people.late()).isEqualTo(1);
  }

  private static List<String> zonesOf(Verdicts said) {
    return said.muster().zones().stream()
        .filter(zone -> zone.people() > 0)
        .map(zone -> zone.zone().value())
        .toList();
  }

  private void fix(long number, int second, int off, String zone) {
    fix("tags", "c1", number, second, off, zone);
  }

  private void fix(String gateway, String card, long number, int second, int off, String zone) {
    Instant at = Bench.instant(second + off);
    Fix fix = new Fix(new CardId(card), at, true, new ZoneId(zone), at, "", 0, false, false);
    MineJudge.onFixes(
        memory,
        List.of(fix),
        List.of(),
        new Origin("t", new GatewayId(gateway), "s1", number, Lane.LIVE, Bench.millis(second)),
        new Moment(Bench.millis(second), Bench.START),
        new Verdicts());
  }
}
