package io.minewatch.judge.mine;

import static io.minewatch.domain.withdrawal.Remaining.State.NEVER_MOVED;
import static io.minewatch.domain.withdrawal.Remaining.State.SILENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.PeopleRule.Asks;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.withdrawal.Remaining;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each question about people at, just below and just above its number and its delays. */
class PeopleEdgeTest {
  private static final int HOURS = 3_600;

  private static PeopleRule rule(Asks asks, double limit, double tolerance, int within, int raise) {
    PeopleRule.Numbers numbers =
        new PeopleRule.Numbers(limit, tolerance, Duration.ofSeconds(within), 3);
    return Pit.rule(asks, numbers, raise, 30, PeopleRule.Named.NOBODY);
  }

  private static String kinds(Pit pit) {
    return pit.kinds().stream().map(Enum::name).collect(Collectors.joining(" "));
  }

  /** The limit of the face is 10; counts after 60 s. */
  @ParameterizedTest(name = "{0}: {1} people for {2} s: {3}")
  @CsvSource({
    "CROWDED, 9, 200, ''",
    "CROWDED, 10, 200, ''",
    "CROWDED, 11, 59, ''",
    "CROWDED, 11, 60, OPENED",
    "CROWDED, 11, 61, OPENED",
    "CROWDED_WORKPLACE, 11, 200, ''",
    "CROWDED_WORKPLACE, 12, 200, ''",
    "CROWDED_WORKPLACE, 13, 59, ''",
    "CROWDED_WORKPLACE, 13, 60, OPENED"
  })
  void soManyAndForSoLong(Asks asks, int people, int seconds, String kinds) {
    Pit pit = new Pit(Pit.plan(rule(asks, asks == Asks.CROWDED ? 100 : 120, 0, 0, 60)));
    pit.crowd(10, "p", people, "face");
    pit.quiet(11, 10 + seconds);
    assertThat(kinds(pit)).isEqualTo(kinds);
  }

  /** One goes at 100: over when that was so for 30 s of positions. */
  @ParameterizedTest(name = "{0} s after the last one too many has gone: {1}")
  @CsvSource({"29, OPENED", "30, OPENED CLEARED", "31, OPENED CLEARED"})
  void isOverAfterItsHold(int seconds, String kinds) {
    Pit pit = new Pit(Pit.plan(rule(Asks.CROWDED, 100, 0, 0, 60)));
    pit.crowd(10, "p", 11, "face");
    pit.crowd(90, "p", 11, "face");
    pit.say(100, "gw", Pit.fix(100, "p-11", "haulage"));
    pit.crowd(100 + seconds, "p", 10, "face");
    assertThat(kinds(pit)).isEqualTo(kinds);
  }

  @ParameterizedTest(name = "{0} below: {1}")
  @CsvSource({"11, ''", "12, ''", "13, OPENED"})
  void theCapOfTheMine(int people, String kinds) {
    Pit pit = new Pit(Pit.plan(rule(Asks.MINE_FULL, 12, 0, 0, 0)));
    pit.crowd(10, "p", people, "haulage");
    assertThat(kinds(pit)).isEqualTo(kinds);
  }

  @ParameterizedTest(name = "seen {0} s after twelve hours: {1}")
  @CsvSource({"-1, ''", "0, ''", "1, OPENED"})
  void overtimeIsMoreThanItsHours(int seconds, String kinds) {
    Pit pit = new Pit(Pit.plan(rule(Asks.OVERTIME, 12, 0, 0, 0)));
    pit.say(10, "gw", Pit.fix(10, "a", "face"));
    int at = 10 + 12 * HOURS + seconds;
    pit.say(at, "gw", Pit.fix(at, "a", "face"));
    assertThat(kinds(pit)).isEqualTo(kinds);
  }

  @ParameterizedTest(name = "in the store for {0} s: {1}")
  @CsvSource({"29, ''", "30, OPENED", "31, OPENED"})
  void restrictedAfterItsDelay(int seconds, String kinds) {
    Pit pit = new Pit(Pit.plan(rule(Asks.RESTRICTED, 0, 0, 0, 30)));
    pit.say(10, "gw", Pit.fix(10, "a", "store"));
    pit.say(10 + seconds, "gw", Pit.fix(10 + seconds, "a", "store"));
    assertThat(kinds(pit)).isEqualTo(kinds);
  }

  /** Dark after three periods of 30 s, looked for every five, told 60 s later. */
  @ParameterizedTest(name = "not heard for {0} s: {1}")
  @CsvSource({"150, ''", "155, OPENED"})
  void silentAfterTheRuleAndItsDelay(int seconds, String kinds) {
    Rule silent = rule(Asks.SILENT, 0, 0, 0, 60);
    Pit pit = new Pit(Pit.plan(silent));
    pit.say(10, "gw", Pit.fix(10, "a", "face"));
    pit.quiet(11, 10 + seconds);
    assertThat(kinds(pit)).isEqualTo(kinds);
  }

  /** One zone lies between, and takes ten seconds: nine are not possible. */
  @ParameterizedTest(name = "{0} times in {1} s each: {2}")
  @CsvSource({"3, 11, ''", "3, 10, ''", "3, 9, OPENED", "2, 9, ''", "4, 9, OPENED"})
  void twoPlacesByTimesAndBySeconds(int times, int seconds, String kinds) {
    Pit pit = new Pit(Pit.plan(rule(Asks.TWO_PLACES, 3, 10, 600, 0)));
    for (int i = 0; i <= times; i++) {
      int at = 10 + i * seconds;
      pit.say(at, "gw", Pit.fix(at, "a", i % 2 == 0 ? "shaft" : "face"));
    }
    assertThat(kinds(pit)).isEqualTo(kinds);
  }

  /** A tag is taken for silent by an order's list after 90 s, and a count looks every five. */
  @ParameterizedTest(name = "not heard for {0} s: {1}")
  @CsvSource({"89, NEVER_MOVED", "90, NEVER_MOVED", "96, SILENT"})
  void musterTellsSilentOnlyAfterTheWholeTime(int seconds, Remaining.State state) {
    Bench mine = new Bench(Plans.methane(1, 0, 0));
    mine.fix(0, "a", "face");
    mine.order(1, 1, 0, "face");
    mine.timeIs(seconds);
    assertThat(mine.muster().remaining()).extracting(Remaining::state).containsExactly(state);
    assertThat(state).isIn(NEVER_MOVED, SILENT);
  }
}
