package io.minewatch.judge.change;

import java.util.Arrays;

/** Keeps what values are held against: the last minutes, and the same shift of the day before. */
final class References {
  private final float[] sorted = new float[ChangeMemory.SLICES];

  /** Closes what lies before this time. */
  void roll(ChangeMemory m, int slot, ChangeTerms terms, long measured) {
    rollWindow(m, slot, terms.part(measured));
    rollShift(m, slot, terms, measured);
  }

  private static void rollWindow(ChangeMemory m, int slot, long part) {
    long old = m.part[slot];
    if (part == old) {
      return;
    }
    int first = slot * ChangeMemory.PARTS;
    if (m.partCount[slot] > 0) {
      m.parts[first + place(old)] = (float) (m.partSum[slot] / m.partCount[slot]);
    }
    if (old == ChangeMemory.NEVER || part - old >= ChangeMemory.PARTS + 1) {
      Arrays.fill(m.parts, first, first + ChangeMemory.PARTS, Float.NaN);
    } else {
      for (long empty = old + 1; empty < part; empty++) {
        m.parts[first + place(empty)] = Float.NaN;
      }
    }
    m.part[slot] = part;
    m.partSum[slot] = 0;
    m.partCount[slot] = 0;
  }

  private static int place(long part) {
    return (int) Math.floorMod(part, (long) ChangeMemory.PARTS);
  }

  private void rollShift(ChangeMemory m, int slot, ChangeTerms terms, long measured) {
    long shift = terms.shiftNumber(measured);
    int slice = terms.slice(measured);
    if (shift == m.shift[slot] && slice == m.slice[slot]) {
      return;
    }
    int first = slot * ChangeMemory.SLICES;
    if (m.sliceCount[slot] > 0) {
      m.slices[first + m.slice[slot]] = (float) (m.sliceSum[slot] / m.sliceCount[slot]);
    }
    if (shift != m.shift[slot]) {
      closeShift(m, slot, terms);
      Arrays.fill(m.slices, first, first + ChangeMemory.SLICES, Float.NaN);
    }
    m.shift[slot] = shift;
    m.slice[slot] = slice;
    m.sliceSum[slot] = 0;
    m.sliceCount[slot] = 0;
  }

  private void closeShift(ChangeMemory m, int slot, ChangeTerms terms) {
    int filled = 0;
    for (int i = 0; i < ChangeMemory.SLICES; i++) {
      float mean = m.slices[slot * ChangeMemory.SLICES + i];
      if (!Float.isNaN(mean)) {
        sorted[filled++] = mean;
      }
    }
    if (filled < terms.least()) {
      return; // too little to be a reference
    }
    Arrays.sort(sorted, 0, filled);
    int place = shiftPlace(slot, terms, m.shift[slot]);
    m.middle[place] = (sorted[(filled - 1) / 2] + sorted[filled / 2]) / 2;
    m.middleOf[place] = m.shift[slot];
  }

  private static int shiftPlace(int slot, ChangeTerms terms, long shift) {
    return slot * ChangeMemory.SHIFTS + (int) Math.floorMod(shift, (long) terms.shiftsADay());
  }

  void add(ChangeMemory m, int slot, double value) {
    m.partSum[slot] += value;
    m.partCount[slot]++;
    m.sliceSum[slot] += value;
    m.sliceCount[slot]++;
  }

  /** The middle value of the same shift one day before, NaN if it is not known. */
  static double sameShift(ChangeMemory m, int slot, ChangeTerms terms) {
    long shift = m.shift[slot];
    int place = shiftPlace(slot, terms, shift);
    return m.middleOf[place] == shift - terms.shiftsADay() ? m.middle[place] : Double.NaN;
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
