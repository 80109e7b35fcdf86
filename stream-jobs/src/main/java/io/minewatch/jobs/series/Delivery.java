package io.minewatch.jobs.series;

import io.minewatch.series.store.Answer;
import io.minewatch.series.store.LineWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one chunk into the store: waits for a store that is away as long as it takes, and halves
 * what it refuses until the bad lines stand alone. Ends early only by interruption.
 */
final class Delivery implements Callable<Delivery.Outcome> {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  /** A line that cannot be stored, and what the store said to it. */
  record Refused(SeriesBatch line, Answer answer) {}

  /**
   * What became of a chunk.
   *
   * @param rewrites readings found that say something else than what was kept
   * @param unchecked readings of which that could not be found out
   */
  record Outcome(int stored, List<Refused> refused, int rewrites, int unchecked) {}

  private final LineWriter writer;
  private final RewriteCheck check;
  private final Chunk chunk;
  private final List<? extends Future<?>> before;
  private final List<Refused> refused = new ArrayList<>();
  private int stored;

  /**
   * Describes it.
   *
   * @param before what was sent before it: a chunk in doubt waits until that is stored
   */
  Delivery(LineWriter writer, RewriteCheck check, Chunk chunk, List<? extends Future<?>> before) {
    this.writer = writer;
    this.check = check;
    this.chunk = chunk;
    this.before = List.copyOf(before);
  }

  @Override
  public Outcome call() throws InterruptedException, ExecutionException {
    Deque<Chunk> rest = new ArrayDeque<>(); // grows by one a halving: at most 2 log2 of the lines
    RewriteCheck.Settled settled = settled();
    if (!settled.chunk().parts().isEmpty()) {
      rest.push(settled.chunk());
    }
    while (!rest.isEmpty()) {
      Chunk next = rest.pop();
      int count = next.count();
      Answer answer = sendUntilAnswered(next.lines(), count);
      switch (answer.verdict(count)) {
        case OK -> stored += count;
        case SPLIT -> {
          List<Chunk> halves = next.halves();
          rest.push(halves.get(1));
          rest.push(halves.get(0));
        }
        case DROP -> refused.add(new Refused(next.parts().get(0), answer));
        case RETRY -> throw new IllegalStateException("retried until answered");
      }
    }
    return new Outcome(stored, List.copyOf(refused), settled.rewrites(), settled.unchecked());
  }

  private RewriteCheck.Settled settled() throws InterruptedException, ExecutionException {
    if (!chunk.isInDoubt()) {
      return new RewriteCheck.Settled(chunk, 0, 0);
    }
    for (Future<?> each : before) {
      each.get();
    }
    return check.settle(chunk);
  }

  private Answer sendUntilAnswered(byte[] lines, int count) throws InterruptedException {
    int failures = 0;
    while (true) {
      Answer answer = writer.write(lines);
      if (Thread.interrupted()) {
        throw new InterruptedException("stopped while writing series");
      }
      switch (answer.verdict(count)) {
        case OK, SPLIT, DROP -> {
          if (failures > 0) {
            LOG.info("The series store takes lines again, after {} failed tries", failures);
          }
          return answer;
        }
        case RETRY -> {
          failures++;
          if (failures == 1) {
            LOG.warn(
                "The series store does not take lines now (status {}): {}; waiting, nothing is lost",
                answer.status(),
                answer.text());
          }
          Thread.sleep(Backoff.after(failures).toMillis());
        }
      }
    }
  }
}
