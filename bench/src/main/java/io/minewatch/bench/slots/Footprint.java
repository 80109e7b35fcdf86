package io.minewatch.bench.slots;

import io.minewatch.bench.measure.Heap;
import io.minewatch.bench.script.Calendar;
import io.minewatch.bench.workload.Cursor;
import io.minewatch.bench.workload.Mine;
import io.minewatch.bench.workload.Mix;
import io.minewatch.bench.workload.Parcel;
import io.minewatch.bench.workload.Workload;
import io.minewatch.domain.wire.Messages;
import io.minewatch.jobs.state.MineStateSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * What the product keeps of a point and of a person, on the heap and in a checkpoint.
 *
 * @param points in the workload that it was measured with
 * @param heapPerPoint bytes, the mine's plan as read from its message included
 * @param heapPerPerson bytes
 * @param checkpointPerPoint bytes, the plan left out
 * @param planPerPoint bytes of the plan's message, which a checkpoint also holds
 * @param checkpointPerPerson bytes
 */
public record Footprint(
    int points,
    double heapPerPoint,
    double heapPerPerson,
    double checkpointPerPoint,
    double planPerPoint,
    double checkpointPerPerson) {
  /** So few people that their share in a point's figure is known and small. */
  private static final int FEW = 20;

  private static final int FIRST_GUESS_BYTES = 1 << 20;

  /** Measures with so many mines: once with few people, once with as many as the mix has. */
  public static Footprint of(Mix mix) {
    return of(mix, Judging.LIMITS);
  }

  /** The same, judged in this way. */
  public static Footprint of(Mix mix, Judging judging) {
    Workload few = new Workload(withTags(mix, FEW));
    Workload all = new Workload(mix);
    sized(few, judging); // whatever is made once for all is made now
    Sized small = sized(few, judging);
    Sized full = sized(all, judging);
    double people = all.tags() - few.tags();
    double heapPerPerson = (full.heap - small.heap) / people;
    double checkpointPerPerson = (full.checkpoint - small.checkpoint) / people;
    double points = few.points();
    return new Footprint(
        few.points(),
        (small.heap - few.tags() * heapPerPerson) / points,
        heapPerPerson,
        (small.checkpoint - small.plans - few.tags() * checkpointPerPerson) / points,
        small.plans / points,
        checkpointPerPerson);
  }

  private static Mix withTags(Mix mix, int tags) {
    return new Mix(
        mix.seed(),
        mix.mines(),
        mix.meanPoints(),
        tags,
        mix.batch(),
        mix.fixBatch(),
        mix.ring(),
        mix.startMillis(),
        mix.alarms());
  }

  private record Sized(double heap, double checkpoint, double plans) {}

  private static Sized sized(Workload workload, Judging judging) {
    BareJudge[] kept = new BareJudge[1];
    long heap = Heap.bytesOf(() -> kept[0] = judged(workload, judging));
    long checkpoint = 0;
    long plans = 0;
    for (Mine mine : workload.mines()) {
      checkpoint += checkpoint(kept[0], mine);
      plans += Messages.write(judging.of(mine.plan())).length;
    }
    return new Sized(heap, checkpoint, plans);
  }

  private static BareJudge judged(Workload workload, Judging judging) {
    BareJudge judge = new BareJudge(workload, BareSlot.Time.STANDS, judging);
    Cursor cursor = workload.messages(0, Calendar.PERIOD_TICKS);
    for (Parcel parcel = cursor.next(); parcel != null; parcel = cursor.next()) {
      judge.judge(parcel);
    }
    judge.told().clear();
    return judge;
  }

  private static int checkpoint(BareJudge judge, Mine mine) {
    DataOutputSerializer out = new DataOutputSerializer(FIRST_GUESS_BYTES);
    try {
      new MineStateSerializer().serialize(judge.state(mine.code()), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return out.length();
  }
}
