package io.minewatch.domain.plan;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.reading.Measure;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is reported before any alarm limit (orders 矿安〔2023〕26号 and 60号): a level, or a change
 * against the last minutes and against the same shift of the day before. The orders name no time
 * base: {@code window} and the shift are proposals whatever the confidence of the source. Refuses a
 * rule that has neither a level nor a change.
 *
 * @param level reached at or above, null for none
 * @param by a change by so much, in the unit of the measure, null for none
 * @param share a change by this share of what it is held against, null for none
 * @param floor a share is taken of at least this, so that a trickle that doubles is no inrush
 * @param reach whether a change must be more than that or at least that
 * @param way which changes count
 * @param resolution smallest step of such a sensor; values closer than half of it are the same
 * @param window the short time base
 * @param back the part of the change below which it is over, more than 0 and at most 1
 * @param clearAfter how long it must be over
 * @param rebaseAfter after this long a value that stands still at a new height is the new normal
 */
public record ChangeRule(
    String id,
    String name,
    String nameEnglish,
    Measure measure,
    Severity severity,
    @Nullable Double level,
    @Nullable Double by,
    @Nullable Double share,
    double floor,
    Reach reach,
    Way way,
    double resolution,
    Duration window,
    double back,
    Duration clearAfter,
    Duration rebaseAfter,
    Source source)
    implements PointRule {
  /** Whether the amount itself already counts. */
  public enum Reach {
    MORE_THAN,
    AT_LEAST
  }

  /** Which direction is danger. */
  public enum Way {
    RISE,
    EITHER
  }

  public ChangeRule {
    PointRule.check(id, severity, source);
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(reach, "reach");
    Objects.requireNonNull(way, "way");
    boolean positive = (by == null || by > 0) && (share == null || share > 0);
    if ((level == null && by == null && share == null) || !positive) {
      throw new IllegalArgumentException("rule " + id + " needs a level or a positive change");
    }
    if (!(floor >= 0) || !(resolution >= 0) || !(back > 0 && back <= 1)) {
      throw new IllegalArgumentException(
          "rule %s needs floor >= 0, resolution >= 0, 0 < back <= 1, was %s, %s, %s"
              .formatted(id, floor, resolution, back));
    }
    if (window.toSeconds() < 10 || clearAfter.isNegative() || rebaseAfter.isNegative()) {
      throw new IllegalArgumentException(
          "rule " + id + " needs a window of at least 10 s and no negative time");
    }
  }

  @Override
  public boolean fits(Measure other) {
    return measure == other;
  }
}
