package io.minewatch.judge.plausible;

import io.minewatch.judge.column.Flags;
import io.minewatch.judge.column.Places;
import io.minewatch.judge.column.Wholes;
import io.minewatch.judge.tape.Tape;
import java.util.Arrays;

/**
 * The memory of {@link PlausibleJudge}: one slot for each point, in columns. 20 bytes and a bit a
 * slot, and 20 and more for one in doubt: of one that is trusted the last reading is the last
 * trusted one. Times are measured times in milliseconds since 1970 UTC.
 */
public final class PlausibleMemory {
  static final long NEVER = Wholes.NEVER;

  /** The last reading, whatever was said of it. */
  final Wholes last;

  final double[] lastValue;

  /** Usual step from reading to reading. */
  final float[] usual;

  final char[] learnt;

  /** One bit for each of the last readings: whether it shook. The newest is the lowest bit. */
  final char[] shakes;

  /** Whether it shakes as it never does, and was not calm since. */
  final Flags unsteady;

  private final Places places;

  /** By place: how many readings in a row agreed while doubted, from 1. */
  private int[] doubted = {};

  /** By place: the last trusted one. */
  private long[] trusted = {};

  private double[] trustedValue = {};

  public PlausibleMemory(int slots) {
    last = new Wholes(slots);
    lastValue = new double[slots];
    usual = new float[slots];
    learnt = new char[slots];
    shakes = new char[slots];
    unsteady = new Flags(slots);
    places = new Places(slots);
  }

  public boolean isDoubted(int slot) {
    return places.of(slot) >= 0;
  }

  /** The last value that was trusted. */
  public double trustedValue(int slot) {
    int place = places.of(slot);
    return place < 0 ? lastValue[slot] : trustedValue[place];
  }

  /** When it was measured. */
  long trusted(int slot) {
    int place = places.of(slot);
    return place < 0 ? last.get(slot) : trusted[place];
  }

  /** Takes a reading that is trusted. */
  void trust(int slot, long measured, double value) {
    last.set(slot, measured);
    lastValue[slot] = value;
    places.give(slot);
  }

  /**
   * Takes a reading that is doubted.
   *
   * @param agrees whether it lies where the doubted one before it lay
   * @return how many in a row agree
   */
  int doubt(int slot, long measured, double value, boolean agrees) {
    boolean first = !isDoubted(slot);
    int place = place(slot);
    if (first) {
      trusted[place] = last.get(slot);
      trustedValue[place] = lastValue[slot];
    }
    doubted[place] = agrees && !first ? doubted[place] + 1 : 1;
    last.set(slot, measured);
    lastValue[slot] = value;
    return doubted[place];
  }

  private int place(int slot) {
    int place = places.take(slot);
    if (places.length() > doubted.length) {
      int length = Math.max(4, places.length() * 2);
      doubted = Arrays.copyOf(doubted, length);
      trusted = Arrays.copyOf(trusted, length);
      trustedValue = Arrays.copyOf(trustedValue, length);
    }
    return place;
  }

  public void forget(int slot) {
    last.set(slot, NEVER);
    usual[slot] = 0;
    learnt[slot] = 0;
    shakes[slot] = 0;
    unsteady.clear(slot);
    places.give(slot);
  }

  /** Takes over a slot of another memory. */
  public void carry(int slot, PlausibleMemory from, int old) {
    last.set(slot, from.last.get(old));
    lastValue[slot] = from.lastValue[old];
    usual[slot] = from.usual[old];
    learnt[slot] = from.learnt[old];
    shakes[slot] = from.shakes[old];
    unsteady.carry(slot, from.unsteady, old);
    int was = from.places.of(old);
    if (was >= 0) {
      int place = place(slot);
      doubted[place] = from.doubted[was];
      trusted[place] = from.trusted[was];
      trustedValue[place] = from.trustedValue[was];
    }
  }

  /** Saves or brings back all slots; their number is known to both sides. */
  public void pass(Tape tape) {
    last.pass(tape);
    tape.column(lastValue);
    tape.column(usual);
    tape.column(learnt);
    tape.column(shakes);
    unsteady.pass(tape);
    places.pass(tape, slot -> pass(tape, slot));
  }

  private void pass(Tape tape, int slot) {
    int place = place(slot);
    doubted[place] = tape.whole(doubted[place]);
    trusted[place] = tape.whole(trusted[place]);
    trustedValue[place] = tape.real(trustedValue[place]);
  }
}
