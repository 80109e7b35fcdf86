package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.plan.PeopleRule.Asks;
import java.time.LocalTime;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each shift goes down and comes up with a leader of its own. Shifts begin at 4, 12 and 20. */
class ShiftLeaderTest {
  private static final int RAISE = 1_800;

  @ParameterizedTest
  @CsvSource({
    "04:00:00, 12:01:00, OPENED", // the leader of the shift before has stayed down
    "07:59:59, 12:01:00, OPENED", // a second before the middle of that shift
    "08:00:00, 12:01:00, ''", // from the middle on he leads the next
    "11:50:00, 12:01:00, ''", // ten minutes early is usual
    "12:20:00, 12:01:00, ''", // late, but within the time that the rule allows
    "12:31:01, 12:01:00, OPENED CLEARED", // thirty minutes without
    "04:00:00, 07:00:00, ''" // the worker is of his own shift, however long both stay
  })
  void aLeaderWhoStaysLeadsNoLaterShift(String leader, String worker, String kinds) {
    SortedMap<Integer, String> comers = new TreeMap<>();
    comers.put(second(leader), "leader-1");
    comers.put(second(worker), "w-1");
    Pit pit = new Pit(Pit.plan(Pit.rule(Asks.NO_LEADER, 1, RAISE, 0)));
    comers.forEach(
        (at, card) -> {
          pit.time(at - 1);
          pit.say(at, "gw", Pit.fix(at, card, "face"));
        });
    for (int at = comers.lastKey() + 60; at <= second("13:00:00"); at += 60) {
      for (String card : comers.values()) {
        pit.say(at, "gw", Pit.fix(at, card, "face"));
      }
    }
    assertThat(pit.kinds().stream().map(Enum::name).collect(Collectors.joining(" ")))
        .isEqualTo(kinds);
  }

  private static int second(String time) {
    return LocalTime.parse(time).toSecondOfDay();
  }
}
