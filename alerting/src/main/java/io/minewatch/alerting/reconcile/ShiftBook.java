package io.minewatch.alerting.reconcile;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one shift of a mine (班台账). What is not known is absent, and is not nothing.
 *
 * @param begin of the shift
 * @param slot which shift of the day it is, from 0: only shifts of one slot are compared
 * @param values by factor. Refuses what is negative or no number
 * @param unplanned hours that people stood at places underground that no plan knows, by place
 */
public record ShiftBook(
    Instant begin, int slot, Map<Factor, Double> values, Map<String, Double> unplanned) {
  public ShiftBook {
    Map<Factor, Double> all = new EnumMap<>(Factor.class);
    all.putAll(values);
    all.forEach((factor, value) -> require(factor.name(), value, begin));
    unplanned.forEach((place, hours) -> require(place, hours, begin));
    values = Collections.unmodifiableMap(all);
    unplanned = Collections.unmodifiableMap(new TreeMap<>(unplanned));
  }

  private static void require(String what, double value, Instant begin) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          what + " of the shift of " + begin + " is a number from 0, was " + value);
    }
  }

  /**
   * Of one factor; the power without that of the pumps where theirs is known, for that is the
   * rain's. Null where it is not known.
   */
  @Nullable Double value(Factor factor) {
    Double value = values.get(factor);
    Double pumps = values.get(Factor.PUMP_POWER);
    return value != null && pumps != null && factor == Factor.POWER
        ? Double.valueOf(Math.max(0, value - pumps))
        : value;
  }
}
