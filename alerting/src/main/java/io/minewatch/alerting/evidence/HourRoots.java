package io.minewatch.alerting.evidence;

import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.journal.DataRootRows;
import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.journal.LedgerRows.Kind;
import io.minewatch.alerting.journal.LedgerRows.Row;
import io.minewatch.alerting.ledger.Canonical;
import io.minewatch.alerting.ledger.Entry;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.root.Compared;
import io.minewatch.alerting.root.Comparison;
import io.minewatch.alerting.root.ToldRoots;
import io.minewatch.domain.feed.KeptRoots;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.series.root.RootSum;
import io.minewatch.series.root.Sealer;
import io.minewatch.series.store.SeriesStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads an hour of a mine back, holds it against what the archive job has told of it, and puts both
 * into the ledger. For one thread.
 */
final class HourRoots {
  /** After the name of a measure: what the archive job has told of it. */
  static final String TOLD = ".told";

  /** After the name of a measure: what came of it, a {@link Compared}. */
  static final String COMPARED = ".compared";

  private final SeriesStore series;
  private final Store store;
  private final ToldRoots told;
  private final Clock clock;
  private final @Nullable Sealer sealer;
  private final Comparison comparison = new Comparison();

  HourRoots(SeriesStore series, Store store, ToldRoots told, Clock clock) {
    this.series = series;
    this.store = store;
    this.told = told;
    this.clock = clock;
    this.sealer = told.sealer();
  }

  /** An hour as it was read: what the row says, and what differs. */
  private record Read(Map<String, String> content, List<String> altered) {}

  /** Reads it and makes its row, unless another instance was ahead. */
  void make(MineEntry mine, Instant hour) {
    String code = mine.plan().mine().value();
    Read read = read(mine, hour);
    store
        .database()
        .write(
            () -> {
              if (store.dataRoots().find(code, hour) == null) {
                store.dataRoots().keep(code, hour, append(code, hour, read), altered(read));
              }
              return true;
            });
  }

