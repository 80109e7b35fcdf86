package io.minewatch.judge.plausible;

import io.minewatch.judge.tape.Tape;
import java.util.Arrays;

/**
 * The memory of {@link PlausibleJudge}: one slot for each point, in columns. 52 bytes a slot. Times
 * are measured times in milliseconds since 1970 UTC.
 */
public final class PlausibleMemory {
  static final long NEVER = Long.MIN_VALUE;

  /** The last reading, whatever was said of it. */
  final long[] last;

  final double[] lastValue;

  /** The last trusted one; doubted since then if {@code doubted} is set. */
  final long[] trusted;

  final double[] trustedValue;

  /** Usual step from reading to reading. */
  final double[] usual;

  final int[] learnt;

  /** How many readings in a row agreed while doubted, from 1; 0 while trusted. */
  final int[] doubted;

  /** One bit for each of the last readings: whether it shook. The newest is the lowest bit. */
  final int[] shakes;

  public PlausibleMemory(int slots) {
    last = new long[slots];
    lastValue = new double[slots];
    trusted = new long[slots];
    trustedValue = new double[slots];
    usual = new double[slots];
    learnt = new int[slots];
    doubted = new int[slots];
    shakes = new int[slots];
    Arrays.fill(last, NEVER);
  }

  public boolean isDoubted(int slot) {
    return doubted[slot] > 0;
  }

  /** The last value that was trusted. */
  public double trustedValue(int slot) {
    return trustedValue[slot];
  }

  public void forget(int slot) {
    last[slot] = NEVER;
    usual[slot] = 0;
    learnt[slot] = 0;
    doubted[slot] = 0;
    shakes[slot] = 0;
  }

  /** Takes over a slot of another memory. */
  public void carry(int slot, PlausibleMemory from, int old) {
    last[slot] = from.last[old];
    lastValue[slot] = from.lastValue[old];
    trusted[slot] = from.trusted[old];
    trustedValue[slot] = from.trustedValue[old];
    usual[slot] = from.usual[old];
    learnt[slot] = from.learnt[old];
    doubted[slot] = from.doubted[old];
    shakes[slot] = from.shakes[old];
  }

  /** Saves or brings back all slots; their number is known to both sides. */
  public void pass(Tape tape) {
    tape.column(last);
    tape.column(lastValue);
    tape.column(trusted);
    tape.column(trustedValue);
    tape.column(usual);
    tape.column(learnt);
    tape.column(doubted);
    tape.column(shakes);
  }
}
