package io.minewatch.judge.change;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Keeps what values are held against: the last minutes, and the same shift of the day before. */
final class References {
  private final float[] sorted = new float[ChangeMemory.SLICES];

  /** The part and slice in which the last reading lay, which most others do too. */
  private @Nullable ChangeTerms terms;

  private long from;
  private long until;

  /** When the part of the window or the slice of the shift began in which this time lies. */
  @SuppressWarnings("ReferenceEquality") // others that are equal only cost a division
  long begin(ChangeTerms judged, long measured) {
    if (judged != terms || measured < from || measured >= until) {
      terms = judged;
      from = Math.max(judged.partBegin(measured), judged.sliceBegin(measured));
      until = Math.min(judged.partEnd(measured), judged.sliceEnd(measured));
    }
    return from;
  }

  /** Closes what lies before this time. */
  void roll(ChangeMemory m, int slot, ChangeTerms terms, long measured) {
    long last = m.last.get(slot);
    if (last != ChangeMemory.NEVER) {
      rollWindow(m, slot, terms.part(last), terms.part(measured));
      rollShift(m, slot, terms, last, measured);
    }
  }

  /** Finds out between what nothing is reached until it is rolled again. */
  static void quieten(ChangeMemory m, int slot, ChangeTerms terms) {
    double shift = sameShift(m, slot, terms);
    double lowest = lowest(m, slot);
    boolean rises = terms.trigger().way() == Trigger.Way.RISE;
    double highest = rises ? lowest : highest(m, slot);
    Quiet quiet = terms.trigger().quiet(shift, lowest, highest);
    m.quiet(slot, quiet.from(), quiet.to());
  }

  private static void rollWindow(ChangeMemory m, int slot, long old, long part) {
    if (part == old) {
      return;
    }
    int first = slot * ChangeMemory.PARTS;
    if (m.partCount[slot] > 0) {
      m.parts[first + place(old)] = (float) (m.partSum[slot] / m.partCount[slot]);
    }
    if (part - old >= ChangeMemory.PARTS + 1) {
      Arrays.fill(m.parts, first, first + ChangeMemory.PARTS, Float.NaN);
    } else {
      for (long empty = old + 1; empty < part; empty++) {
        m.parts[first + place(empty)] = Float.NaN;
      }
    }
    m.partSum[slot] = 0;
    m.partCount[slot] = 0;
  }

  private static int place(long part) {
    return (int) Math.floorMod(part, (long) ChangeMemory.PARTS);
  }

  private void rollShift(ChangeMemory m, int slot, ChangeTerms terms, long last, long measured) {
    long before = terms.shiftNumber(last);
    long shift = terms.shiftNumber(measured);
    int slice = terms.slice(last);
    if (shift == before && slice == terms.slice(measured)) {
      return;
    }
    int first = slot * ChangeMemory.SLICES;
    if (m.sliceCount[slot] > 0) {
      m.slices[first + slice] = (float) (m.sliceSum[slot] / m.sliceCount[slot]);
    }
    if (shift != before) {
      m.middle[shiftPlace(m, slot, terms, before)] = middle(m, slot, terms);
      // Of a shift in which nothing was heard there is no middle.
      long until = Math.min(shift, before + 1 + terms.shiftsADay());
      for (long silent = before + 1; silent < until; silent++) {
        m.middle[shiftPlace(m, slot, terms, silent)] = Float.NaN;
      }
      Arrays.fill(m.slices, first, first + ChangeMemory.SLICES, Float.NaN);
    }
    m.sliceSum[slot] = 0;
    m.sliceCount[slot] = 0;
  }

  /** The middle value of the shift that ends, NaN when too little of it was heard. */
  private float middle(ChangeMemory m, int slot, ChangeTerms terms) {
    int filled = 0;
    for (int i = 0; i < ChangeMemory.SLICES; i++) {
      float mean = m.slices[slot * ChangeMemory.SLICES + i];
      if (!Float.isNaN(mean)) {
        sorted[filled++] = mean;
      }
    }
    if (filled < terms.least()) {
      return Float.NaN;
    }
    Arrays.sort(sorted, 0, filled);
    return (sorted[(filled - 1) / 2] + sorted[filled / 2]) / 2;
  }

  private static int shiftPlace(ChangeMemory m, int slot, ChangeTerms terms, long shift) {
    return slot * m.shifts + (int) Math.floorMod(shift, (long) terms.shiftsADay());
  }

  void add(ChangeMemory m, int slot, double value) {
    if (m.partCount[slot] < Character.MAX_VALUE) { // so many say what the mean is
      m.partSum[slot] += value;
      m.partCount[slot]++;
    }
    if (m.sliceCount[slot] < Character.MAX_VALUE) {
      m.sliceSum[slot] += value;
      m.sliceCount[slot]++;
    }
  }

  /** The middle value of the same shift one day before, NaN if it is not known. */
  static double sameShift(ChangeMemory m, int slot, ChangeTerms terms) {
    return m.middle[shiftPlace(m, slot, terms, terms.shiftNumber(m.last.get(slot)))];
  }

  static double lowest(ChangeMemory m, int slot) {
    double lowest = Double.NaN;
    for (int i = slot * ChangeMemory.PARTS; i < (slot + 1) * ChangeMemory.PARTS; i++) {
      lowest = m.parts[i] >= lowest || Float.isNaN(m.parts[i]) ? lowest : m.parts[i];
    }
    return lowest;
  }

  static double highest(ChangeMemory m, int slot) {
    double highest = Double.NaN;
    for (int i = slot * ChangeMemory.PARTS; i < (slot + 1) * ChangeMemory.PARTS; i++) {
      highest = m.parts[i] <= highest || Float.isNaN(m.parts[i]) ? highest : m.parts[i];
    }
    return highest;
  }
}
