package io.minewatch.judge.feed;

import io.minewatch.domain.feed.GatewayHealth;
import io.minewatch.judge.tape.Tape;

/** What of a gateway did not come in its turn, and what of it will never come. */
final class Losses {
  private final GivenUp givenUp = new GivenUp();
  private final Holes holes = new Holes();

  GivenUp givenUp() {
    return givenUp;
  }

  Holes holes() {
    return holes;
  }

  /** Takes what a gateway says of its queue. */
  void on(Numbering session, GatewayHealth health) {
    health.givenUpRanges().forEach(run -> giveUp(session, run.from(), run.through()));
    Long lowest = health.lowestSequence();
    if (lowest != null && session.first() >= 0) {
      holdsNothingBelow(session, lowest);
    }
  }

  /** These numbers will never come. */
  void giveUp(Numbering session, long first, long last) {
    Holes.Losing losing =
        (from, to) -> {
          Gaps.Lost lost = session.giveUp(from, to);
          givenUp.add(lost);
          return lost.count();
        };
    holes.giveUp(session.session(), first, last, losing);
    losing.lose(first, last); // of runs that are not kept any more
  }

  /**
   * What nobody can send again is not missing. What lies below the first number that we remember
   * came before, or the gateway would have it still; what lies above did not come and never will.
   */
  private void holdsNothingBelow(Numbering session, long lowest) {
    long before = Math.min(lowest, session.first()) - 1;
    Holes.Losing losing = (from, to) -> session.giveUp(from, to).count();
    holes.cameBefore(session.session(), 0, before, losing);
    losing.lose(0, before);
    giveUp(session, session.first(), lowest - 1);
  }

  void pass(Tape tape) {
    givenUp.pass(tape);
    holes.pass(tape);
  }
}
