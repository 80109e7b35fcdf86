package io.minewatch.jobs.root;

import io.minewatch.domain.feed.KeptRoots;
import io.minewatch.domain.reading.Measure;
import io.minewatch.judge.tape.Tape;
import io.minewatch.series.root.RootSum;
import io.minewatch.series.root.Sealer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The sums of one hour, by measure. Changed by its owner alone, others copy it first. */
@SuppressWarnings("EnumOrdinal") // kept for ever, and grows at its end
final class HourSums {
  private static final Measure[] MEASURES = Measure.values();

  final Map<Measure, RootSum> sums = new EnumMap<>(Measure.class);

  /** Marks who may change it: who holds the same mark. */
  final Object owner;

  /** When the last of its readings reached us, milliseconds since 1970 UTC. */
  long changed;

  HourSums(Object owner) {
    this.owner = owner;
  }

  HourSums copy(Object by) {
    HourSums copy = new HourSums(by);
    copy.changed = changed;
    sums.forEach((measure, sum) -> copy.sums.put(measure, sum.copy()));
    return copy;
  }

  KeptRoots.Hour told(String mine, Instant hour, Sealer sealer) {
    List<KeptRoots.Root> roots = new ArrayList<>();
    sums.forEach(
        (measure, sum) ->
            roots.add(
                new KeptRoots.Root(
                    measure, sum.count(), sum.again(), sealer.seal(mine, measure, hour, sum))));
    return new KeptRoots.Hour(hour, roots);
  }

  void record(Tape tape) {
    tape.whole(changed);
    tape.list(
        sums.entrySet(),
        each -> {
          tape.small((byte) each.getKey().ordinal());
          tape.whole(each.getValue().count());
          tape.whole(each.getValue().again());
          tape.column(each.getValue().limbs());
          return each;
        },
        HourSums::playSum);
  }

  static HourSums play(Tape tape, Object owner) {
    HourSums hour = new HourSums(owner);
    hour.changed = tape.whole(0L);
    tape.list(List.<Map.Entry<Measure, RootSum>>of(), each -> each, HourSums::playSum)
        .forEach(each -> hour.sums.put(each.getKey(), each.getValue()));
    return hour;
  }

  private static Map.Entry<Measure, RootSum> playSum(Tape tape) {
    Measure measure = MEASURES[tape.small((byte) 0)];
    long count = tape.whole(0L);
    long again = tape.whole(0L);
    long[] limbs = new RootSum().limbs();
    tape.column(limbs);
    return Map.entry(measure, RootSum.of(count, again, limbs));
  }
}
