package io.minewatch.alerting.evidence;

import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.journal.DataRootRows.Due;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.root.Comparison;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.series.store.SeriesStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the hours of the past week against their roots once more each day, one hour a round: what
 * is altered after an hour was compared is told as well. It needs no key. Where more hours are due
 * than there is time for, each has its turn later; one that differs has its second look in time all
 * the same. For one thread; of several instances each hour is looked at by one.
 */
final class LaterLooks {
  /** How often an hour is looked at; it is compared for the first time before. */
  static final Duration EVERY = Duration.ofDays(1);

  /** How long an hour that differs waits for its second look. */
  static final Duration SECOND = Comparison.PATIENCE.plusMinutes(1);

  /** How long one that cannot be read waits. */
  private static final Duration PUT_OFF = Duration.ofHours(1);

  /** How long nothing is tried after the store failed. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** Hours that fail one after the other: the store is away. */
  private static final int AWAY = 5;

  /** Hours that wait for their second look; the eldest go, and are found again a day later. */
  private static final int MOST = 1_000;

  /** Rows at once that are looked at no more: nobody else writes meanwhile. */
  private static final int ENDED = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(LaterLooks.class);
  private final SeriesStore series;
  private final LaterLook look;
  private final Store store;
  private final Mines mines;
  private final Clock clock;

  /** When those that differ are looked at again. */
  private final Map<Due, Instant> seconds = new LinkedHashMap<>();

  private Instant again = Instant.MIN;
  private Instant ended = Instant.MIN;
  private int failed;
  private volatile Duration behind = Duration.ZERO;

  LaterLooks(SeriesStore series, HourRoots roots, ProvenHours.Ground on) {
    this.series = series;
    this.look = new LaterLook(series, roots, on.store());
    this.store = on.store();
    this.mines = on.mines();
    this.clock = on.clock();
  }

  /** How late the hour is whose turn is next. */
  Duration behind() {
    return behind;
  }

  /** Looks at the hour whose turn it is, if one is due; answers whether something is told now. */
  boolean round() {
    Instant now = clock.instant();
    if (now.isBefore(again)) {
      return false;
    }
    try {
      end(now.minus(Comparisons.SHOWN).truncatedTo(ChronoUnit.HOURS));
      Due hour = second(now);
      if (hour == null) {
        hour = first(now);
      }
      if (hour == null) {
        return false;
      }
      return looked(hour, now);
    } catch (RuntimeException e) { // of our own database, or no hour of the store is to be had
      again = now.plus(PAUSE);
      LOG.warn("no hour can be looked at again now", e);
      return false;
    }
  }

  /** Older hours are looked at no more. */
  private void end(Instant from) {
    if (from.isAfter(ended)
        && store.database().write(() -> store.dataRoots().endLooks(from, ENDED)) < ENDED) {
      ended = from;
    }
  }

  private @Nullable Due second(Instant now) {
    for (Iterator<Map.Entry<Due, Instant>> all = seconds.entrySet().iterator(); all.hasNext(); ) {
      Map.Entry<Due, Instant> each = all.next();
      if (!now.isBefore(each.getValue())) {
        all.remove();
        return each.getKey();
      }
    }
    return null;
  }

  private @Nullable Due first(Instant now) {
    Due longest = store.dataRoots().longestNotLooked();
    Duration late =
        longest == null ? Duration.ZERO : Duration.between(longest.looked().plus(EVERY), now);
    behind = late.isNegative() ? Duration.ZERO : late;
    return longest == null || late.isNegative() ? null : longest;
  }

  /** One hour that cannot be read keeps no other from its turn. */
  private boolean looked(Due hour, Instant now) {
    MineEntry mine = mines.find(hour.mine());
    Due claimed = new Due(hour.mine(), hour.hour(), now);
    boolean ours = store.database().write(() -> store.dataRoots().looks(hour, now));
    if (mine == null || !ours) {
      return false;
    }
    try {
      series.settle(
          mine.plan().points().stream()
              .map(PointPlan::measure)
              .collect(Collectors.toUnmodifiableSet()));
      LaterLook.Found found = look.at(mine, hour.hour(), now);
      failed = 0;
      if (found == LaterLook.Found.DOUBTED) {
        seconds.put(claimed, now.plus(SECOND));
        if (seconds.size() > MOST) {
          seconds.remove(seconds.keySet().iterator().next());
        }
      }
      return found == LaterLook.Found.TOLD;
    } catch (RuntimeException e) {
      LOG.warn("the hour {} of mine {} cannot be looked at again", hour.hour(), hour.mine(), e);
      Instant later = now.minus(EVERY).plus(PUT_OFF);
      store.database().write(() -> store.dataRoots().looks(claimed, later));
      if (++failed == AWAY) {
        failed = 0;
        again = now.plus(PAUSE);
      }
      return false;
    }
  }
}
