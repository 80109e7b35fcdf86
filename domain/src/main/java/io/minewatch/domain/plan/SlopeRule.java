package io.minewatch.domain.plan;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.reading.Name;
import io.minewatch.domain.reading.PointId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a slope point (位移测点) is judged by its course: tangential angle, stage, failure time. The
 * velocities of its appraisal are {@link VelocityRule}s beside it. Refuses numbers that contradict
 * each other; the judge refuses the rest.
 *
 * @param steady velocity of the steady stage in mm a day, from the appraisal; null to learn it from
 *     the first steady stage seen
 * @param unknownAfter how long a point may say nothing that can be judged before that is itself
 *     found
 * @param clearAfter how long it must be known to be calm before a finding is over
 * @param resultants instruments whose axes are points of their own, judged together beside each
 *     axis
 */
public record SlopeRule(
    String id,
    String name,
    String nameEnglish,
    Smoothing smoothing,
    @Nullable Double steady,
    Learning learning,
    Angles angles,
    Forecast forecast,
    Colours colours,
    Duration unknownAfter,
    Duration clearAfter,
    List<Resultant> resultants,
    Source source)
    implements Rule {
  /**
   * From readings to velocities.
   *
   * @param bucket how many readings are averaged into one value
   * @param recent over how many of these the present velocity is taken
   * @param before over how many before those the earlier velocity is taken
   * @param noise standard deviation of one averaged value in mm, at least
   * @param significance how many standard errors a change of velocity must stand out
   * @param settled below how many standard errors it has ended
   * @param confirm how many values in a row must say so
   */
  public record Smoothing(
      int bucket,
      int recent,
      int before,
      double noise,
      double significance,
      double settled,
      int confirm) {}

  /**
   * How a steady velocity is learnt where none is declared.
   *
   * @param factor at least the measured velocity times this
   * @param sigmas and at least so many standard errors above it
   */
  public record Learning(double factor, double sigmas) {}

  /**
   * Degrees of the tangential angle; {@code blue} and so much below it is blue, above is yellow.
   */
  public record Angles(double blue, double tolerance, double orange, double red) {}

  /**
   * What a failure time must hold to be given.
   *
   * @param coverage how often its interval should hold the true one
   * @param least how many values since onset
   * @param reach how far ahead, as a multiple of the time since onset
   * @param lowest lowest exponent of Voight's law thought possible
   * @param highest highest exponent
   * @param misfit how many times the noise it may miss the law
   */
  public record Forecast(
      double coverage, int least, double reach, double lowest, double highest, double misfit) {}

  /**
   * Colours that no angle gives.
   *
   * @param speedingUp while the slope speeds up and no angle says more
   * @param forecast while a failure time stands
   * @param soon how near the likely failure time is called soon
   * @param whenSoon while it is soon
   */
  public record Colours(Severity speedingUp, Severity forecast, Duration soon, Severity whenSoon) {
    public Colours {
      Objects.requireNonNull(speedingUp, "speedingUp");
      if (whenSoon.compareTo(forecast) < 0 || soon.isNegative()) {
        throw new IllegalArgumentException("a near failure is not milder than a far one");
      }
    }
  }

  /**
   * An instrument (GNSS 监测点) that tells its displacement by axes: what counts is how far it has
   * moved from where it was first seen, whichever way.
   *
   * @param id of the instrument; findings are about the condition {@code id.resultant}
   * @param axes the points, two or three, that tell of the same instants
   */
  public record Resultant(String id, List<PointId> axes) {
    public Resultant {
      Name.require("an instrument", id);
      axes = List.copyOf(axes);
      boolean each = new HashSet<>(axes).size() == axes.size();
      if (axes.size() < 2 || axes.size() > 3 || !each) {
        throw new IllegalArgumentException(
            "instrument " + id + " has two or three axes, each once, was " + axes);
      }
    }
  }

  /** Of points that are judged one by one. */
  public SlopeRule(
      String id,
      String name,
      String nameEnglish,
      Smoothing smoothing,
      @Nullable Double steady,
      Learning learning,
      Angles angles,
      Forecast forecast,
      Colours colours,
      Duration unknownAfter,
      Duration clearAfter,
      Source source) {
    this(
        id,
        name,
        nameEnglish,
        smoothing,
        steady,
        learning,
        angles,
        forecast,
        colours,
        unknownAfter,
        clearAfter,
        List.of(),
        source);
  }

  public SlopeRule {
    resultants = List.copyOf(Objects.requireNonNullElse(resultants, List.of())); // kept before
    Name.require("a rule id", id);
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(nameEnglish, "nameEnglish");
    Objects.requireNonNull(smoothing, "smoothing");
    Objects.requireNonNull(learning, "learning");
    Objects.requireNonNull(angles, "angles");
    Objects.requireNonNull(forecast, "forecast");
    Objects.requireNonNull(colours, "colours");
    Objects.requireNonNull(source, "source");
    if (steady != null && !(steady > 0)) {
      throw new IllegalArgumentException("rule " + id + ": a steady velocity is above 0");
    }
    if (unknownAfter.isNegative() || clearAfter.isNegative()) {
      throw new IllegalArgumentException("rule " + id + ": a delay must not be negative");
    }
  }

  @Override
  public List<PointId> points() {
    return resultants.stream().flatMap(each -> each.axes().stream()).distinct().toList();
  }
}
