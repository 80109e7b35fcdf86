package io.minewatch.alerting.evidence;

import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.desk.Troubles;
import io.minewatch.alerting.journal.LedgerRows.Row;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.root.Compared;
import io.minewatch.alerting.root.Comparison;
import io.minewatch.alerting.root.ToldRoots;
import io.minewatch.alerting.root.Uncompared;
import io.minewatch.domain.feed.KeptRoots;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the hours that have their roots against what the archive job tells of them since: an hour
 * to which readings came late gets a row anew, one that was altered is told to everybody.
 */
final class Comparisons {
  /** How far back altered hours, and those that nobody compared, are told. */
  static final Duration SHOWN = Duration.ofDays(7);

  /** How often they are asked for where nothing changed. */
  private static final Duration SHOWN_ANEW = Duration.ofSeconds(30);

  /** Mines that fail one after the other: the store is away, and each would take its time. */
  private static final int AWAY = 5;

  /** Of mines that the log names at once. */
  private static final int NAMED = 10;

  private static final Logger LOG = LoggerFactory.getLogger(Comparisons.class);
  private final HourRoots roots;
  private final Uncompared uncompared;
  private final Store store;
  private final Mines mines;
  private final ToldRoots told;
  private final Troubles troubles;
  private final Clock clock;
  private volatile int altered;
  private Instant shown = Instant.EPOCH;

  Comparisons(HourRoots roots, ProvenHours.Ground on, Uncompared uncompared, Troubles troubles) {
    this.roots = roots;
    this.uncompared = uncompared;
    this.store = on.store();
    this.mines = on.mines();
    this.told = on.told();
    this.troubles = troubles;
    this.clock = on.clock();
  }

  /** Compares what was told anew; called by the thread that makes the roots. */
  public void round() {
    int inARow = 0;
    for (String mine : told.news()) {
      MineEntry entry = mines.find(mine);
      KeptRoots newest = told.of(mine);
      if (entry == null || newest == null) {
        uncompared.forget(mine);
        continue;
      }
      uncompared.take(mine, newest); // whether or not the store can be read now
      if (inARow < AWAY) {
        inARow = whole(entry, mine, newest) ? 0 : inARow + 1;
      }
    }
    Instant now = clock.instant();
    if (!now.isBefore(shown.plus(SHOWN_ANEW))) {
      show(now);
    }
  }

  /**
   * Whether the hours of a mine could be compared; neither a mine nor an hour that fails holds up
   * others.
   */
  private boolean whole(MineEntry entry, String mine, KeptRoots newest) {
    int failed = 0;
    for (KeptRoots.Hour hour : uncompared.of(mine)) {
      try {
        compare(entry, hour, newest);
        failed = 0;
      } catch (RuntimeException e) { // it is tried again when more is told
        LOG.warn("the hour {} of mine {} cannot be compared now", hour.hour(), mine, e);
        if (++failed == DataRoots.GIVEN_UP) {
          return false;
        }
      }
    }
    return true;
  }

  private void compare(MineEntry entry, KeptRoots.Hour hour, KeptRoots newest) {
    String mine = entry.plan().mine().value();
    Row row = store.dataRoots().compared(mine, hour.hour());
    if (row == null || !Comparison.isSure(hour.hour(), clock.instant())) {
      return; // first it gets its roots
    }
    HourRow said = HourRow.of(row.entry().content());
    boolean known =
        ToldRoots.isPast(newest, hour.hour())
            && said.says(Compared.DIFFERS)
            && !said.says(Compared.WAITS);
    if (said.isSettled(hour) || known) {
      uncompared.settled(mine, hour.hour());
    } else if (told.isQuiet(mine, hour)
        && roots.makeAnew(entry, hour.hour(), row.entry().content())) {
      showAnew();
    }
  }

  /** Something is told otherwise now. */
  void showAnew() {
    shown = Instant.EPOCH;
  }

  private void show(Instant now) {
    shown = now;
    List<String> hours = store.dataRoots().altered(now.minus(SHOWN));
    altered = hours.size();
    if (troubles.stands(Troubles.Kind.ALTERED, hours, now)) {
      LOG.error("the series store gives back something else than was written: {}", hours);
    }
    List<String> unseen = store.dataRoots().unseen(now.minus(SHOWN));
    if (troubles.stands(Troubles.Kind.UNSEEN, unseen, now)) {
      LOG.warn(
          "{} mines have hours of which nobody held the series store against what was told: {} …",
          unseen.size(),
          unseen.subList(0, Math.min(NAMED, unseen.size())));
    }
  }

  /** How many hours are told as altered. */
  public int altered() {
    return altered;
  }
}
