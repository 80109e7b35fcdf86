package io.minewatch.alerting.evidence;

import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.evidence.HourCompared.Found;
import io.minewatch.alerting.evidence.HourRow.Said;
import io.minewatch.alerting.journal.DataRootRows;
import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.journal.LedgerRows.Kind;
import io.minewatch.alerting.journal.LedgerRows.Row;
import io.minewatch.alerting.ledger.Entry;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.root.Compared;
import io.minewatch.alerting.root.Comparison;
import io.minewatch.alerting.root.ToldRoots;
import io.minewatch.alerting.root.Uncompared;
import io.minewatch.domain.feed.KeptRoots;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.series.root.Sealer;
import io.minewatch.series.store.SeriesStore;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads an hour of a mine back, holds it against what the archive job has told of it, and puts both
 * into the ledger. For one thread.
 */
final class HourRoots {
  private final SeriesStore series;
  private final Store store;
  private final ToldRoots told;
  private final Uncompared uncompared;
  private final Clock clock;
  private final @Nullable Sealer sealer;
  private final Comparison comparison = new Comparison();

  /** Describes it; an hour that is told no more is compared with what was told last. */
  HourRoots(SeriesStore series, ProvenHours.Ground on, Uncompared uncompared) {
    this.series = series;
    this.store = on.store();
    this.told = on.told();
    this.uncompared = uncompared;
    this.clock = on.clock();
    this.sealer = told.sealer();
  }

  /** Whether there is a key, and the archive job may tell what it has written. */
  boolean isTold() {
    return sealer != null;
  }

  /**
   * An hour as it was read.
   *
   * @param counts found and written of each measure that was compared
   */
  private record Read(HourRow row, Map<Measure, String> counts) {
    /** What is told of it as altered; null for nothing. */
    @Nullable String altered(HourRow said) {
      String all =
          counts.entrySet().stream()
              .filter(each -> said.says(each.getKey(), Compared.DIFFERS))
              .map(each -> each.getKey() + " " + each.getValue())
              .collect(Collectors.joining(", "));
      return all.isEmpty() ? null : all;
    }
  }

  /** Reads it and makes its row, unless another instance was ahead. */
  void make(MineEntry mine, Instant hour) {
    String code = mine.plan().mine().value();
    Read read = read(mine, hour);
    HourRow row = read.row();
    store
        .database()
        .write(
            () -> {
              if (store.dataRoots().find(code, hour) == null) {
                store.dataRoots().keep(code, hour, append(code, hour, row), read.altered(row));
              }
              return true;
            });
  }

  /**
   * Reads it again and makes another row, if there is something else to tell than in the last one.
   * Its roots take the place of those before only where they may.
   *
   * @param before the content of the last row
   * @return whether there was
   */
  boolean makeAnew(MineEntry mine, Instant hour, String before) {
    String code = mine.plan().mine().value();
    Read read = read(mine, hour);
    HourRow row = read.row().after(HourRow.of(before));
    return !row.says(Compared.NOT_SEEN) // it has become too old meanwhile
        && !row.json().equals(before)
        && store
            .database()
            .write(
                () -> {
                  DataRootRows rows = store.dataRoots();
                  Row last = rows.compared(code, hour);
                  Row roots = rows.find(code, hour);
                  if (last == null || roots == null || !last.entry().content().equals(before)) {
                    return false; // another instance was ahead
                  }
                  HourRow kept = HourRow.of(roots.entry().content());
                  HourRow made = kept.with(row);
                  long seq = 0;
                  if (!made.json().equals(kept.json())) {
                    seq = append(code, hour, made);
                    rows.replace(code, hour, seq);
                  }
                  if (seq == 0 || !made.json().equals(row.json())) {
                    seq = append(code, hour, row);
                  }
                  String altered = read.altered(row);
                  boolean stands = altered == null && !row.isSame();
                  rows.checked(code, hour, seq, stands ? rows.altered(code, hour) : altered);
                  return true;
                });
  }

  private long append(String mine, Instant hour, HourRow row) {
    Entry entry =
        new Entry(
            0,
            clock.instant().toString(),
            mine,
            Kind.DATA_ROOT.name(),
            hour.toString(),
            0,
            LedgerRows.SYSTEM,
            "DataRoot",
            row.json());
    return store.ledger().append(List.of(entry)).seq();
  }

  private Read read(MineEntry mine, Instant hour) {
    String code = mine.plan().mine().value();
    KeptRoots newest = told.of(code); // before the store is read: it may know more then
    Instant now = clock.instant();
    KeptRoots.Hour its = Comparison.isSure(hour, now) ? its(code, newest, hour) : null;
    Map<Measure, Found> found = found(mine, hour, its);
    Map<Measure, Said> said = new EnumMap<>(Measure.class);
    if (its == null || newest == null || sealer == null) {
      // What was told and forgotten before the store could be read is not proven by what it is now.
      boolean missed = newest != null && ToldRoots.wasTold(newest, hour);
      Compared none = missed ? Compared.NOT_SEEN : null;
      found.forEach((measure, each) -> said.put(measure, new Said(each.root(), null, none)));
      return new Read(new HourRow(said), Map.of());
    }
    HourCompared compared = new HourCompared(code, its, sealer);
    found.forEach(compared::compare);
    String name = code + " " + hour;
    boolean forGood =
        compared.waits() && comparison.isForGood(name, compared.found(), now, newest.at());
    if (!compared.waits()) {
      comparison.settled(name);
    }
    found.forEach(
        (measure, each) -> {
          KeptRoots.Root root = compared.root(measure);
          Compared result = compared.result(measure);
          said.put(
              measure,
              new Said(
                  each.root(),
                  root == null ? null : HourRow.text(root),
                  forGood && result == Compared.WAITS ? Compared.DIFFERS : result));
        });
    return new Read(new HourRow(said), compared.counts());
  }

  private KeptRoots.@Nullable Hour its(String mine, @Nullable KeptRoots newest, Instant hour) {
    KeptRoots.Hour its = ToldRoots.hour(newest, hour);
    return its == null ? uncompared.of(mine, hour) : its;
  }

  private Map<Measure, Found> found(MineEntry mine, Instant hour, KeptRoots.@Nullable Hour its) {
    MineCode code = mine.plan().mine();
    Set<Measure> measures = EnumSet.noneOf(Measure.class);
    mine.plan().points().stream().map(PointPlan::measure).forEach(measures::add);
    if (its != null) {
      its.roots().forEach(root -> measures.add(root.measure()));
      series.settle(measures); // what was told of is to be seen
    }
    Map<Measure, Found> found = new EnumMap<>(Measure.class);
    for (Measure measure : measures) {
      found.put(measure, Found.of(HourTree.of(series, code, measure, hour, sealer)));
    }
    return found;
  }
}
