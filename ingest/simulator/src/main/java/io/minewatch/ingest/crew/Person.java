package io.minewatch.ingest.crew;

import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.withdrawal.OrderId;
import java.time.Instant;
import java.util.List;
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
  }

  /** Walks for a while; crosses into {@code next} at the end of the roadway. */
  void walk(ZoneId next, double seconds, double roadwayMetres, Instant now) {
    walkedMetres += metresPerSecond * seconds;
    if (walkedMetres >= roadwayMetres) {
      zone = next;
      entered = now;
      walkedMetres = 0;
      heard = null; // a new station hears the card at once
    }
  }

  Fix fix(Instant now, ZoneGraph graph, double roadwayMetres) {
    boolean leader = trade == Trade.LEADER;
    if (!graph.isUnderground(zone)) {
      return new Fix(card, now, false, null, null, "", 0, leader, callsForHelp);
    }
    double distance = Math.round((walkedMetres - roadwayMetres / 2) * 10) / 10.0;
    return new Fix(card, now, true, zone, entered, station(), distance, leader, callsForHelp);
  }

  private String station() {
    String name = zone.value();
    return "st-" + name.substring(0, Math.min(LONGEST_ZONE, name.length()));
  }
}
