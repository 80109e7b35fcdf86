package io.minewatch.ingest.crew;

import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.withdrawal.OrderId;
import io.minewatch.ingest.script.Incident;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One person: where, what for, and how far on the way. Belongs to its {@link Crew} alone. */
final class Person {
  /** Longest station name that is made from a zone's name. */
  private static final int LONGEST_ZONE = 60;

  /** What a person does underground. */
  enum Trade {
    /** Works in one place. */
    WORKER,
    /** Gas checkers and carriers: go to and fro between neighbouring places. */
    ROVER,
    /** The mine leader on duty: tours all workplaces. */
    LEADER
  }

  final int shift;
  final int number;
  final CardId card;
  final Trade trade;
  final double metresPerSecond;
  List<ZoneId> tour;
  int stop;
  Instant moveOnAt;
  ZoneId zone;
  double walkedMetres;
  Instant entered;
  @Nullable Instant heard;
  @Nullable OrderId order;
  Instant leaveAt;
  boolean callsForHelp;

  /** What is done to the card while it is not where its owner is, or null, and since when. */
  @Nullable Incident stray;

  private Instant strayed;

  Person(
      int shift,
      int number,
      CardId card,
      Trade trade,
      double metresPerSecond,
      List<ZoneId> tour,
      ZoneId zone,
      Instant at) {
    this.shift = shift;
    this.number = number;
    this.card = card;
    this.trade = trade;
    this.metresPerSecond = metresPerSecond;
    this.tour = tour;
    this.zone = zone;
    this.entered = at;
    this.moveOnAt = at;
    this.leaveAt = at;
    this.strayed = at;
  }

  /** Walks for a while; crosses into {@code next} at the end of the roadway. */
  void walk(ZoneId next, double seconds, double roadwayMetres, Instant now) {
    walkedMetres += metresPerSecond * seconds;
    if (walkedMetres >= roadwayMetres) {
      cross(next, now); // a new station hears the card at once
    }
  }

  /** Is in a zone from now on, if not already. */
  void cross(ZoneId next, Instant now) {
    if (!next.equals(zone)) {
      zone = next;
      entered = now;
      walkedMetres = 0;
      heard = null;
    }
  }

  /** Takes note of what is done to the card; at the begin and the end of it the card is read. */
  void strays(@Nullable Incident with, Instant now) {
    if (!Objects.equals(stray, with)) {
      stray = with;
      strayed = now;
      heard = null;
    }
  }

  /** The card alone, at the station of a zone underground. */
  Fix fixIn(ZoneId place, Instant now, double roadwayMetres) {
    boolean leader = trade == Trade.LEADER;
    double distance = Math.round(-roadwayMetres * 5) / 10.0;
    return new Fix(card, now, true, place, strayed, station(place), distance, leader, callsForHelp);
  }

  /** The card where another is read. */
  Fix readAs(Fix other) {
    return new Fix(
        card,
        other.at(),
        other.underground(),
        other.zone(),
        other.enteredZone(),
        other.station(),
        other.distanceMetres(),
        trade == Trade.LEADER,
        false);
  }

  Fix fix(Instant now, ZoneGraph graph, double roadwayMetres) {
    boolean leader = trade == Trade.LEADER;
    if (!graph.isUnderground(zone)) {
      return new Fix(card, now, false, null, null, "", 0, leader, callsForHelp);
    }
    double distance = Math.round((walkedMetres - roadwayMetres / 2) * 10) / 10.0;
    return new Fix(card, now, true, zone, entered, station(zone), distance, leader, callsForHelp);
  }

  private static String station(ZoneId place) {
    String name = place.value();
    return "st-" + name.substring(0, Math.min(LONGEST_ZONE, name.length()));
  }
}
