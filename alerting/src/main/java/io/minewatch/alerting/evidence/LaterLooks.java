package io.minewatch.alerting.evidence;

import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.evidence.HourRow.Said;
import io.minewatch.alerting.journal.DataRootRows;
import io.minewatch.alerting.journal.DataRootRows.Doubts;
import io.minewatch.alerting.journal.DataRootRows.Of;
import io.minewatch.alerting.journal.LedgerRows.Row;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.root.Compared;
import io.minewatch.alerting.root.Comparison;
import io.minewatch.domain.reading.Measure;
import io.minewatch.series.store.SeriesStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the hours of the past week against their roots once more each day, one hour a round: what
 * is altered after an hour was compared is told as well. It needs no key. Where more hours are due
 * than there is time for, each has its turn later.
 *
 * <p><em>Late, missing, double</em>: readings may come later than a day, and nobody tells how many:
 * an hour that has more of them than at its root is not told. One that has as many or fewer and is
 * something else is, once it was found so twice.
 */
final class LaterLooks {
  /** How often an hour is looked at; it is compared for the first time before. */
  static final Duration EVERY = Duration.ofDays(1);

  /** How long an hour that differs waits for its second look. */
  private static final Duration SECOND = Comparison.PATIENCE.plusMinutes(1);

  /** How long nothing is tried after the store failed. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(LaterLooks.class);
  private final SeriesStore series;
  private final HourRoots roots;
  private final Store store;
  private final Mines mines;
  private final Clock clock;
  private final Comparison comparison = new Comparison();
  private Instant again = Instant.MIN;
  private Instant ended = Instant.MIN;

  LaterLooks(SeriesStore series, HourRoots roots, ProvenHours.Ground on) {
    this.series = series;
    this.roots = roots;
    this.store = on.store();
    this.mines = on.mines();
    this.clock = on.clock();
  }

  /** Looks at the hour that waits longest, if one is due; answers whether something is told now. */
  boolean round() {
    Instant now = clock.instant();
    if (now.isBefore(again)) {
      return false;
    }
    end(now.minus(Comparisons.SHOWN).truncatedTo(ChronoUnit.HOURS));
    Of hour = store.dataRoots().notLooked(now.minus(EVERY));
    if (hour == null) {
      return false;
    }
    MineEntry mine = mines.find(hour.mine());
    try {
      return mine == null ? looked(hour, now) : look(hour, mine, now);
    } catch (RuntimeException e) {
      again = now.plus(PAUSE);
      LOG.warn("the hour {} cannot be looked at again now", hour, e);
      return false;
    }
  }

  /** Older hours are looked at no more. */
  private void end(Instant from) {
    if (from.isAfter(ended)) {
      store.database().write(() -> store.dataRoots().lookedLong(from));
      ended = from;
    }
  }

  /** Answers that nothing is to be told. */
  private boolean looked(Of hour, Instant at) {
    return store
        .database()
        .write(
            () -> {
              store.dataRoots().looked(hour, at);
              return false;
            });
  }

  private boolean look(Of hour, MineEntry mine, Instant now) {
    Row first = Objects.requireNonNull(store.dataRoots().find(hour.mine(), hour.hour()), "kept");
    Row last = Objects.requireNonNull(store.dataRoots().compared(hour.mine(), hour.hour()), "kept");
    HourRow known = HourRow.of(last.entry().content());
    Map<Measure, Said> anew = new EnumMap<>(Measure.class);
    Map<Measure, String> counts = new EnumMap<>(Measure.class);
    HourRow.of(first.entry().content())
        .proven()
        .forEach(
            (measure, was) -> {
              HourTree tree = HourTree.of(series, mine.plan().mine(), measure, hour.hour(), null);
              String root = tree.count() == 0 ? null : tree.told();
              long before = count(was);
              if (was.root() != null && was.root().equals(root)) {
                anew.put(measure, was);
              } else if (tree.count() <= before || tree.planted() > 0) {
                anew.put(measure, new Said(root, was.told(), Compared.DIFFERS));
                counts.put(measure, tree.count() + "/" + before);
              }
            });
    HourRow made = known.saying(anew);
    String name = hour.mine() + " " + hour.hour();
    if (made.json().equals(known.json())) {
      comparison.settled(name);
      return looked(hour, now);
    }
    if (!counts.isEmpty() && !comparison.isForGood(name, made.json(), now, now)) {
      return looked(hour, now.minus(EVERY).plus(SECOND));
    }
    comparison.settled(name);
    return tell(hour, last, made, counts, now);
  }

  /** Says so in the ledger, unless another instance was ahead. */
  private boolean tell(Of hour, Row last, HourRow made, Map<Measure, String> counts, Instant now) {
    return store
        .database()
        .write(
            () -> {
              DataRootRows rows = store.dataRoots();
              Row still = rows.compared(hour.mine(), hour.hour());
              if (still == null || !still.entry().content().equals(last.entry().content())) {
                return false;
              }
              String altered = altered(made, counts, rows.altered(hour.mine(), hour.hour()));
              long seq = roots.append(hour.mine(), hour.hour(), made);
              rows.checked(hour.mine(), hour.hour(), seq, new Doubts(altered, made.unseen()));
              rows.looked(hour, now);
              return true;
            });
  }

  /** Found and written of all that differs now, told before or found now; null for nothing. */
  private static @Nullable String altered(
      HourRow made, Map<Measure, String> counts, @Nullable String before) {
    Map<Measure, String> all = new EnumMap<>(Measure.class);
    for (String each : before == null ? new String[0] : before.split(", ", -1)) {
      int space = each.indexOf(' ');
      all.put(Measure.valueOf(each.substring(0, space)), each.substring(space + 1));
    }
    all.putAll(counts);
    all.keySet().removeIf(measure -> !made.says(measure, Compared.DIFFERS));
    String told =
        all.entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining(", "));
    return told.isEmpty() ? null : told;
  }

  /** How many readings its root is of. */
  private static long count(Said said) {
    String root = Objects.requireNonNull(said.root(), "it is proven");
    return Long.parseLong(root.substring(0, root.indexOf(' ')));
  }
}
