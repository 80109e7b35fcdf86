package io.minewatch.judge.slope;

import io.minewatch.judge.tape.Tape;
import java.util.Arrays;
import java.util.List;

/**
 * How far instruments have moved whose axes are points of their own: from where each was first
 * seen, whichever way.
 *
 * <p>Late, missing, double: an instant counts once all axes have told of it; one of which an axis
 * says nothing is left out, and so is a late one, by the judge that hears of it.
 */
final class Resultants {
  private static final long NEVER = Long.MIN_VALUE;

  private final List<SlopePoint> points;

  /** By slot: where its axes begin in the columns. */
  private final int[] from;

  /** By axis: where it was first seen; NaN before. */
  private final double[] origin;

  private final double[] newest;

  /** By axis: event time of the newest. */
  private final long[] at;

  Resultants(List<SlopePoint> points) {
    this.points = points;
    from = new int[points.size()];
    int axes = 0;
    for (int slot = 0; slot < from.length; slot++) {
      from[slot] = axes;
      axes += points.get(slot).axes().size();
    }
    origin = new double[axes];
    newest = new double[axes];
    at = new long[axes];
    Arrays.fill(origin, Double.NaN);
    Arrays.fill(at, NEVER);
  }

  /** Takes a reading of an axis in; NaN while the others have not told of that instant. */
  double moved(int slot, int point, long event, double value) {
    List<Integer> axes = points.get(slot).axes();
    int axis = from[slot] + axes.indexOf(point);
    newest[axis] = value;
    at[axis] = event;
    double squares = 0;
    for (int i = from[slot]; i < from[slot] + axes.size(); i++) {
      if (at[i] != event) {
        return Double.NaN;
      }
    }
    for (int i = from[slot]; i < from[slot] + axes.size(); i++) {
      origin[i] = Double.isNaN(origin[i]) ? newest[i] : origin[i];
      squares += (newest[i] - origin[i]) * (newest[i] - origin[i]);
    }
    return Math.sqrt(squares);
  }

  /** Takes over an instrument of an older plan, if it has as many axes. */
  void carryOver(int slot, Resultants old, int was) {
    int axes = points.get(slot).axes().size();
    if (axes == old.points.get(was).axes().size()) {
      System.arraycopy(old.origin, old.from[was], origin, from[slot], axes);
      System.arraycopy(old.newest, old.from[was], newest, from[slot], axes);
      System.arraycopy(old.at, old.from[was], at, from[slot], axes);
    }
  }

  void pass(Tape tape) {
    tape.column(origin);
    tape.column(newest);
    tape.column(at);
  }
}
