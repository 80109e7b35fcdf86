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
 * time at which each was seen outside, see {@link Person#asOf}: out of the mine for {@link
 * Grade#SURFACE}, else at another place. Whose place underground is unknown may be inside and is
 * listed.
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

  /** Whether one who went elsewhere underground has to be heard there. */
  boolean mustBeHeard() {
    return order.grade() != Grade.SURFACE;
  }

  /** Lists those who are inside, and those who were at or after {@code insideSince}. */
  void begin(People people) {
    for (Person person : people.all()) {
      if (!onMove(person)) {
        long left = leftAt(person);
        if (left >= order.insideSince().toEpochMilli()) {
          listed.put(person.card(), hasLeft(person) ? seenOutsideAt(person, left) : INSIDE);
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

  private boolean mayBeInside(Person person) {
    ZoneId zone = person.zone();
    return person.isInside() && (person.isLost() || zone == null || order.zones().contains(zone));
  }

  /** Whether one who was inside has gone as far as the order says. */
  private boolean hasLeft(Person person) {
    return !mayBeInside(person) && (order.grade() != Grade.SURFACE || !person.isInside());
  }

  private long seenOutsideAt(Person person, long leftZones) {
    return order.grade() == Grade.SURFACE ? person.enteredAsOf() : leftZones;
  }

  /** Takes a change of place; tells whether it concerns this order. */
  boolean onMove(Person person) {
    Long left = listed.get(person.card());
    if (mayBeInside(person)) {
      listed.put(person.card(), INSIDE);
      return true;
    }
    if (left == null || left != INSIDE) {
      return false;
    }
    if (hasLeft(person)) {
      listed.put(person.card(), person.asOf());
    }
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
