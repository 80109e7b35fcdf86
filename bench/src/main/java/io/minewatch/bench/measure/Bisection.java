package io.minewatch.bench.measure;

/**
 * The search for the highest rate that holds: doubled until one does not, then halved between.
 *
 * @param rate to be tried next; once it is over, the last that would have been
 * @param holds the highest that held; 0 for none
 * @param breaks the lowest that did not; infinite for none
 * @param least below it nothing is looked for
 * @param finest share of what holds, within which it is found
 */
public record Bisection(double rate, double holds, double breaks, double least, double finest) {
  /** Begins at a rate. */
  public static Bisection from(double rate, double least, double finest) {
    return new Bisection(rate, 0, Double.POSITIVE_INFINITY, least, finest);
  }

  /** Whether there is nothing more to be tried. */
  public boolean isOver() {
    return breaks - holds <= finest * holds || rate < least;
  }

  /** After the rate was tried. */
  public Bisection after(boolean held) {
    double most = held ? Math.max(holds, rate) : holds;
    double first = held ? breaks : Math.min(breaks, rate);
    double next = Double.isInfinite(first) ? rate * 2 : (most + first) / 2;
    return new Bisection(next, most, first, least, finest);
  }
}
