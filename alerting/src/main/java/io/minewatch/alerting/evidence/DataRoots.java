package io.minewatch.alerting.evidence;

import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.journal.LedgerRows.Kind;
import io.minewatch.alerting.ledger.Canonical;
import io.minewatch.alerting.ledger.Entry;
import io.minewatch.alerting.ledger.Merkle;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.series.store.Recorded;
import io.minewatch.series.store.SeriesException;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the roots of what was recorded into the ledger: for each mine and finished hour one row with
 * the root of each measure's readings, read back from the store. What is altered there afterwards
 * gives another root.
 *
 * <p><em>Late, missing, double</em>: readings that come after their hour has its roots are in none,
 * and change what the store gives for that hour; a store that is away is asked again; an hour has
 * its roots once, whoever makes them.
 */
public final class DataRoots {
  /** How long after its end an hour may still get readings before its roots are made. */
  static final Duration GRACE = Duration.ofMinutes(15);

  /** Hours of one mine made up for, after the service was down; older ones stay without. */
  static final int CATCH_UP = 48;

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Logger LOG = LoggerFactory.getLogger(DataRoots.class);
  private final SeriesStore series;
  private final Store store;
  private final Mines mines;
  private final Clock clock;
  private Instant done = Instant.MIN;
  private boolean away;

  public DataRoots(SeriesStore series, Store store, Mines mines, Clock clock) {
    this.series = series;
    this.store = store;
    this.mines = mines;
    this.clock = clock;
  }

  /** The hour that holds an instant. */
  static Instant hourOf(Instant at) {
    return at.truncatedTo(ChronoUnit.HOURS);
  }

  /** Makes what is missing; called again and again by one thread, never by one that calls. */
  public void round() {
    Instant last = hourOf(clock.instant().minus(GRACE)).minus(HOUR);
    if (!last.isAfter(done)) {
      return;
    }
    try {
      for (MineEntry mine : List.copyOf(mines.all())) {
        upTo(last, mine);
      }
      done = last;
      away = false;
    } catch (SeriesException e) {
      if (!away) {
        LOG.warn("no data roots while the series store is away; it is asked again", e);
      }
      away = true;
    }
  }

  private void upTo(Instant last, MineEntry mine) {
    Instant newest = store.dataRoots().newest(mine.plan().mine().value());
    Instant from = newest == null ? last : newest.plus(HOUR);
    Instant earliest = last.minus(HOUR.multipliedBy(CATCH_UP - 1));
    for (Instant hour = from.isBefore(earliest) ? earliest : from;
        !hour.isAfter(last);
        hour = hour.plus(HOUR)) {
      make(mine, hour);
    }
  }

  private void make(MineEntry mine, Instant hour) {
    MineCode code = mine.plan().mine();
    Map<String, String> content = new TreeMap<>();
    Set<Measure> measures = EnumSet.noneOf(Measure.class);
    mine.plan().points().stream().map(PointPlan::measure).forEach(measures::add);
    for (Measure measure : measures) {
      List<Recorded> readings = series.recorded(code, measure, span(hour));
      if (!readings.isEmpty()) {
        content.put(measure.name(), root(readings.size(), tree(readings)));
      }
    }
    Entry entry =
        new Entry(
            0,
            clock.instant().toString(),
            code.value(),
            Kind.DATA_ROOT.name(),
            hour.toString(),
            0,
            LedgerRows.SYSTEM,
            "DataRoot",
            Canonical.json(content));
    store
        .database()
        .write(
            () -> {
              if (store.dataRoots().find(code.value(), hour) == null) {
                long seq = store.ledger().append(List.of(entry)).seq();
                store.dataRoots().keep(code.value(), hour, seq);
              }
              return true;
            });
  }

  static Span span(Instant hour) {
    return new Span(hour, hour.plus(HOUR));
  }

  static Merkle tree(List<Recorded> readings) {
    return Merkle.of(Leaves.texts(Leaves.ordered(readings)));
  }

  /** A root as the ledger tells it, with how many readings it stands for. */
  static String root(int count, Merkle tree) {
    return count + " " + tree.root();
  }

  /** The hour after. */
  static @Nullable Instant next(Instant hour, Instant until) {
    Instant next = hour.plus(HOUR);
    return next.isAfter(until) ? null : next;
  }
}
