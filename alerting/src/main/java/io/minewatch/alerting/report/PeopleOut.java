package io.minewatch.alerting.report;

import io.minewatch.alerting.chain.Event;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.withdrawal.OrderMuster;
import io.minewatch.domain.withdrawal.Remaining;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who came out when, by the head counts that the journal keeps. */
final class PeopleOut {
  private PeopleOut() {}

  /**
   * One person who was counted inside.
   *
   * @param zone where last; null for a card that was never seen in a zone
   * @param state when last counted inside
   * @param lastSeen measured time of the last position inside
   * @param out when a head count first found that person outside, and no later one inside again;
   *     null for who is still inside
   */
  record Out(
      CardId card,
      @Nullable ZoneId zone,
      Remaining.State state,
      Instant lastSeen,
      @Nullable Instant out) {}

  /** How many were inside at a time. */
  record Count(Instant at, int listed, int inside) {}

  /** Everybody who was counted inside, those still inside first, then in the order of leaving. */
  static List<Out> of(List<Event> events) {
    Map<CardId, Out> all = new LinkedHashMap<>();
    for (Event event : events) {
      if (event instanceof Event.HeadCounted counted) {
        take(all, counted.proof());
      }
    }
    List<Out> sorted = new ArrayList<>(all.values());
    sorted.sort(
        (a, b) -> {
          Instant one = a.out();
          Instant other = b.out();
          return one == null ? (other == null ? 0 : -1) : other == null ? 1 : one.compareTo(other);
        });
    return sorted;
  }

  private static void take(Map<CardId, Out> all, Event.Proof proof) {
    Set<CardId> inside = new HashSet<>();
    for (OrderMuster order : proof.orders()) {
      for (Remaining each : order.remaining()) {
        inside.add(each.card());
        all.put(
            each.card(), new Out(each.card(), each.zone(), each.state(), each.lastSeen(), null));
      }
    }
    all.replaceAll(
        (card, known) ->
            inside.contains(card) || known.out() != null
                ? known
                : new Out(card, known.zone(), known.state(), known.lastSeen(), proof.counted()));
  }

  /** The head counts in which the number changed. */
  static List<Count> counts(List<Event> events) {
    List<Count> all = new ArrayList<>();
    for (Event event : events) {
      if (event instanceof Event.HeadCounted counted) {
        Set<CardId> inside = new HashSet<>();
        int listed = 0;
        for (OrderMuster order : counted.proof().orders()) {
          listed = Math.max(listed, order.listed());
          order.remaining().forEach(each -> inside.add(each.card()));
        }
        Count last = all.isEmpty() ? null : all.get(all.size() - 1);
        if (last == null || last.inside() != inside.size() || last.listed() != listed) {
          all.add(new Count(counted.proof().counted(), listed, inside.size()));
        }
      }
    }
    return all;
  }
}
