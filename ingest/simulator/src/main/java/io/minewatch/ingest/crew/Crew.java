package io.minewatch.ingest.crew;

import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.withdrawal.Order;
import io.minewatch.domain.withdrawal.OrderBook;
import io.minewatch.ingest.script.Incident;
import io.minewatch.ingest.world.ModelSettings;
import io.minewatch.ingest.world.Noise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The people of a mine: they go to their places, come up at the end of the shift, and leave when an
 * order says so, by the shortest way, after a time of reaction. Nobody moves but to a neighbouring
 * zone.
 */
public final class Crew {
  /** A rover or leader stays between these at a stop. */
  private static final double SHORTEST_STAY_SECONDS = 60;

  private static final double LONGEST_STAY_SECONDS = 240;

  /** A person who has come up is reported as out for this long, then no more. */
  private static final Duration REPORTED_OUT = Duration.ofMinutes(10);

  /** No shift: nobody works. */
  public static final int NOBODY = -1;

  /** Crews that relieve each other, as in three shifts of eight hours (三八制). */
  public static final int SHIFTS = 3;

  private final ZoneGraph graph;
  private final ModelSettings settings;
  private final Duration tagPeriod;
  private final Noise noise;
  private final List<Person> people;
  private long choices;

  /**
   * The people of a plan.
   *
   * @param onDuty the shift that is at its places at this time; the others are on the surface
   */
  public Crew(Plan plan, ModelSettings settings, int onDuty, Instant at) {
    this.graph = new ZoneGraph(plan.zones());
    this.settings = settings;
    this.tagPeriod = plan.tagPeriod();
    this.noise = new Noise(settings.seed(), "crew");
    this.people = new Roster(plan.mine(), graph, settings).people(onDuty, at);
  }

  /** Moves everybody by one step and tells the fixes that are due. */
  public List<Fix> step(Instant now, int onDuty, @Nullable OrderBook book, Occasion occasion) {
    Orders orders = new Orders(book);
    double seconds = settings.step().toMillis() / 1000.0;
    List<Fix> fixes = new ArrayList<>();
    for (Person person : people) {
      boolean onShift = person.shift == onDuty || graph.surface().isEmpty();
      boolean works = (onShift && occasion.wants(person.number)) || graph.surface().isEmpty();
      takeNotice(person, now, orders, works ? occasion.lingers(person.number) : Duration.ZERO);
      ZoneId paced = works ? occasion.pacedTo(person.number, person.tour.get(0)) : null;
      if (paced != null && orders.stillOpen(person.order) == null) {
        person.cross(paced, now);
      } else {
        ZoneId next = nextZone(person, now, works, orders, occasion);
        if (next != null) {
          person.walk(next, seconds, settings.roadwayMetres(), now);
        }
      }
      person.strays(onShift ? occasion.strays().of(person.number) : null, now);
      boolean calls = works && occasion.callsForHelp(person.number);
      if (calls != person.callsForHelp) {
        person.callsForHelp = calls;
        person.heard = null; // a button is heard at once
      }
      if (isDue(person, now, works) && !(works && occasion.hushes(person.number))) {
        person.heard = now;
        read(person, now, fixes);
      } else if (person.stray instanceof Incident.Copy copy && isAfterOwn(person, now)) {
        fixes.add(person.fixIn(copy.zone(), now, settings.roadwayMetres()));
      }
    }
    return fixes;
  }

  /** A card is read where it is, and with it those that its owner carries. */
  private void read(Person person, Instant now, List<Fix> fixes) {
    if (person.stray instanceof Incident.Hang hang) {
      fixes.add(person.fixIn(hang.zone(), now, settings.roadwayMetres()));
    } else if (person.stray instanceof Incident.Carry carry) {
      if (carry.carrier() == person.number) {
        Fix own = person.fix(now, graph, settings.roadwayMetres());
        fixes.add(own);
        people.stream()
            .filter(each -> each.number == carry.card() && each.shift == person.shift)
            .forEach(owner -> fixes.add(owner.readAs(own)));
      }
    } else {
      fixes.add(person.fix(now, graph, settings.roadwayMetres()));
    }
  }

  private boolean isAfterOwn(Person person, Instant now) {
    Instant own = person.heard;
    return own != null && now.equals(own.plus(settings.step()));
  }

  /** The shift on duty at a time. */
  public static int shiftAt(Instant at, ModelSettings settings) {
    return at.atOffset(settings.localTime()).getHour() * SHIFTS / 24;
  }

  /** Whether nobody is in any of the zones, silent cards included. */
  public boolean hasLeft(List<ZoneId> zones) {
    return people.stream().noneMatch(person -> zones.contains(person.zone));
  }

  private void takeNotice(Person person, Instant now, Orders orders, Duration lingers) {
    if (orders.stillOpen(person.order) == null) {
      person.order = null;
      Order order = orders.covering(person.zone);
      if (order != null) {
        double span = settings.reactionAtMost().minus(settings.reactionAtLeast()).toMillis();
        long reaction = Math.round(span * noise.even(choices++));
        person.order = order.id();
        person.leaveAt = now.plus(settings.reactionAtLeast()).plusMillis(reaction).plus(lingers);
      }
    }
  }

  private @Nullable ZoneId nextZone(
      Person person, Instant now, boolean works, Orders orders, Occasion occasion) {
    Order order = orders.stillOpen(person.order);
    if (order != null) {
      return now.isBefore(person.leaveAt)
          ? null
          : graph.towards(person.zone, zone -> orders.isRefuge(order, zone, graph), Set.of());
    }
    if (!works) {
      return graph.towards(person.zone, zone -> !graph.isUnderground(zone), Set.of());
    }
    ZoneId crowded = occasion.calledTo(person.number);
    ZoneId goal = crowded == null ? stop(person, now) : crowded;
    return graph.towards(person.zone, goal::equals, orders.closed());
  }

  private ZoneId stop(Person person, Instant now) {
    boolean there = person.zone.equals(person.tour.get(person.stop));
    if (person.tour.size() > 1 && !now.isBefore(person.moveOnAt)) {
      person.stop = there ? (person.stop + 1) % person.tour.size() : person.stop;
      double stay = LONGEST_STAY_SECONDS - SHORTEST_STAY_SECONDS;
      double seconds = SHORTEST_STAY_SECONDS + stay * noise.even(choices++);
      person.moveOnAt = now.plusMillis(Math.round(seconds * 1000));
    }
    return person.tour.get(person.stop);
  }

  private boolean isDue(Person person, Instant now, boolean works) {
    if (!graph.isUnderground(person.zone)
        && !works
        && !now.isBefore(person.entered.plus(REPORTED_OUT))) {
      return false;
    }
    Instant heard = person.heard;
    return heard == null || !now.isBefore(heard.plus(tagPeriod));
  }
}
