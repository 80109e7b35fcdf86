package io.minewatch.ingest.source;

import io.minewatch.domain.wire.Envelope;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/** Notes what passes, and fails once when told to. One test at a time looks at it. */
public final class Watched extends RichMapFunction<Envelope, Envelope>
    implements CheckpointListener {
  /** One message that passed. */
  public record Seen(int attempt, String topic, long sequence) {}

  public static final List<Seen> SEEN = new CopyOnWriteArrayList<>();
  public static final AtomicLong CHECKPOINTS = new AtomicLong();
  public static final AtomicBoolean FAIL = new AtomicBoolean();

  public static void reset() {
    SEEN.clear();
    CHECKPOINTS.set(0);
    FAIL.set(false);
  }

  @Override
  public Envelope map(Envelope envelope) {
    if (FAIL.getAndSet(false)) {
      throw new IllegalStateException("a failure on purpose");
    }
    SEEN.add(
        new Seen(
            getRuntimeContext().getTaskInfo().getAttemptNumber(),
            envelope.topic(),
            envelope.sequence()));
    return envelope;
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) {
    CHECKPOINTS.incrementAndGet();
  }
}
