package io.minewatch.judge.people;

import io.minewatch.domain.place.Fix;
import io.minewatch.judge.silence.Freshness;
import io.minewatch.judge.tape.Tape;

/**
 * Since when a card has not moved: the same station, and no further than some metres from where it
 * was first read there. Whoever carries a card moves; one that hangs on a nail does not.
 */
final class Still {
  private String station = "";
  private double distance;
  private long since = Freshness.NEVER;
  private long measured;

  /** Takes a position. */
  void on(Fix fix, String at, long event, double metres) {
    boolean same =
        since != Freshness.NEVER
            && station.equals(at)
            && Math.abs(fix.distanceMetres() - distance) <= metres;
    if (!same) {
      station = at;
      distance = fix.distanceMetres();
      since = event;
      measured = fix.at().toEpochMilli();
    }
  }

  /** Event time since when it stands. */
  long since() {
    return since;
  }

  /** The measured time of that position. */
  long measured() {
    return measured;
  }

  /** Whether its positions say how far from the station it is; without that a person may work. */
  boolean isTold() {
    return distance != 0;
  }

  void pass(Tape tape) {
    station = tape.text(station);
    distance = tape.real(distance);
    since = tape.whole(since);
    measured = tape.whole(measured);
  }
}
