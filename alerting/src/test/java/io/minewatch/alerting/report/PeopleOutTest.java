package io.minewatch.alerting.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.report.PeopleOut.Out;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.withdrawal.OrderId;
import io.minewatch.domain.withdrawal.OrderMuster;
import io.minewatch.domain.withdrawal.Remaining;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeopleOutTest {
  private static final Instant T = Instant.parse("2026-03-01T08:00:00Z");

  private static Instant at(int minute) {
    return T.plus(Duration.ofMinutes(minute));
  }

  private static OrderMuster order(String id, int listed, int minute, String... inside) {
    List<Remaining> remaining =
        Stream.of(inside)
            .map(
                card ->
                    new Remaining(
                        new CardId(card),
                        Remaining.State.MOVING,
                        new ZoneId("face"),
                        T,
                        at(minute)))
            .toList();
    Instant proven = inside.length == 0 ? at(minute) : null;
    return new OrderMuster(new OrderId(id), listed, remaining, proven, proven);
  }

  private static Event counted(int minute, OrderMuster... orders) {
    Instant at = at(minute);
    return new Event.HeadCounted(at, new Event.Proof(at, at, 1, List.of(orders)));
  }

  private static String told(List<Event> events) {
    StringBuilder told = new StringBuilder();
    for (Out each : PeopleOut.of(events)) {
      long minute = Duration.between(T, each.since()).toMinutes();
      told.append(each.card()).append(' ').append(each.fate()).append(' ').append(minute);
      told.append("; ");
    }
    return told.toString();
  }

  @Test
  void tellsWhenEachWasCountedOutsideAndNamesThoseInsideFirst() {
    List<Event> events =
        List.of(
            new Event.Emptied(T), // what is no head count says nothing here
            counted(1, order("o-1", 3, 1, "a", "b", "c")),
            counted(2, order("o-1", 3, 2, "b", "c")),
            counted(4, order("o-1", 3, 4, "c")));
    assertThat(told(events)).isEqualTo("c INSIDE 4; a OUT 2; b OUT 4; ");
    assertThat(PeopleOut.counts(events).stream().map(PeopleOut.Count::inside))
        .containsExactly(3, 2, 1);
  }

  @Test
  void whoGoesInAgainIsInsideUntilCountedOutsideAgain() {
    Event first = counted(1, order("o-1", 1, 1, "a"));
    Event empty = counted(2, order("o-1", 1, 2));
    Event again = counted(3, order("o-1", 1, 3, "a"));
    assertThat(told(List.of(first, empty))).isEqualTo("a OUT 2; ");
    assertThat(told(List.of(first, empty, again))).isEqualTo("a INSIDE 3; ");
    assertThat(told(List.of(first, empty, again, counted(5, order("o-1", 1, 5)))))
        .isEqualTo("a OUT 5; ");
  }

  @Test
  void aCountThatProvesNothingOrKnowsLessLetsNobodyOut() {
    Event first = counted(1, order("o-1", 3, 1, "a", "b", "c"));
    OrderMuster unproven = new OrderMuster(new OrderId("o-1"), 3, List.of(), null, null);
    assertThat(told(List.of(first, counted(2, unproven))))
        .isEqualTo("a NOT_PROVEN 2; b NOT_PROVEN 2; c NOT_PROVEN 2; ");
    assertThat(told(List.of(first, counted(2, order("o-1", 1, 2, "c")))))
        .as("one that has forgotten two of three")
        .isEqualTo("c INSIDE 2; a NOT_PROVEN 2; b NOT_PROVEN 2; ");
    assertThat(told(List.of(first, counted(2, unproven), counted(3, order("o-1", 3, 3)))))
        .isEqualTo("a OUT 3; b OUT 3; c OUT 3; ");
  }

  @Test
  void whoWasInsideWhenTheOrderEndedIsNotCountedAnyMore() {
    Event both = counted(1, order("o-1", 1, 1, "a"), order("o-2", 2, 1, "b", "c"));
    Event one = counted(2, order("o-2", 2, 2, "c"));
    assertThat(told(List.of(both, one))).isEqualTo("c INSIDE 2; a NOT_COUNTED 2; b OUT 2; ");
    PeopleOut.Count first = PeopleOut.counts(List.of(both, one)).get(0);
    assertThat(first.listed()).containsExactly(1, 2);
    assertThat(first.inside()).isEqualTo(3);
    assertThat(first.isProven()).isFalse();
  }
}
