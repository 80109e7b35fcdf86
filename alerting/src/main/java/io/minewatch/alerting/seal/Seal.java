package io.minewatch.alerting.seal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds a mine that is declared stopped against what is seen of it: who works behind the seal
 * (明停暗开) has people at the face, hoists, takes power, sends trucks away.
 *
 * <p>Each sign is plain and stands with its figure. Some have harmless causes as well (pumps in
 * rain, coal sold from the yard, a fan that is tried): those are a clue only beside a sign that is
 * seen by something else.
 *
 * <p><i>Late, missing, double</i>: each window is looked at as it is known now, so what comes late
 * is judged by the next look; what is missing counts neither for nor against, it is one of the four
 * lines; what comes twice is one window.
 */
public final class Seal {
  /** A fan that ran for less than this share of a window stood still in it. */
  private static final double STILL = 0.1;

  /**
   * One that runs always airs a heading; one that stood still in this share of the stop does not.
   */
  private static final double PART = 0.25;

  private final Stopped stopped;
  private final SealRules rules;

  private Seal(Stopped stopped, SealRules rules) {
    this.stopped = stopped;
    this.rules = rules;
  }

  /**
   * What does not fit, by kind in the order of the enum.
   *
   * @param courses of the mine, from before its stop where they are known, to now
   */
  public static List<Sign> signs(List<Course> courses, Stopped stopped, SealRules rules) {
    Seal seal = new Seal(stopped, rules);
    List<Sign> signs = new ArrayList<>();
    for (Course each : courses) {
      Sign sign = seal.of(each);
      if (sign != null) {
        signs.add(sign);
      }
    }
    signs.addAll(new Power(courses, stopped, rules).signs());
    signs.sort((one, other) -> one.kind().compareTo(other.kind()));
    return signs;
  }

  /** Whether these are a clue: one that is by itself, or two that are seen by different things. */
  public static boolean isClue(List<Sign> signs, SealRules rules) {
    Set<Watched> sources = EnumSet.noneOf(Watched.class);
    for (Sign each : signs) {
      if (rules.of(each.kind()).weight() == SealRule.Weight.ALONE) {
        return true;
      }
      sources.add(each.kind().source());
    }
    return sources.size() > 1;
  }

  /**
   * What is said of a shift: whether its signs are a clue.
   *
   * @param windows that were heard of it
   * @return null where nothing was heard and nothing is known: then nobody knows
   */
  public static @Nullable Boolean says(boolean clue, int windows) {
    return (windows == 0 && !clue) ? null : clue;
  }

  private @Nullable Sign of(Course course) {
    return switch (course.watched()) {
      case PERSONS -> above(Sign.Kind.PERSONS, course);
      case HOIST -> above(Sign.Kind.HOIST, course);
      case BELT -> above(Sign.Kind.BELT, course);
      case FAN -> stoodStill(course) ? above(Sign.Kind.FAN, course) : null;
      case TRUCKS -> trucks(course);
      case POWER, HOIST_POWER, PUMP_POWER -> null; // together: see Power
    };
  }

  private @Nullable Sign above(Sign.Kind kind, Course course) {
    return above(
        rules.of(kind),
        course.point(),
        course.values().subMap(stopped.begin(), true, stopped.now(), false),
        stopped);
  }

  /** A sign if the windows above the limit make up the time; they need not follow one another. */
  static @Nullable Sign above(
      SealRule rule, String point, NavigableMap<Instant, Double> shift, Stopped stopped) {
    NavigableMap<Instant, Double> over = new TreeMap<>(shift);
    over.values().removeIf(value -> !(value > rule.limit()));
    if (over.isEmpty() || stopped.of(over.size()).compareTo(rule.lasting()) < 0) {
      return null;
    }
    double most = over.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    return new Sign(rule.kind(), point, most, rule.limit(), over.firstKey());
  }

  private boolean stoodStill(Course fan) {
    var rest = fan.values().subMap(stopped.since(), true, stopped.begin(), false).values();
    return stopped.of(rest.size()).compareTo(rules.rest()) >= 0
        && Power.quantile(rest, PART) < STILL;
  }

  private @Nullable Sign trucks(Course course) {
    SealRule rule = rules.of(Sign.Kind.TRUCKS);
    var shift = course.values().subMap(stopped.begin(), true, stopped.now(), false);
    double all = shift.values().stream().mapToDouble(Double::doubleValue).sum();
    return all > rule.limit()
        ? new Sign(Sign.Kind.TRUCKS, course.point(), all, rule.limit(), shift.firstKey())
        : null;
  }
}
