package io.minewatch.judge.mine;

import io.minewatch.domain.feed.Summary;
import io.minewatch.judge.tape.Tape;

/** What became of the readings of one mine, counted since its memory began. */
public final class Tally {
  long judged;
  long late;
  long backfill;
  long rejected;

  /** Readings judged. */
  public long judged() {
    return judged;
  }

  /** Readings left out because one as new was already judged. */
  public long late() {
    return late;
  }

  /** Readings of the backfill lane that were judged, apart from those of now. */
  public long backfill() {
    return backfill;
  }

  /** Readings, positions and messages refused. */
  public long rejected() {
    return rejected;
  }

  Summary.Readings readings() {
    return new Summary.Readings(judged, backfill, late);
  }

  void pass(Tape tape) {
    judged = tape.whole(judged);
    late = tape.whole(late);
    backfill = tape.whole(backfill);
    rejected = tape.whole(rejected);
  }
}
