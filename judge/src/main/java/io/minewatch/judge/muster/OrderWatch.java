package io.minewatch.judge.muster;

import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.withdrawal.Grade;
import io.minewatch.domain.withdrawal.Order;
import io.minewatch.domain.withdrawal.OrderId;
import io.minewatch.domain.withdrawal.Reason;
import io.minewatch.judge.tape.Tape;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One open order and everybody who was inside its zones since its {@code insideSince}, with the
 * measured time at which each was seen outside.
 */
final class OrderWatch {
  /** In place of the time of leaving: still inside. */
  static final long INSIDE = Long.MAX_VALUE;

  private final Order order;
  private final TreeMap<CardId, Long> listed = new TreeMap<>();

  OrderWatch(Order order) {
    this.order = order;
  }

  Order order() {
    return order;
  }

  Map<CardId, Long> listed() {
    return listed;
  }

  /** Lists those who are inside, and those who were at or after {@code insideSince}. */
  void begin(People people) {
    for (Person person : people.all()) {
      if (!onMove(person)) {
        long left = leftAt(person);
        if (left >= order.insideSince().toEpochMilli()) {
          listed.put(person.card(), left);
        }
      }
    }
  }

  private long leftAt(Person person) {
    long left = Long.MIN_VALUE;
    for (Stay stay : person.stays()) {
      left = order.zones().contains(stay.zone()) ? stay.until() : left;
    }
    return left;
  }

  /** Takes a change of place; tells whether it concerns this order. */
  boolean onMove(Person person) {
    ZoneId zone = person.zone();
    boolean inside = zone != null && order.zones().contains(zone);
    Long left = listed.get(person.card());
    if (inside) {
      listed.put(person.card(), INSIDE);
      return true;
    }
    if (left == null || left != INSIDE) {
      return false;
    }
    listed.put(person.card(), person.lastSeen());
    return true;
  }

  OrderWatch record(Tape tape) {
    tape.text(order.id().value());
    tape.text(order.incident());
    tape.text(order.grade().name());
    tape.text(order.reason().name());
    tape.list(order.zones(), zone -> new ZoneId(tape.text(zone.value())), OrderWatch::zone);
    tape.text(order.text());
    tape.flag(order.drill());
    instant(tape, order.insideSince());
    instant(tape, order.issued());
    tape.whole(listed.size());
    listed.forEach(
        (card, left) -> {
          tape.text(card.value());
          tape.whole(left);
        });
    return this;
  }

  static OrderWatch play(Tape tape) {
    OrderWatch watch =
        new OrderWatch(
            new Order(
                new OrderId(tape.text("")),
                tape.text(""),
                Grade.valueOf(tape.text("")),
                Reason.valueOf(tape.text("")),
                tape.list(List.of(), zone -> zone, OrderWatch::zone),
                tape.text(""),
                tape.flag(false),
                instant(tape, Instant.EPOCH),
                instant(tape, Instant.EPOCH)));
    int size = tape.whole(0);
    for (int i = 0; i < size; i++) {
      watch.listed.put(new CardId(tape.text("")), tape.whole(0L));
    }
    return watch;
  }

  private static ZoneId zone(Tape tape) {
    return new ZoneId(tape.text(""));
  }

  private static Instant instant(Tape tape, Instant held) {
    return Instant.ofEpochSecond(tape.whole(held.getEpochSecond()), tape.whole(held.getNano()));
  }
}
