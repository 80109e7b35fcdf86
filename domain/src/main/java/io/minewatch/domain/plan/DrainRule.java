package io.minewatch.domain.plan;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Name;
import io.minewatch.domain.reading.PointId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Inflow of a mine against what its pumps can lift: the working set has to lift 24 hours of inflow
 * in 20, and so have working and standby sets the greatest inflow.
 *
 * @param subject the drainage system; a finding is about it
 * @param inflow the point that measures what comes in
 * @param normal normal inflow in m3/h, null where not told; more than it is thought to be an inrush
 * @param share of a capacity that inflow may take up
 * @param colours for the standby set needed, no margin left, more than all pumps
 * @param grades of an inrush by m3/h above normal, smallest first; a hint, judges nothing
 * @param raiseAfter how long it must last before it counts
 * @param clearAfter how long it must be over
 */
public record DrainRule(
    String id,
    String name,
    String nameEnglish,
    String subject,
    ZoneId zone,
    PointId inflow,
    @Nullable Double normal,
    List<Pump> pumps,
    double share,
    Colours colours,
    List<Grade> grades,
    Duration raiseAfter,
    Duration clearAfter,
    Source source)
    implements Rule {
  /** For which case a pump stands there. */
  public enum Duty {
    WORKING,
    STANDBY,
    /** Being maintained by turns: counts as no capacity. */
    MAINTENANCE
  }

  /**
   * One pump.
   *
   * @param running the switch point that says whether it runs
   * @param rated m3/h
   */
  public record Pump(PointId running, double rated, Duty duty) {
    public Pump {
      Objects.requireNonNull(running, "running");
      Objects.requireNonNull(duty, "duty");
      if (!(rated > 0) || Double.isInfinite(rated)) {
        throw new IllegalArgumentException("pump " + running + " lifts something, was " + rated);
      }
    }
  }

  /** Colours by what is left. */
  public record Colours(Severity standbyNeeded, Severity noMargin, Severity beyond) {
    public Colours {
      if (noMargin.compareTo(standbyNeeded) < 0 || beyond.compareTo(noMargin) < 0) {
        throw new IllegalArgumentException("less left is not milder");
      }
    }
  }

  /**
   * A grade of an inrush (突水等级).
   *
   * @param above from so many m3/h on
   */
  public record Grade(String grade, double above) {}

  public DrainRule {
    Name.require("a rule id", id);
    Name.require("a drainage system", subject);
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(nameEnglish, "nameEnglish");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(inflow, "inflow");
    Objects.requireNonNull(colours, "colours");
    Objects.requireNonNull(source, "source");
    pumps = List.copyOf(pumps);
    grades = List.copyOf(grades);
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("rule " + id + ": a share is up to 1, was " + share);
    }
    if (pumps.stream().noneMatch(pump -> pump.duty() == Duty.WORKING)) {
      throw new IllegalArgumentException("rule " + id + " needs a working pump");
    }
    if (raiseAfter.isNegative() || clearAfter.isNegative()) {
      throw new IllegalArgumentException("rule " + id + ": a delay must not be negative");
    }
  }

  /** Rated capacity of one duty, in m3/h. */
  public double capacity(Duty duty) {
    return pumps.stream().filter(pump -> pump.duty() == duty).mapToDouble(Pump::rated).sum();
  }

  @Override
  public List<PointId> points() {
    return Stream.concat(Stream.of(inflow), pumps.stream().map(Pump::running)).toList();
  }
}
