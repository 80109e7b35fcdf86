package io.minewatch.judge.water;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.LevelRule;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.reading.Measure;
import io.minewatch.judge.fit.Rings;
import io.minewatch.judge.fit.RobustLine;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.About;
import io.minewatch.judge.watch.Conditions;
import io.minewatch.judge.watch.Conditions.Truth;
import io.minewatch.judge.watch.Look;
import io.minewatch.judge.watch.Sample;
import io.minewatch.judge.watch.Terms;
import io.minewatch.judge.watch.Told;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long each level still takes to its mark, by a robust line through the readings of its window.
 *
 * <p>Late, missing, double: a reading that is not newer is left out; a gap is bridged by the line
 * as long as enough readings lie in the window; too few are unknown, and so is a level beyond the
 * range of its sensor, save at the mark itself.
 */
final class Levels {
  /** How many readings of a window are kept; closer ones are left out. */
  private static final int KEPT = 24;

  /** Fewest readings that make a line. */
  private static final int LEAST = 6;

  private static final double HOUR = 3_600_000;

  private final List<LevelRule> rules;
  private final Rings rings;
  private final RobustLine line = new RobustLine(KEPT);

  Levels(List<LevelRule> rules) {
    this.rules = rules;
    rings = new Rings(rules.size(), KEPT);
  }

  static Terms terms(LevelRule rule) {
    return new Terms(
        rule.id(),
        Check.WATER,
        Side.HIGH,
        rule.raiseAfter().toMillis(),
        rule.clearAfter().toMillis());
  }

  static About about(LevelRule rule) {
    return new About(
        Subject.of(rule.level()), rule.zone(), Measure.WATER_LEVEL, Measure.WATER_LEVEL.unit());
  }

  /** Takes a level in and looks. */
  void onReading(int slot, Sample sample, Conditions conditions, Told told) {
    LevelRule rule = rules.get(slot);
    long apart = rule.window().toMillis() / KEPT;
    int held = rings.size(slot);
    boolean exact = sample.isExact();
    if (exact && (held == 0 || sample.event() - rings.at(slot, held - 1) >= apart)) {
      rings.add(slot, sample.event(), sample.value());
    }
    double rise = exact ? rise(slot, rule, sample.event()) : Double.NaN;
    double left = sample.value() >= rule.full() ? 0 : Double.POSITIVE_INFINITY;
    if (rise > 0 && left > 0) {
      left = (rule.full() - sample.value()) / rise;
    }
    int reached = rule.reached(left);
    Truth truth = reached > 0 ? Truth.HOLDS : Double.isNaN(rise) ? Truth.UNKNOWN : Truth.GONE;
    Severity severity = rule.steps().get(Math.max(0, reached - 1)).severity();
    Look look = Look.of(sample, severity, sample.value(), rule.full());
    conditions.look(terms(rule), about(rule), truth, look.with(detail(rise, left)), told);
  }

  /** In m an hour; 0 where it does not surely rise, NaN where that is not known. */
  private double rise(int slot, LevelRule rule, long now) {
    int from = 0;
    int size = rings.size(slot);
    while (from < size && now - rings.at(slot, from) > rule.window().toMillis()) {
      from++;
    }
    if (size - from < LEAST) {
      return Double.NaN;
    }
    line.lay(rings, slot, from, size);
    double slope = line.slope();
    return slope > rule.significance() * line.slopeError(rule.noise()) ? slope * HOUR : 0;
  }

  private static Map<String, String> detail(double rise, double left) {
    if (!(rise > 0) || Double.isInfinite(left)) {
      return Map.of();
    }
    return Map.of(
        "rise",
        String.format(Locale.ROOT, "%.3f", rise),
        "hoursLeft",
        String.format(Locale.ROOT, "%.1f", left));
  }

  void follow(Levels before) {
    for (int slot = 0; slot < rules.size(); slot++) {
      for (int old = 0; old < before.rules.size(); old++) {
        LevelRule was = before.rules.get(old);
        boolean same =
            was.id().equals(rules.get(slot).id()) && was.level().equals(rules.get(slot).level());
        for (int i = 0; same && i < before.rings.size(old); i++) {
          rings.add(slot, before.rings.at(old, i), before.rings.value(old, i));
        }
      }
    }
  }

  void pass(Tape tape) {
    rings.pass(tape);
  }
}
