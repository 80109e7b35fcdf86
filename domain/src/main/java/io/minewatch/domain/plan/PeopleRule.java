package io.minewatch.domain.plan;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Name;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * One question about the people of a mine, with its numbers. Refuses numbers without which the
 * question means nothing.
 *
 * @param id the same for the same row of the same pack, for ever; part of every finding id
 * @param asks what is asked; a plan asks it once
 * @param name in Chinese
 * @param nameEnglish in English
 * @param severity the colour that it is shown and called with
 * @param delays how long it must hold before it counts, and how long it must be gone, seen without
 *     a gap, before it is over
 * @param named the cards that the mine has named for it
 */
public record PeopleRule(
    String id,
    Asks asks,
    String name,
    String nameEnglish,
    Severity severity,
    Numbers numbers,
    Delays delays,
    Named named,
    Source source)
    implements Rule {

  /** What can be asked. */
  public enum Asks {
    /** More than {@code limit} % of a zone's people limit (超员). */
    CROWDED("%"),
    /** The same of a mining or heading place, where it is a major hazard (重大事故隐患). */
    CROWDED_WORKPLACE("%"),
    /** More than {@code limit} in one place of a mine that is suspended or stopped. */
    IDLE_MINE("persons"),
    /** More than {@code limit} underground in the whole mine. */
    MINE_FULL("persons"),
    /** Underground for more than {@code limit} hours (超时). */
    OVERTIME("h"),
    /** In a restricted zone and not among the cards allowed there (进入限制区域). */
    RESTRICTED("persons"),
    /** Workers underground and fewer than {@code limit} leaders (空班漏岗). */
    NO_LEADER("persons"),
    /**
     * Two cards that move as one (一人多卡): together for {@code within} and {@code limit} moves, never
     * further apart than {@code tolerance} metres.
     */
    TWO_CARDS("moves"),
    /**
     * One card at two places: {@code limit} times within {@code within} where nobody can get to in
     * that time, {@code tolerance} seconds for each zone between.
     */
    TWO_PLACES("times"),
    /**
     * Not moved by more than {@code tolerance} metres for {@code within}, while {@code limit} % of
     * the others did.
     */
    PARKED("%"),
    /** Calls for help (求救). */
    DISTRESS("persons"),
    /** Underground and not heard for longer than the plan's silence rule says. */
    SILENT("persons"),
    /** Underground at a place that the plan does not know. */
    UNKNOWN_PLACE("persons");

    private final String unit;

    Asks(String unit) {
      this.unit = unit;
    }

    /** Unit of {@link Numbers#limit}. */
    public String unit() {
      return unit;
    }
  }

  /**
   * The numbers of a question; what each means, {@link Asks} says. Zero where it means nothing.
   *
   * @param within for {@code CROWDED}, {@code CROWDED_WORKPLACE} and {@code MINE_FULL}: so long
   *     before and after a shift begins two crews may be there, and twice the number counts
   * @param singly of so many cards at once each is told by itself; of more, one finding tells the
   *     number; 0 for questions that are not about single cards
   */
  public record Numbers(double limit, double tolerance, Duration within, int singly) {
    public Numbers {
      if (!(limit >= 0) || !(tolerance >= 0) || Double.isInfinite(limit + tolerance)) {
        throw new IllegalArgumentException(
            "numbers of people are finite and not negative, were " + limit + ", " + tolerance);
      }
      if (within.isNegative() || singly < 0) {
        throw new IllegalArgumentException(
            "no time and no number is negative, were " + within + ", " + singly);
      }
    }
  }

  /**
   * Cards that a mine has named.
   *
   * @param leaders who leads, beside those whose positions say so; for {@code NO_LEADER}
   * @param allowed who may be in which zone; for {@code RESTRICTED}
   */
  public record Named(List<CardId> leaders, List<Allowed> allowed) {
    /** Nobody is named. */
    public static final Named NOBODY = new Named(List.of(), List.of());

    public Named {
      leaders = List.copyOf(leaders);
      allowed = List.copyOf(allowed);
    }
  }

  /** Who may be in a restricted zone. */
  public record Allowed(ZoneId zone, List<CardId> cards) {
    public Allowed {
      Objects.requireNonNull(zone, "zone");
      cards = List.copyOf(cards);
    }
  }

  public PeopleRule {
    Name.require("a rule id", id);
    Objects.requireNonNull(asks, "asks");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(nameEnglish, "nameEnglish");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(numbers, "numbers");
    Objects.requireNonNull(delays, "delays");
    Objects.requireNonNull(named, "named");
    Objects.requireNonNull(source, "source");
    String missing = missing(asks, numbers);
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("rule " + id + ", " + asks + ": needs " + missing);
    }
  }

  private static String missing(Asks asks, Numbers numbers) {
    boolean limit = numbers.limit() > 0;
    boolean tolerance = numbers.tolerance() > 0;
    boolean within = !numbers.within().isZero();
    boolean singly = numbers.singly() > 0;
    return switch (asks) {
      case CROWDED, CROWDED_WORKPLACE, IDLE_MINE, MINE_FULL, NO_LEADER -> limit ? "" : "a limit";
      case OVERTIME -> limit && singly ? "" : "a limit and how many are told singly";
      case RESTRICTED, DISTRESS, SILENT -> singly ? "" : "how many are told singly";
      case TWO_CARDS, TWO_PLACES, PARKED ->
          limit && tolerance && within && singly
              ? ""
              : "a limit, a tolerance, a time and how many are told singly";
      case UNKNOWN_PLACE -> "";
    };
  }
}
