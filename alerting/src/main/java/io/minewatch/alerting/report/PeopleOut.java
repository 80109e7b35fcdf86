package io.minewatch.alerting.report;

import io.minewatch.alerting.chain.Event;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.withdrawal.OrderId;
import io.minewatch.domain.withdrawal.OrderMuster;
import io.minewatch.domain.withdrawal.Remaining;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who came out when, by the head counts that the journal keeps. A person who is merely no longer
 * counted is not out: the count must go on to cover the order, and must not know less than before.
 */
final class PeopleOut {
  private final Map<OrderId, Map<CardId, Out>> orders = new LinkedHashMap<>();
  private final Map<OrderId, Integer> listed = new HashMap<>();

  private PeopleOut() {}

  /** What became of somebody who was counted inside. */
  enum Fate {
    /** Counted inside last. */
    INSIDE,
    /**
     * The order is no longer counted for: it was lifted or revoked while this person was inside.
     */
    NOT_COUNTED,
    /** No longer on the list of a count that knew less than the one before, or proves nothing. */
    NOT_PROVEN,
    /** Seen outside. */
    OUT
  }

  /**
   * One person who was counted inside.
   *
   * @param zone where last; null for a card that was never seen in a zone
   * @param state when last counted inside
   * @param lastSeen measured time of the last position inside
   * @param since when a head count first told the fate; of who is inside the newest that counts
   *     this person
   */
  record Out(
      CardId card,
      @Nullable ZoneId zone,
      Remaining.State state,
      Instant lastSeen,
      Fate fate,
      Instant since) {}

  /**
   * A head count.
   *
   * @param listed of each order, people who were inside at or after its time
   * @param inside each person once
   * @param isProven whether it proves every order empty
   */
  record Count(Instant at, List<Integer> listed, int inside, boolean isProven) {}

  /** Everybody who was counted inside, the worst fate first, then in the order of leaving. */
  static List<Out> of(List<Event> events) {
    PeopleOut people = new PeopleOut();
    for (Event event : events) {
      if (event instanceof Event.HeadCounted counted) {
        people.take(counted.proof());
      }
    }
    Map<CardId, Out> worst = new LinkedHashMap<>();
    people
        .orders
        .values()
        .forEach(of -> of.forEach((card, out) -> worst.merge(card, out, PeopleOut::worse)));
    List<Out> sorted = new ArrayList<>(worst.values());
    sorted.sort(Comparator.comparing(Out::fate).thenComparing(Out::since));
    return sorted;
  }

  /** Of two orders that list one person: who is inside by one of them is inside. */
  private static Out worse(Out a, Out b) {
    int order = a.fate().compareTo(b.fate());
    return order < 0 || (order == 0 && a.since().isAfter(b.since())) ? a : b;
  }

  private void take(Event.Proof proof) {
    for (OrderMuster order : proof.orders()) {
      Map<CardId, Out> known = orders.computeIfAbsent(order.order(), id -> new LinkedHashMap<>());
      boolean isLess = order.listed() < listed.getOrDefault(order.order(), 0);
      listed.merge(order.order(), order.listed(), Math::max);
      boolean tells = !isLess && (!order.remaining().isEmpty() || order.provenAt() != null);
      Map<CardId, Remaining> inside = new LinkedHashMap<>();
      order.remaining().forEach(each -> inside.put(each.card(), each));
      known.replaceAll(
          (card, out) ->
              inside.containsKey(card) || out.fate() == Fate.OUT
                  ? out
                  : fate(out, tells ? Fate.OUT : Fate.NOT_PROVEN, proof.counted()));
      inside.forEach(
          (card, each) ->
              known.put(
                  card,
                  new Out(
                      card,
                      each.zone(),
                      each.state(),
                      each.lastSeen(),
                      Fate.INSIDE,
                      proof.counted())));
    }
    orders.forEach(
        (id, known) -> {
          if (proof.orders().stream().noneMatch(each -> each.order().equals(id))) {
            known.replaceAll(
                (card, out) ->
                    out.fate() == Fate.INSIDE ? fate(out, Fate.NOT_COUNTED, proof.counted()) : out);
          }
        });
  }

  private static Out fate(Out of, Fate fate, Instant since) {
    return of.fate() == fate
        ? of
        : new Out(of.card(), of.zone(), of.state(), of.lastSeen(), fate, since);
  }

  /** The head counts in which anything changed. */
  static List<Count> counts(List<Event> events) {
    List<Count> all = new ArrayList<>();
    for (Event event : events) {
      if (event instanceof Event.HeadCounted counted) {
        List<OrderMuster> orders = counted.proof().orders();
        Count count =
            new Count(
                counted.proof().counted(),
                orders.stream().map(OrderMuster::listed).toList(),
                (int)
                    orders.stream()
                        .flatMap(each -> each.remaining().stream())
                        .map(Remaining::card)
                        .distinct()
                        .count(),
                orders.stream().allMatch(each -> each.provenAt() != null));
        Count last = all.isEmpty() ? null : all.get(all.size() - 1);
        if (last == null || !isSame(last, count)) {
          all.add(count);
        }
      }
    }
    return all;
  }

  private static boolean isSame(Count a, Count b) {
    return a.listed().equals(b.listed())
        && a.inside() == b.inside()
        && a.isProven() == b.isProven();
  }
}
