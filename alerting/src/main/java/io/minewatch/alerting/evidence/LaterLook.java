package io.minewatch.alerting.evidence;

import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.evidence.HourRow.Said;
import io.minewatch.alerting.journal.DataRootRows;
import io.minewatch.alerting.journal.DataRootRows.Doubts;
import io.minewatch.alerting.journal.LedgerRows.Row;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.root.Compared;
import io.minewatch.alerting.root.Comparison;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.series.store.SeriesStore;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One look at an hour that is compared no more, and what is told of it.
 *
 * <p><em>Late, missing, double</em>: readings may come later than a day, and nobody tells how many:
 * a measure that has more of them than when it was looked at is not told. One that has as many or
 * fewer and is something else is, once it was found so twice, and so is a row that we never write.
 * What was told differently stays so until the store gives back just what was told.
 */
final class LaterLook {
  private final SeriesStore series;
  private final HourRoots roots;
  private final Store store;
  private final Comparison comparison = new Comparison();

  LaterLook(SeriesStore series, HourRoots roots, Store store) {
    this.series = series;
    this.roots = roots;
    this.store = store;
  }

  /** What came of a look. */
  enum Found {
    /** Nothing is to be told otherwise. */
    NO_NEWS,
    /** Something differs, and is to be looked at once more. */
    DOUBTED,
    /** Something is told otherwise now. */
    TOLD
  }

  /** What an hour was, and what it is now. */
  private static final class Held {
    final Map<Measure, Said> anew = new EnumMap<>(Measure.class);
    final Map<Measure, String> differing = new EnumMap<>(Measure.class);
    final Set<Measure> restored = EnumSet.noneOf(Measure.class);
  }

  Found at(MineEntry mine, Instant hour, Instant now) {
    String code = mine.plan().mine().value();
    Row last = Objects.requireNonNull(store.dataRoots().compared(code, hour), "it is kept");
    Row first = Objects.requireNonNull(store.dataRoots().find(code, hour), "it is kept");
    HourRow known = HourRow.of(last.entry().content());
    Held held = held(mine, hour, known, HourRow.of(first.entry().content()));
    HourRow made = known.saying(held.anew);
    String name = code + " " + hour;
    if (!held.differing.isEmpty()
        && !made.json().equals(known.json())
        && !comparison.isForGood(name, made.json(), now, now)) {
      return Found.DOUBTED;
    }
    comparison.settled(name);
    return tell(code, hour, last, made, held) ? Found.TOLD : Found.NO_NEWS;
  }

  private Held held(MineEntry mine, Instant hour, HourRow known, HourRow first) {
    Held held = new Held();
    Set<Measure> measures = EnumSet.noneOf(Measure.class);
    mine.plan().points().stream().map(PointPlan::measure).forEach(measures::add);
    measures.addAll(known.measures());
    for (Measure measure : measures) {
      Said said = known.of(measure);
      Said was = said.isGround() ? said : first.of(measure);
      if (!was.isGround()) {
        continue;
      }
      HourTree tree = HourTree.of(series, mine.plan().mine(), measure, hour, null);
      String root = tree.count() == 0 ? null : tree.told();
      if (Objects.equals(was.root(), root)) {
        // Told otherwise since, it is not the same for being what it once was.
        if (said.compared() == Compared.DIFFERS && Objects.equals(was.told(), said.told())) {
          held.anew.put(measure, was);
          held.restored.add(measure);
        }
      } else if (tree.planted() > 0
          || (tree.count() <= was.count() && said.compared() != Compared.WAITS)) {
        held.anew.put(measure, new Said(root, said.told(), Compared.DIFFERS));
        held.differing.put(measure, tree.count() + "/" + was.count());
      }
    }
    return held;
  }

  /**
   * Says so in the ledger, unless another was ahead; answers whether anything is told otherwise.
   */
  private boolean tell(String mine, Instant hour, Row last, HourRow made, Held held) {
    return store
        .database()
        .write(
            () -> {
              DataRootRows rows = store.dataRoots();
              Row still = rows.compared(mine, hour);
              if (still == null || still.entry().seq() != last.entry().seq()) {
                return false;
              }
              Map<Measure, String> altered = AlteredText.read(rows.altered(mine, hour));
              altered.putAll(held.differing);
              altered.keySet().removeAll(held.restored);
              Doubts told = new Doubts(AlteredText.of(altered), made.undecided());
              boolean isNews = !made.json().equals(last.entry().content());
              if (!isNews && told.equals(rows.doubts(mine, hour))) {
                return false;
              }
              long seq = isNews ? roots.append(mine, hour, made) : last.entry().seq();
              rows.checked(mine, hour, seq, told);
              return true;
            });
  }
}
