package io.minewatch.alerting.evidence;

import io.minewatch.alerting.root.Compared;
import io.minewatch.alerting.root.Comparison;
import io.minewatch.domain.feed.KeptRoots;
import io.minewatch.domain.reading.Measure;
import io.minewatch.series.root.RootSum;
import io.minewatch.series.root.Sealer;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares one hour of a mine with what was told of it, measure by measure. */
final class HourCompared {
  private final String mine;
  private final KeptRoots.Hour told;
  private final Sealer sealer;
  private final StringBuilder found = new StringBuilder();
  private final Map<Measure, Compared> results = new EnumMap<>(Measure.class);
  private final Map<Measure, String> counts = new EnumMap<>(Measure.class);

  HourCompared(String mine, KeptRoots.Hour told, Sealer sealer) {
    this.mine = mine;
    this.told = told;
    this.sealer = sealer;
  }

  /**
   * What the store gave back of a measure; its tree is too large to be kept.
   *
   * @param root how many and their root; null where there were none
   * @param planted those that we never write, which are in no sum
   */
  record Found(@Nullable String root, RootSum sum, int planted) {
    static Found of(HourTree tree) {
      return new Found(tree.count() == 0 ? null : tree.told(), tree.sum(), tree.planted());
    }
  }

  void compare(Measure measure, Found its) {
    KeptRoots.Root root = root(measure);
    if (root != null && root.count() > HourTree.MOST) {
      return; // not all of so many are read
    }
    RootSum sum = its.sum();
    KeptRoots.Root against = root == null ? new KeptRoots.Root(measure, 0, 0, "") : root;
    String seal = Comparison.seal(sealer, mine, told.hour(), against, sum);
    // A row that we never write was written by somebody else, however the sum may stand.
    Compared result = its.planted() > 0 ? Compared.WAITS : Comparison.of(root, sum, seal);
    if (root != null || result != Compared.SAME) {
      long count = sum.count() + its.planted();
      results.put(measure, result);
      counts.put(measure, count + "/" + against.count());
      found.append(measure).append(' ').append(count).append(' ').append(seal).append(';');
    }
  }

  KeptRoots.@Nullable Root root(Measure measure) {
    for (KeptRoots.Root each : told.roots()) {
      if (each.measure() == measure) {
        return each;
      }
    }
    return null;
  }

  /** Whether anything is something else, and may still be on its way. */
  boolean waits() {
    return results.containsValue(Compared.WAITS);
  }

  /** All that was found of what was compared. */
  String found() {
    return found.toString();
  }

  /** What came of a measure; null where it was not compared. */
  @Nullable Compared result(Measure measure) {
    return results.get(measure);
  }

  /** How many were found and told of each measure that was compared. */
  Map<Measure, String> counts() {
    return counts;
  }
}
