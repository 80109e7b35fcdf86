package io.minewatch.judge.chatter;

import static io.minewatch.judge.chatter.ChatterMemory.MOST;
import static io.minewatch.judge.chatter.ChatterMemory.NEVER;

/**
 * Makes one condition of many short ones. While a condition chatters it counts as open, so nothing
 * is cleared and nobody is called again; when it has been calm it ends once.
 *
 * <p>Late, missing, double: an opening that is not newer than the last is GOES_ON or ALONE and
 * counts for nothing. Missing readings make no opening, and calm is measured by the event time of
 * readings that came, not by silence: the caller passes no time for a point that is dark. No
 * allocation.
 */
public final class ChatterJudge {
  private ChatterJudge() {}

  /** Takes in that the condition opened. */
  public static Chatter onOpened(ChatterMemory m, int slot, ChatterTerms terms, long event) {
    int newest = slot * MOST;
    if (event <= m.opened[newest]) {
      return m.chatters[slot] != 0 ? Chatter.GOES_ON : Chatter.ALONE;
    }
    System.arraycopy(m.opened, newest, m.opened, newest + 1, MOST - 1);
    m.opened[newest] = event;
    if (m.chatters[slot] != 0) {
      m.count[slot]++;
      return Chatter.GOES_ON;
    }
    long first = m.opened[newest + terms.openings() - 1];
    if (first == NEVER || event - first > terms.within().toMillis()) {
      return Chatter.ALONE;
    }
    m.chatters[slot] = 1;
    m.count[slot] = terms.openings();
    return Chatter.BEGINS;
  }

  /** Takes in that time has passed while the point was heard; ENDS at most once. */
  public static Chatter onTime(ChatterMemory m, int slot, ChatterTerms terms, long event) {
    if (m.chatters[slot] == 0) {
      return Chatter.ALONE;
    }
    if (event - m.opened[slot * MOST] < terms.calm().toMillis()) {
      return Chatter.GOES_ON;
    }
    m.forget(slot);
    return Chatter.ENDS;
  }
}
