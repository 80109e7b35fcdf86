package io.minewatch.judge.people;

import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.PeopleRule.Asks;
import io.minewatch.judge.muster.Person;
import io.minewatch.judge.silence.Freshness;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.Sighting;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one card that is underground or lately was. Where it is, {@link Person} says;
 * this is what beside it the questions need. Times are milliseconds since 1970 UTC.
 */
final class Card {
  final CardId id;
  @Nullable ZoneId zone;

  /** Number of the zone in the plan, or {@link Places#OUT} or {@link Places#NOWHERE}. */
  int place = Places.OUT;

  boolean inside;
  boolean lost;
  boolean leader;
  boolean distress;
  String gateway = "";
  long measured;
  long event;
  long received;

  /** Event time since when it is underground. */
  long belowSince = Freshness.NEVER;

  String station = "";
  String cameFrom = "";
  double distance;

  /** Event time of coming to the station. */
  long arrived;

  /** Whether it stood between the last two positions. */
  boolean steady;

  final Still still = new Still();
  final Jumps jumps = new Jumps();
  final Company company = new Company();

  /** Which questions hold of it, and which of these are told. */
  final EnumSet<Asks> holds = EnumSet.noneOf(Asks.class);

  final EnumSet<Asks> told = EnumSet.noneOf(Asks.class);

  Card(CardId id) {
    this.id = id;
  }

  /** Saves or brings back a set of questions. */
  static void pass(Tape tape, Set<Asks> held) {
    List<Asks> passed =
        tape.list(
            held,
            asks -> Asks.valueOf(tape.text(asks.name())),
            from -> Asks.valueOf(from.text("")));
    if (tape.isPlaying()) {
      held.clear();
      held.addAll(passed);
    }
  }

  /** Our time as its clock would show it, so that delays run on while it is not heard. */
  long eventAt(long now) {
    return now - (received - event);
  }

  /** The station of a position; where none is told, its zone. */
  static String stationOf(Fix fix) {
    ZoneId zone = fix.zone();
    return fix.station().isEmpty() && zone != null ? zone.value() : fix.station();
  }

  /** Takes what is new of where it is. */
  void place(Person person, Places places) {
    inside = person.isInside();
    lost = person.isLost();
    zone = person.zone();
    place = inside ? places.of(zone) : Places.OUT;
  }

  /** Takes what else a position says. */
  void take(Sighting seen, boolean leads, double metres) {
    Fix fix = seen.fix();
    boolean wasInside = belowSince != Freshness.NEVER;
    if (inside && !wasInside) {
      belowSince = seen.event();
    }
    belowSince = inside ? belowSince : Freshness.NEVER;
    leader = leads;
    distress = fix.distress();
    gateway = seen.gateway();
    measured = seen.person().lastSeen();
    event = seen.event();
    received = seen.received();
    String now = stationOf(fix);
    boolean same = now.equals(station);
    steady = same && Math.abs(fix.distanceMetres() - distance) <= metres;
    if (!same) {
      cameFrom = station;
      station = now;
      arrived = seen.event();
    }
    distance = fix.distanceMetres();
  }

  static Card play(Tape tape) {
    Card card = new Card(new CardId(tape.text("")));
    card.pass(tape);
    return card;
  }

  Card record(Tape tape) {
    tape.text(id.value());
    pass(tape);
    return this;
  }

  private void pass(Tape tape) {
    String name = tape.text(zone == null ? "" : zone.value());
    zone = name.isEmpty() ? null : new ZoneId(name);
    inside = tape.flag(inside);
    lost = tape.flag(lost);
    leader = tape.flag(leader);
    distress = tape.flag(distress);
    gateway = tape.text(gateway);
    measured = tape.whole(measured);
    event = tape.whole(event);
    received = tape.whole(received);
    belowSince = tape.whole(belowSince);
    station = tape.text(station);
    cameFrom = tape.text(cameFrom);
    distance = tape.real(distance);
    arrived = tape.whole(arrived);
    steady = tape.flag(steady);
    still.pass(tape);
    jumps.pass(tape);
    company.pass(tape);
    pass(tape, holds);
    pass(tape, told);
  }
}