  /**
   * Reads it again and makes another row, if there is something else to tell than in the last one.
   * Its roots take the place of those before only where all is as it was written, or where it was
   * not so before: nobody gets a root for what he altered by sending a late reading.
   *
   * @param before the content of the last row
   * @return whether there was
   */
  boolean makeAnew(MineEntry mine, Instant hour, String before) {
    String code = mine.plan().mine().value();
    Read read = read(mine, hour);
    String content = Canonical.json(read.content());
    return !content.equals(before)
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
                  long seq = append(code, hour, read);
                  boolean same = isSame(content);
                  String altered = altered(read);
                  String told = altered == null && !same ? rows.altered(code, hour) : altered;
                  if (same || !isSame(roots.entry().content())) {
                    rows.replace(code, hour, seq, told);
                  } else {
                    rows.checked(code, hour, seq, told);
                  }
                  return true;
                });
  }

  /** Whether a row says of all that was compared that it is as it was written. */
  private static boolean isSame(String content) {
    return content.contains("\"" + Compared.SAME + "\"")
        && !content.contains("\"" + Compared.WAITS + "\"")
        && !content.contains("\"" + Compared.DIFFERS + "\"")
        && !content.contains("\"" + Compared.TOLD_AGAIN + "\"");
  }

  private long append(String mine, Instant hour, Read read) {
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
            Canonical.json(read.content()));
    return store.ledger().append(List.of(entry)).seq();
  }

  private static @Nullable String altered(Read read) {
    return read.altered().isEmpty() ? null : String.join(", ", read.altered());
  }

  private Read read(MineEntry mine, Instant hour) {
    MineCode code = mine.plan().mine();
    KeptRoots newest = told.of(code.value()); // before the store is read: it may know more then
    Instant read = clock.instant();
    KeptRoots.Hour its = Comparison.isSure(hour, read) ? ToldRoots.hour(newest, hour) : null;
    Set<Measure> measures = EnumSet.noneOf(Measure.class);
    mine.plan().points().stream().map(PointPlan::measure).forEach(measures::add);
    if (its != null) {
      its.roots().forEach(root -> measures.add(root.measure()));
    }
    if (its != null) {
      series.settle(); // what was told of is to be seen
    }
    Map<String, String> content = new TreeMap<>();
    Map<Measure, RootSum> found = new TreeMap<>();
    for (Measure measure : measures) {
      HourTree tree = HourTree.of(series, code, measure, hour, sealer);
      if (tree.count() > 0) {
        content.put(measure.name(), tree.told());
      }
      found.put(measure, tree.sum());
    }
    String name = code + " " + hour;
    List<String> altered = new ArrayList<>();
    if (its != null && newest != null && sealer != null) {
      Hour compared = new Hour(code.value(), its, sealer);
      found.forEach(compared::compare);
      boolean forGood =
          compared.waits
              && comparison.isForGood(name, compared.found.toString(), read, newest.at());
      if (!compared.waits) {
        comparison.settled(name);
      }
      compared.tell(content, altered, forGood ? Compared.DIFFERS : Compared.WAITS);
    }
    return new Read(content, altered);
  }

  /** The comparison of one hour. */
  private static final class Hour {
    private final String mine;
    private final KeptRoots.Hour told;
    private final Sealer sealer;
    private final StringBuilder found = new StringBuilder();
    private final Map<Measure, Compared> results = new TreeMap<>();
    private final Map<Measure, Long> counts = new TreeMap<>();
    private boolean waits;

    Hour(String mine, KeptRoots.Hour told, Sealer sealer) {
      this.mine = mine;
      this.told = told;
      this.sealer = sealer;
    }

    void compare(Measure measure, RootSum sum) {
      KeptRoots.Root root = root(measure);
      if (root != null && root.count() > HourTree.MOST) {
        return; // not all of so many are read
      }
      KeptRoots.Root against = root == null ? new KeptRoots.Root(measure, 0, 0, "") : root;
      String seal = Comparison.seal(sealer, mine, told.hour(), against, sum);
      Compared result = Comparison.of(root, sum, seal);
      if (root != null || result != Compared.SAME) {
        results.put(measure, result);
        counts.put(measure, sum.count());
        waits |= result == Compared.WAITS;
        found.append(measure).append(' ').append(sum.count()).append(' ').append(seal).append(';');
      }
    }

    private KeptRoots.@Nullable Root root(Measure measure) {
      for (KeptRoots.Root each : told.roots()) {
        if (each.measure() == measure) {
          return each;
        }
      }
      return null;
    }

    /**
     * Puts the results into the row.
     *
     * @param waiting what to say of what is something else
     */
    void tell(Map<String, String> content, List<String> altered, Compared waiting) {
      told.roots().forEach(each -> content.put(each.measure() + TOLD, text(each)));
      results.forEach(
          (measure, result) -> {
            Compared said = result == Compared.WAITS ? waiting : result;
            content.put(measure + COMPARED, said.name());
            if (said == Compared.DIFFERS) {
              KeptRoots.Root root = root(measure);
              long written = root == null ? 0 : root.count();
              altered.add(measure + " " + counts.get(measure) + "/" + written);
            }
          });
    }
  }

  private static String text(KeptRoots.Root root) {
    return root.count() + " " + root.again() + " " + root.seal();
  }

  /** Whether a row tells the same of an hour, and nothing that waits or may be mended. */
  static boolean isSettled(String content, KeptRoots.Hour hour) {
    return hour.roots().stream()
            .allMatch(root -> text(root).equals(ReadingsOf.told(content, root.measure() + TOLD)))
        && !content.contains("\"" + Compared.WAITS + "\"")
        && !content.contains("\"" + Compared.DIFFERS + "\"")
        && (!hour.roots().isEmpty() || content.equals("{}") || content.contains(COMPARED));
  }
}
