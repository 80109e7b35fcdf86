package io.minewatch.judge.change;

import java.time.Duration;
import java.util.Objects;

/**
 * How the changes of one point are judged. The orders do not say over what time a change is meant;
 * both time bases here are proposals and configurable (docs/thresholds.md).
 *
 * @param window the short time base
 * @param shift length of a shift; a whole number of them makes a day, at most {@link
 *     ChangeMemory#SHIFTS}
 * @param shiftStart when a shift begins, as a time of day in UTC
 * @param least in how many of the {@link ChangeMemory#SLICES} parts of a shift readings must have
 *     come for it to be a reference
 * @param clear the part of the trigger below which a change is over, more than 0 and at most 1
 * @param raiseAfter how long a change must last before it counts; shorter than the window, which
 *     would otherwise have forgotten what it is held against
 * @param clearAfter how long it must be over
 * @param rebaseAfter after this long a value that stands still at a new height is the new normal
 */
public record ChangeTerms(
    Trigger trigger,
    Duration window,
    Duration shift,
    Duration shiftStart,
    int least,
    double clear,
    Duration raiseAfter,
    Duration clearAfter,
    Duration rebaseAfter) {
  private static final Duration DAY = Duration.ofDays(1);

  public ChangeTerms {
    Objects.requireNonNull(trigger, "trigger");
    if (window.toMillis() < ChangeMemory.PARTS) {
      throw new IllegalArgumentException("the window is too short: " + window);
    }
    if (shift.isNegative()
        || shift.isZero()
        || DAY.toMillis() % shift.toMillis() != 0
        || DAY.toMillis() / shift.toMillis() > ChangeMemory.SHIFTS) {
      throw new IllegalArgumentException(
          "1 to " + ChangeMemory.SHIFTS + " shifts make a day, a shift was " + shift);
    }
    if (shiftStart.isNegative() || shiftStart.compareTo(DAY) >= 0) {
      throw new IllegalArgumentException("shiftStart is a time of day, was " + shiftStart);
    }
    if (least < 1 || least > ChangeMemory.SLICES || !(clear > 0 && clear <= 1)) {
      throw new IllegalArgumentException(
          ("need 1 <= least <= " + ChangeMemory.SLICES + " and 0 < clear <= 1, was ")
              + (least + " and " + clear));
    }
    if (raiseAfter.isNegative() || clearAfter.isNegative() || rebaseAfter.isNegative()) {
      throw new IllegalArgumentException("a delay must not be negative");
    }
    if (raiseAfter.compareTo(window) >= 0) {
      throw new IllegalArgumentException(
          "raiseAfter " + raiseAfter + " must be shorter than the window " + window);
    }
  }

  /** Whether shifts begin at the same times. */
  boolean hasShiftsOf(ChangeTerms other) {
    return shift.equals(other.shift) && shiftStart.equals(other.shiftStart);
  }

  int shiftsADay() {
    return (int) (DAY.toMillis() / shift.toMillis());
  }

  long shiftNumber(long measured) {
    return Math.floorDiv(measured - shiftStart.toMillis(), shift.toMillis());
  }

  int slice(long measured) {
    long into = Math.floorMod(measured - shiftStart.toMillis(), shift.toMillis());
    return (int) (into * ChangeMemory.SLICES / shift.toMillis());
  }

  long part(long measured) {
    return Math.floorDiv(measured, window.toMillis() / ChangeMemory.PARTS);
  }

  /** When the part of the window began in which this time lies. */
  long partBegin(long measured) {
    return part(measured) * (window.toMillis() / ChangeMemory.PARTS);
  }

  /** When the part of the window ends in which this time lies. */
  long partEnd(long measured) {
    return (part(measured) + 1) * (window.toMillis() / ChangeMemory.PARTS);
  }

  /** When the slice of the shift ends in which this time lies; the first millisecond after it. */
  long sliceEnd(long measured) {
    return slicesFrom(measured, slice(measured) + 1);
  }

  /** When it began; its first millisecond. */
  long sliceBegin(long measured) {
    return slicesFrom(measured, slice(measured));
  }

  private long slicesFrom(long measured, int slices) {
    long began = shiftNumber(measured) * shift.toMillis() + shiftStart.toMillis();
    long into = slices * shift.toMillis();
    return began + Math.floorDiv(into + ChangeMemory.SLICES - 1, ChangeMemory.SLICES);
  }
}
