package io.minewatch.alerting.meter;

import io.minewatch.alerting.overview.Freshness;
import io.minewatch.domain.feed.Summary;
import java.time.Instant;
import java.util.Collection;

/**
 * What the summaries of all mines say together. Readings and messages are counted since the state
 * of each mine's judging began, whether it is heard now or not; points count where it is.
 *
 * @param mines that have a summary which was said lately enough
 * @param silent mines of the registry that have none such
 * @param live readings judged as of now
 * @param backfill readings judged as of the past
 * @param late readings left out, one as new having been judged before
 * @param refused what was refused
 * @param duplicates messages that came again and were dropped
 * @param missing messages not (yet) seen, of the mines that are heard
 * @param recovered messages that were missing and came later
 * @param lost messages that will never come
 * @param points that the plans of the mines heard expect
 * @param heard of these
 * @param dark of these, not heard or blind
 */
record FeedSum(
    int mines,
    int silent,
    long live,
    long backfill,
    long late,
    long refused,
    long duplicates,
    long missing,
    long recovered,
    long lost,
    long points,
    long heard,
    long dark) {

  /**
   * Adds them up.
   *
   * @param all of mines of the registry alone
   * @param known how many mines the registry has
   */
  static FeedSum of(Collection<Summary> all, int known, Freshness terms, Instant now) {
    FeedSum sum = new FeedSum(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    for (Summary each : all) {
      sum = sum.and(each, terms.isHeard(each.at(), now));
    }
    return sum.ofMines(Math.max(0, known - sum.mines));
  }

  private FeedSum and(Summary more, boolean isHeard) {
    return new FeedSum(
        mines + (isHeard ? 1 : 0),
        0,
        live + more.readings().live(),
        backfill + more.readings().backfill(),
        late + more.readings().late(),
        refused + more.rejected(),
        duplicates + more.gateways().stream().mapToLong(Summary.Gateway::duplicates).sum(),
        missing
            + (isHeard ? more.gateways().stream().mapToLong(Summary.Gateway::missing).sum() : 0),
        recovered + more.gateways().stream().mapToLong(Summary.Gateway::recovered).sum(),
        lost + more.gateways().stream().mapToLong(Summary.Gateway::givenUp).sum(),
        points + (isHeard ? more.points() : 0),
        heard + (isHeard ? more.heard() : 0),
        dark + (isHeard ? more.dark() : 0));
  }

  private FeedSum ofMines(int unheard) {
    return new FeedSum(
        mines,
        unheard,
        live,
        backfill,
        late,
        refused,
        duplicates,
        missing,
        recovered,
        lost,
        points,
        heard,
        dark);
  }
}
