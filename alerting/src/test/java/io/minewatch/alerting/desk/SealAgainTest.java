package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.clue.ClueStage;
import io.minewatch.alerting.journal.ClueRows.Listed;
import io.minewatch.domain.plan.MineStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The days before now behind a seal: looked at again, told late, and after a stop is over. */
class SealAgainTest extends SealDatabase {
  private static final Map<String, Object> SINCE_FEBRUARY = Map.of("statusSince", "2026-02-01");
  private static final Duration LOOKED_BACK = DAY.multipliedBy(30);

  private Instant now = NOW;
  private final InstantSource source = () -> now;
  private final Clock clock = source.withZone(ZoneOffset.UTC);

  /** A new start looks at what was brought in the fortnight before, of a month before that. */
  @Test
  void whatAPersonClosedIsNotRaisedAgainForTheDaysThatAreLookedBackOn() {
    Instant then = NOW.minus(DAY.multipliedBy(13));
    SealDesk before = desk(MineStatus.SUSPENDED, SINCE_FEBRUARY, then);
    before.bring(MINE, belt(then), "li");
    before.looks();
    closed(listed().get(0).id(), then);

    desk(MineStatus.SUSPENDED, SINCE_FEBRUARY, NOW).looks();

    assertThat(listed()).singleElement().extracting(Listed::stage).isEqualTo(ClueStage.CLOSED);
  }

  @Test
  void anotherShiftOfThoseDaysIsAnotherClue() {
    Instant then = NOW.minus(DAY.multipliedBy(13));
    SealDesk before = desk(MineStatus.SUSPENDED, SINCE_FEBRUARY, then);
    before.bring(MINE, belt(then), "li");
    before.looks();
    closed(listed().get(0).id(), then);

    SealDesk again = desk(MineStatus.SUSPENDED, SINCE_FEBRUARY, NOW);
    again.bring(MINE, belt(then.plus(DAY)), "li");
    again.looks();

    assertThat(listed())
        .extracting(Listed::stage)
        .containsExactlyInAnyOrder(ClueStage.CLOSED, ClueStage.RAISED);
  }

  @Test
  void aLookThatFailedIsLookedAtAgainHoweverLongThatTakes() throws Exception {
    SealDesk desk = desk(MineStatus.SUSPENDED, SINCE_FEBRUARY, clock);
    desk.bring(MINE, belt(NOW), "li");
    statement(REFUSED);
    desk.looks();
    now = NOW.plus(Duration.ofHours(1));
    desk.looks();
    statement("drop trigger no_clue");
    assertThat(listed()).isEmpty();

    now = NOW.plus(Duration.ofHours(2));
    desk.looks();

    assertThat(listed()).singleElement().extracting(Listed::evidence).isEqualTo(1);
  }

  @Test
  void whatFailedIsForgottenWithTheDaysThatAreLookedBackOn() throws Exception {
    SealDesk desk = desk(MineStatus.SUSPENDED, SINCE_FEBRUARY, clock);
    desk.bring(MINE, belt(NOW), "li");
    statement(REFUSED);
    desk.looks();
    statement("drop trigger no_clue");

    now = NOW.plus(LOOKED_BACK).plusSeconds(1);
    desk.looks();

    assertThat(listed()).isEmpty();
  }

  @Test
  void aTableOfAStopThatIsOverIsHeldAgainstThatStop() {
    registered(1, "2026-01-01T00:00:00Z", Map.of());
    registered(2, "2026-03-02T00:00:00Z", Map.of("status", "SUSPENDED"));
    registered(3, "2026-03-06T00:00:00Z", Map.of());
    SealDesk desk = desk(MineStatus.WORKING, Map.of(), NOW);
    desk.bring(MINE, belt(Instant.parse("2026-03-07T04:00:00Z")), "li");
    desk.looks();
    assertThat(listed()).as("it was declared to work that day").isEmpty();

    desk.bring(MINE, belt(Instant.parse("2026-03-04T04:00:00Z")), "li");
    desk.looks();

    assertThat(listed()).singleElement().extracting(Listed::evidence).isEqualTo(1);
    assertThat(desk.look(MINE)).as("it has no seal now").isNull();
  }

  @Test
  void eachStopIsHeldAgainstWhatWasBeforeIt() {
    registered(1, "2026-01-01T00:00:00Z", Map.of());
    registered(2, "2026-03-02T00:00:00Z", Map.of("status", "SUSPENDED"));
    registered(3, "2026-03-06T00:00:00Z", Map.of());
    registered(4, "2026-03-08T00:00:00Z", Map.of("status", "STOPPED"));
    SealDesk desk = desk(MineStatus.STOPPED, Map.of(), NOW);

    desk.bring(MINE, belt(Instant.parse("2026-03-04T04:00:00Z")), "li");
    desk.looks();
    assertThat(listed()).singleElement().extracting(Listed::evidence).isEqualTo(1);
    assertThat(desk.look(MINE).since()).isEqualTo("2026-03-08T00:00:00Z");
  }

  /** From the hour at which it was declared to work, nothing is held against it. */
  @Test
  void theShiftInWhichAStopEndsIsJudgedUntilThen() {
    registered(1, "2026-01-01T00:00:00Z", Map.of());
    registered(2, "2026-03-02T00:00:00Z", Map.of("status", "SUSPENDED"));
    registered(3, NOW.minus(Duration.ofHours(1)).toString(), Map.of());
    SealDesk desk = desk(MineStatus.WORKING, Map.of(), NOW);

    desk.bring(MINE, belt(NOW), "li");
    desk.looks();
    assertThat(listed()).isEmpty();

    desk.bring(MINE, belt(NOW.minus(Duration.ofHours(1))), "li");
    desk.looks();
    assertThat(listed()).singleElement().extracting(Listed::evidence).isEqualTo(1);
  }
}
