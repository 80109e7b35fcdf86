package io.minewatch.judge.mine;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.OwnAlarms;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.withdrawal.OrderBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * One row of the kit by which every kind of judging is tried: a plan, what comes, where the memory
 * is saved and brought back, and what one of its rules has to find. Seconds since {@link
 * Bench#START}.
 *
 * @param cut number of the event before which the judge is killed and starts again
 * @param rule whose facts are named
 * @param kinds of its facts, in order; empty where it finds nothing and something else is told
 */
public record Course(
    String name, Plan plan, List<Event> events, int cut, String rule, List<FindingKind> kinds) {
  /** Something comes, or only time passes. */
  public sealed interface Event {
    /** When it reaches us. */
    int second();

    /** The same, reaching us later. */
    Event later(int seconds);
  }

  /** Readings of one message. */
  public record Said(int second, String gateway, List<Row> rows) implements Event {
    @Override
    public Event later(int seconds) {
      return new Said(second + seconds, gateway, rows);
    }
  }

  /** One of them. */
  public record Row(String point, double value, Quality quality, int measured) {}

  /** Positions of one message. */
  public record Seen(int second, String gateway, List<Fix> fixes) implements Event {
    @Override
    public Event later(int seconds) {
      return new Seen(second + seconds, gateway, fixes);
    }
  }

  /** What a gateway says of itself. */
  public record State(int second, String gateway, GatewayStatus.State state) implements Event {
    @Override
    public Event later(int seconds) {
      return new State(second + seconds, gateway, state);
    }
  }

  /** Orders to withdraw. */
  public record Ordered(int second, OrderBook book) implements Event {
    @Override
    public Event later(int seconds) {
      return new Ordered(second + seconds, book);
    }
  }

  /** What the mine's own systems raised and ended. */
  public record Raised(int second, String gateway, OwnAlarms alarms) implements Event {
    @Override
    public Event later(int seconds) {
      return new Raised(second + seconds, gateway, alarms);
    }
  }

  /** Nothing comes up to now. */
  public record Passed(int second) implements Event {
    @Override
    public Event later(int seconds) {
      return new Passed(second + seconds);
    }
  }

  @Override
  public String toString() {
    return name;
  }

  /** Begins a course. */
  static Writer of(String name, Plan plan) {
    return new Writer(name, plan);
  }

  /** The same where everything reaches us later than it was measured. */
  public Course late(int seconds) {
    List<Event> later = events.stream().map(event -> event.later(seconds)).toList();
    return new Course(name, plan, later, cut, rule, kinds);
  }

  /** Writes one down. */
  static final class Writer {
    private final String name;
    private final Plan plan;
    private final List<Event> events = new ArrayList<>();
    private int cut;

    private Writer(String name, Plan plan) {
      this.name = name;
      this.plan = plan;
    }

    Writer says(int second, String point, double value) {
      return says(second, point, value, Quality.GOOD);
    }

    Writer says(int second, String point, double value, Quality quality) {
      events.add(new Said(second, "gw", List.of(new Row(point, value, quality, second))));
      return this;
    }

    /** These points are well, and say so by this gateway. */
    Writer says(int second, String gateway, String... points) {
      List<Row> rows =
          Arrays.stream(points).map(id -> new Row(id, 0.3, Quality.GOOD, second)).toList();
      events.add(new Said(second, gateway, rows));
      return this;
    }

    /** One point at every step, up to and without the last second. */
    Writer says(int from, int to, int step, String point, IntToDoubleFunction value) {
      for (int second = from; second < to; second += step) {
        says(second, point, value.applyAsDouble(second));
      }
      return this;
    }

    Writer sees(int second, Fix... fixes) {
      events.add(new Seen(second, "gw", List.of(fixes)));
      return this;
    }

    /** The first of these cards are in a zone. */
    Writer crowd(int second, int people, String zone) {
      List<Fix> fixes = new ArrayList<>();
      for (int i = 1; i <= people; i++) {
        fixes.add(Pit.fix(second, "p-" + i, zone));
      }
      events.add(new Seen(second, "gw", fixes));
      return this;
    }

    Writer add(Event event) {
      events.add(event);
      return this;
    }

    Writer cut() {
      cut = events.size();
      return this;
    }

    /** Ends it: by now the rule has found this. */
    Course finds(int second, String rule, FindingKind... kinds) {
      events.add(new Passed(second));
      if (cut == 0) {
        throw new IllegalStateException(name + " is cut nowhere");
      }
      return new Course(name, plan, List.copyOf(events), cut, rule, List.of(kinds));
    }
  }
}
