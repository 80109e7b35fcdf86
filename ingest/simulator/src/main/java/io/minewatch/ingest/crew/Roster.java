package io.minewatch.ingest.crew;

import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.world.ModelSettings;
import io.minewatch.ingest.world.Noise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who works where: the people of all shifts, made from the plan's zones and the seed. */
public final class Roster {
  /** Every so many-th person is a rover. */
  private static final int ROVER_EVERY = 7;

  /** Those at home came up so long ago that nobody reports them as out. */
  private static final Instant LONG_AGO = Instant.EPOCH;

  private static final double SLOWEST_METRES_PER_SECOND = 0.9;
  private static final double QUICKEST_METRES_PER_SECOND = 1.4;

  private final MineCode mine;
  private final ZoneGraph graph;
  private final ModelSettings settings;
  private final Noise noise;

  Roster(MineCode mine, ZoneGraph graph, ModelSettings settings) {
    this.mine = mine;
    this.graph = graph;
    this.settings = settings;
    this.noise = new Noise(settings.seed(), "roster");
  }

  /** That of a plan. */
  public static Roster of(Plan plan, ModelSettings settings) {
    return new Roster(plan.mine(), new ZoneGraph(plan.zones()), settings);
  }

  /** The card of a person of a shift; both from where they are counted. */
  public CardId card(int shift, int number) {
    return new CardId(mine + pad(shift * ModelSettings.MOST_PEOPLE + number));
  }

  /** Where a person works, first of several places. */
  public ZoneId place(int number) {
    return tour(number, places()).get(0);
  }

  /** Whether a person is always on the way between several places. */
  public boolean walks(int number) {
    return tour(number, places()).size() > 1;
  }

  /** All people; those of the shift on duty at their places, the others on the surface. */
  List<Person> people(int onDuty, Instant at) {
    List<ZoneId> places = places();
    List<ZoneId> surface = graph.surface();
    List<Person> people = new ArrayList<>();
    if (places.isEmpty()) {
      return people;
    }
    int shifts = surface.isEmpty() ? 1 : Crew.SHIFTS; // without a surface nobody can be relieved
    for (int shift = 0; shift < shifts; shift++) {
      for (int number = 1; number <= settings.people(); number++) {
        List<ZoneId> tour = tour(number, places);
        boolean below = shifts == 1 || shift == onDuty;
        people.add(
            below
                ? person(shift, number, tour, tour.get(0), at)
                : person(shift, number, tour, surface.get(0), LONG_AGO));
      }
    }
    return people;
  }

  private Person person(int shift, int number, List<ZoneId> tour, ZoneId zone, Instant at) {
    int serial = shift * ModelSettings.MOST_PEOPLE + number;
    double pace =
        SLOWEST_METRES_PER_SECOND
            + noise.even(serial) * (QUICKEST_METRES_PER_SECOND - SLOWEST_METRES_PER_SECOND);
    return new Person(shift, number, card(shift, number), trade(number), pace, tour, zone, at);
  }

  private static String pad(int serial) {
    String digits = Integer.toString(serial);
    return "0".repeat(5 - digits.length()) + digits;
  }

  private static Person.Trade trade(int number) {
    if (number == 1) {
      return Person.Trade.LEADER;
    }
    return number % ROVER_EVERY == 0 ? Person.Trade.ROVER : Person.Trade.WORKER;
  }

  private List<ZoneId> tour(int number, List<ZoneId> places) {
    ZoneId place = places.get((number - 1) % places.size());
    return switch (trade(number)) {
      case WORKER -> List.of(place);
      case LEADER -> places.stream().distinct().toList();
      case ROVER -> {
        List<ZoneId> tour = new ArrayList<>(List.of(place));
        tour.addAll(graph.undergroundBeside(place));
        yield tour;
      }
    };
  }

  /** Workplaces by turns, a zone as often as its people limit allows, unlimited ones always. */
  private List<ZoneId> places() {
    List<ZoneId> places = new ArrayList<>();
    List<ZonePlan> zones = graph.workplaces();
    for (int turn = 0; places.size() < Math.max(1, settings.people()); turn++) {
      int before = places.size();
      for (ZonePlan zone : zones) {
        if (zone.peopleLimit() == 0 || turn < zone.peopleLimit()) {
          places.add(zone.id());
        }
      }
      if (places.size() == before) {
        break; // every zone is full; the rest is shared out again from the first
      }
    }
    return places;
  }
}
