package io.minewatch.alerting.evidence;

import io.minewatch.alerting.ledger.Merkle;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.series.root.RootSum;
import io.minewatch.series.root.Sealer;
import io.minewatch.series.store.Recorded;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The tree over one hour of one measure, read slice by slice: of a reading only its hash is kept,
 * but for those that are wanted. The leaves stand in the order of point and time, whatever the
 * slices were.
 */
final class HourTree {
  /** Readings of one measure in an hour; of more no tree is made. Their hashes take some 60 MB. */
  static final int MOST = 500_000;

  /** What a slice should hold: the next is as much longer or shorter as this one missed it. */
  private static final int SLICE = 10_000;

  /** At most so many times longer, for after a silence there may be much at once. */
  private static final int GROWS = 16;

  private static final Duration LONGEST = Duration.ofMinutes(5);

  private static final Duration FIRST = Duration.ofSeconds(15);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private final Map<String, List<byte[]>> leaves = new TreeMap<>();
  private final List<Place> kept = new ArrayList<>();
  private final Set<String> wanted;
  private final int room;
  private final @Nullable Summing summing;
  private final RootSum sum = new RootSum();
  private int count;
  private int planted;
  private int leftOut;
  private @Nullable Merkle tree;

  /** A reading and its place among those of its point. */
  private record Place(Recorded reading, int of) {}

  /** A wanted reading and its place in the tree. */
  record Leaf(Recorded reading, int index) {}

  private HourTree(Set<String> wanted, int room, @Nullable Summing summing) {
    this.wanted = wanted;
    this.room = room;
    this.summing = summing;
  }

  /** What adds the readings up as the archive job does. */
  private record Summing(Sealer sealer, String mine, Measure measure) {
    byte[] hash(Recorded each) {
      return sealer.hash(
          new Sealer.Of(mine, measure, each.point()),
          each.value(),
          each.quality(),
          each.at().toEpochMilli());
    }
  }

  /**
   * Reads it, and adds up what the archive job adds up.
   *
   * @param sealer null where there is no key, and no sum
   */
  static HourTree of(
      SeriesStore series, MineCode mine, Measure measure, Instant hour, @Nullable Sealer sealer) {
    HourTree made =
        new HourTree(
            Set.of(), 0, sealer == null ? null : new Summing(sealer, mine.value(), measure));
    made.read(series, mine, measure, hour);
    return made;
  }

  /**
   * Reads it.
   *
   * @param wanted points whose readings are kept
   * @param room how many of them, the oldest first
   */
  static HourTree of(
      SeriesStore series,
      MineCode mine,
      Measure measure,
      Instant hour,
      Set<String> wanted,
      int room) {
    HourTree made = new HourTree(wanted, room, null);
    made.read(series, mine, measure, hour);
    return made;
  }

  private void read(SeriesStore series, MineCode mine, Measure measure, Instant hour) {
    Instant end = DataRoots.span(hour).to();
    Duration length = FIRST;
    for (Instant from = hour; from.isBefore(end) && count <= MOST; ) {
      Instant to = from.plus(length).isBefore(end) ? from.plus(length) : end;
      List<Recorded> slice = series.recorded(mine, measure, new Span(from, to));
      take(Leaves.ordered(slice));
      from = to;
      length = next(length, slice.size());
    }
    if (count <= MOST) {
      tree = Merkle.over(leaves.values().stream().flatMap(List::stream).toList());
    }
  }

  private static Duration next(Duration length, int came) {
    if (came > SLICE && length.compareTo(SHORTEST) > 0) {
      return length.dividedBy(2);
    }
    Duration grown = length.multipliedBy(Math.min(GROWS, Math.max(1, SLICE / Math.max(1, came))));
    return grown.compareTo(LONGEST) < 0 ? grown : LONGEST;
  }

  private void take(List<Recorded> slice) {
    Recorded before = null;
    for (Recorded each : slice) {
      if (++count > MOST) {
        return;
      }
      if (!each.isOurs()) {
        planted++;
      } else if (summing != null && !each.equals(before)) { // there twice, it was written once
        sum.add(summing.hash(each));
      }
      before = each;
      List<byte[]> its = leaves.computeIfAbsent(each.point(), p -> new ArrayList<>());
      if (wanted.contains(each.point())) {
        if (kept.size() < room) {
          kept.add(new Place(each, its.size()));
        } else {
          leftOut++;
        }
      }
      its.add(Merkle.leaf(Leaves.text(each)));
    }
  }

  /** Of all readings; one more than {@link #MOST} where there are too many. */
  int count() {
    return count;
  }

  /** Those that tell what we never write: they are leaves, and in no sum. */
  int planted() {
    return planted;
  }

  /** Wanted readings for which there was no room. */
  int leftOut() {
    return leftOut;
  }

  /** Of all readings, each once; empty where there was no key. */
  RootSum sum() {
    return sum;
  }

  /** Null where there are too many readings. */
  @Nullable Merkle tree() {
    return tree;
  }

  /** The wanted readings in the order of the tree. */
  List<Leaf> kept() {
    Map<String, Integer> first = new HashMap<>();
    int at = 0;
    for (Map.Entry<String, List<byte[]>> each : leaves.entrySet()) {
      first.put(each.getKey(), at);
      at += each.getValue().size();
    }
    return kept.stream()
        .map(
            each ->
                new Leaf(each.reading(), first.getOrDefault(each.reading().point(), 0) + each.of()))
        .sorted(Comparator.comparingInt(Leaf::index))
        .toList();
  }

  /** What the ledger tells of it: how many readings and their root, or why there is none. */
  String told() {
    return tree == null
        ? DataRoots.LEFT_OUT + "more than " + MOST + " readings"
        : count + " " + tree.root();
  }
}
