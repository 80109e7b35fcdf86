package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.plan.PeopleRule.Asks;
import java.time.LocalTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each shift goes down and comes up with a leader of its own. Shifts begin at 4, 12 and 20. */
class ShiftLeaderTest {
  private static final int RAISE = 1_800;
  private static final int DAY = 86_400;

  @ParameterizedTest(name = "leader {0}, worker {1}, until {2}: {3}")
  @CsvSource({
    "04:00:00, 12:01:00, 13:00:00, OPENED", // the leader of the shift before has stayed down
    "07:59:59, 12:01:00, 13:00:00, OPENED", // a second before the middle of that shift
    "08:00:00, 12:01:00, 13:00:00, ''", // from the middle on he leads the next
    "11:50:00, 12:01:00, 13:00:00, ''", // ten minutes early is usual
    "12:20:00, 12:01:00, 13:00:00, ''", // late, but within the time that the rule allows
    "12:33:00, 12:01:00, 13:00:00, OPENED CLEARED", // thirty minutes without anybody
    "04:00:00, 07:00:00, 13:00:00, ''", // the worker is of his own shift, however long both stay
    "04:00:00, 08:30:00, 13:00:00, ''", // and so is one who came after its middle
    "04:00:00, 09:59:59, 13:00:00, ''",
    "04:00:00, 10:00:00, 12:29:00, ''", // near the next shift: his leader may come until 12:30
    "04:00:00, 10:00:00, 13:00:00, OPENED",
    "04:00:00, 11:45:00, 21:30:00, OPENED", // no clock ends it, not that of the next shift either
    "00:30:00, 04:05:00, 13:00:00, ''", // down since the middle of the shift that began at 20
    "01:00:00, 02:30:00, 13:00:00, ''",
    "20:00:00, 04:05:00, 37:00:00, OPENED" // from the evening before, past midnight
  })
  void aLeaderWhoStaysLeadsNoLaterShift(String leader, String worker, String until, String kinds) {
    int down = second(leader);
    int comes = second(worker) + (second(worker) < down && down >= 72_000 ? DAY : 0);
    Pit pit = new Pit(Pit.plan(Pit.rule(Asks.NO_LEADER, 1, RAISE, 0)));
    SortedMap<Integer, String> comers = new TreeMap<>(Map.of(down, "leader-1", comes, "w-1"));
    comers.forEach(
        (at, card) -> {
          pit.time(at - 1);
          pit.say(at, "gw", Pit.fix(at, card, "face"));
        });
    int last = comers.lastKey();
    boolean restarted = false;
    for (int at = last + 60; at <= second(until); at += 60) {
      if (!restarted && at > last + 1_000) {
        pit.restart(at); // who went down when is kept
        restarted = true;
      }
      for (String card : comers.values()) {
        pit.say(at, "gw", Pit.fix(at, card, "face"));
      }
    }
    assertThat(pit.kinds().stream().map(Enum::name).collect(Collectors.joining(" ")))
        .isEqualTo(kinds);
  }

  /** From midnight; hours beyond 24 are those of the next day. */
  private static int second(String time) {
    int hour = Integer.parseInt(time.substring(0, 2));
    return hour * 3_600 + LocalTime.parse("00" + time.substring(2)).toSecondOfDay();
  }
}
