package io.minewatch.judge.slope;

import io.minewatch.domain.feed.UnknownPoint;
import io.minewatch.domain.feed.UnknownPoint.Why;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.reading.PointId;
import io.minewatch.judge.tape.Tape;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whether the newest estimate of each slope point could be judged, and why not: one byte each. */
final class SlopeKnown {
  /** Values that stand on the tape, and stay what they are. */
  private static final byte WARMING_UP = 0;

  private static final byte JUDGED = 1;
  private static final byte UNCLEAR = 2;
  private static final byte UNSEEN = 3;

  private final byte[] known;

  SlopeKnown(int slots) {
    known = new byte[slots];
  }

  /** Takes an estimate in; only what has a colour or is green is known. */
  void judged(int slot, SlopeEstimate now, @Nullable Severity colour) {
    if (colour != null || now.isGreen()) {
      known[slot] = JUDGED;
    } else {
      known[slot] = now.band() == AngleBand.INVALID ? UNCLEAR : WARMING_UP;
    }
  }

  void unseen(int slot) {
    known[slot] = UNSEEN;
  }

  boolean is(int slot) {
    return known[slot] == JUDGED;
  }

  /** Gives those of which nothing is known now. */
  void tell(List<SlopePoint> points, Consumer<UnknownPoint> to) {
    for (int slot = 0; slot < known.length; slot++) {
      if (!is(slot) && points.get(slot).point() >= 0) {
        PointId point = new PointId(points.get(slot).about().subject().id());
        to.accept(new UnknownPoint(point, why(known[slot])));
      }
    }
  }

  private static Why why(byte known) {
    return switch (known) {
      case UNCLEAR -> Why.UNCLEAR;
      case UNSEEN -> Why.UNSEEN;
      default -> Why.WARM_UP;
    };
  }

  void carryOver(int slot, SlopeKnown old, int was) {
    known[slot] = old.known[was];
  }

  void pass(Tape tape) {
    tape.column(known);
  }
}
