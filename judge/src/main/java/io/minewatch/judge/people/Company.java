package io.minewatch.judge.people;

import io.minewatch.judge.silence.Freshness;
import io.minewatch.judge.tape.Tape;

/**
 * Whether a card goes where one other card goes, move by move. A pair begins when both come from
 * the same station to the same station within one period; it ends when they are seen apart for
 * longer than one period. People who walk together part at work; two cards in one pocket do not.
 *
 * <p>Late, missing, double: nothing is counted while the other is not heard, and nothing ends.
 */
final class Company {
  private String partner = "";
  private long since = Freshness.NEVER;
  private int moves;
  private String metAt = "";
  private long apartSince = Freshness.NEVER;

  /** The other card, empty for none. */
  String partner() {
    return partner;
  }

  /** Event time since when they go together. */
  long since() {
    return since;
  }

  /** Moves that they have made together. */
  int moves() {
    return moves;
  }

  /** Begins with another card that came with this one. */
  void begin(String other, String station, long event) {
    partner = other;
    since = event;
    moves = 1;
    metAt = station;
    apartSince = Freshness.NEVER;
  }

  /**
   * Compares a position with the newest of the other card.
   *
   * @param together whether they are at one place as far as can be told
   * @param period how long one may be heard at the new place before the other
   */
  void compare(boolean together, String station, long event, long period) {
    if (together) {
      apartSince = Freshness.NEVER;
      moves += metAt.equals(station) ? 0 : 1;
      metAt = station;
    } else if (apartSince == Freshness.NEVER) {
      apartSince = event;
    } else if (event - apartSince > period) {
      partner = "";
      moves = 0;
      since = Freshness.NEVER;
    }
  }

  void pass(Tape tape) {
    partner = tape.text(partner);
    since = tape.whole(since);
    moves = tape.whole(moves);
    metAt = tape.text(metAt);
    apartSince = tape.whole(apartSince);
  }
}
