package io.minewatch.alerting.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.chain.Event;
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

  private static Event counted(int minute, String... inside) {
    Instant at = T.plus(Duration.ofMinutes(minute));
    List<Remaining> remaining =
        Stream.of(inside)
            .map(
                card ->
                    new Remaining(
                        new CardId(card), Remaining.State.MOVING, new ZoneId("face"), T, at))
            .toList();
    OrderMuster order = new OrderMuster(new OrderId("o-1"), 3, remaining, null, null);
    return new Event.HeadCounted(at, new Event.Proof(at, at, 1, List.of(order)));
  }

  @Test
  void tellsWhenEachWasCountedOutsideAndNamesThoseInsideFirst() {
    List<Event> events =
        List.of(
            new Event.Emptied(T), // what is no head count says nothing here
            counted(1, "a", "b", "c"),
            counted(2, "b", "c"),
            counted(4, "c"));
    List<PeopleOut.Out> out = PeopleOut.of(events);
    assertThat(out.stream().map(each -> each.card().value())).containsExactly("c", "a", "b");
    assertThat(out.get(0).out()).isNull();
    assertThat(out.get(1).out()).isEqualTo(T.plus(Duration.ofMinutes(2)));
    assertThat(out.get(2).out()).isEqualTo(T.plus(Duration.ofMinutes(4)));
    assertThat(PeopleOut.counts(events).stream().map(PeopleOut.Count::inside))
        .containsExactly(3, 2, 1);
  }

  @Test
  void whoGoesInAgainIsInsideUntilCountedOutsideAgain() {
    List<PeopleOut.Out> out = PeopleOut.of(List.of(counted(1, "a"), counted(2), counted(3, "a")));
    assertThat(out).hasSize(1);
    assertThat(out.get(0).out()).isNull();
    Event last = counted(5);
    assertThat(
            PeopleOut.of(List.of(counted(1, "a"), counted(2), counted(3, "a"), last)).get(0).out())
        .isEqualTo(last.at());
  }
}
