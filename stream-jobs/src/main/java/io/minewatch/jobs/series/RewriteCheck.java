package io.minewatch.jobs.series;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.wire.Topic;
import io.minewatch.series.note.Rewrite;
import io.minewatch.series.store.Lines;
import io.minewatch.series.store.ReadingLine;
import io.minewatch.series.store.SeriesException;
import io.minewatch.series.store.SeriesStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds, before they are stored, readings that say something else than what is kept at their point
 * and time. Such a reading stays beside the one that was first, and a line of its own tells of
 * both. What is kept already is left out. The rest stays as it is.
 *
 * <p>A store that does not answer is waited for, but not for long: to keep what came is worth more
 * than to know what it contradicts. Where nothing can be read, or what is read is no reading of
 * ours, all is stored beside what is kept and counted as unchecked.
 */
final class RewriteCheck {
  private static final Logger LOG = LoggerFactory.getLogger(RewriteCheck.class);

  /** How long a store that takes lines and answers no question holds up what is to be stored. */
  static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final SeriesStore store;
  private final LongSupplier millis;

  /** Whether the last look failed: then the next does not wait, or each chunk would. */
  private volatile boolean gaveUp;

  /**
   * Describes it.
   *
   * @param millis the time, to see how long a look took
   */
  RewriteCheck(SeriesStore store, LongSupplier millis) {
    this.store = store;
    this.millis = millis;
  }

  /**
   * What became of a chunk in doubt.
   *
   * @param rewrites found in it
   * @param unchecked readings in doubt that could not be compared
   */
  record Settled(Chunk chunk, int rewrites, int unchecked) {}

  /** Compares; everything that was to be stored before is stored. */
  Settled settle(Chunk chunk) throws InterruptedException {
    Doubts doubts = Doubts.of(chunk);
    KeptReadings kept = new KeptReadings();
    int unchecked = 0;
    if (!doubts.isEmpty()) {
      unchecked = lookUp(doubts, kept) ? doubts.left() : doubts.count();
    }
    List<SeriesBatch> parts = new ArrayList<>();
    int rewrites = 0;
    for (SeriesBatch part : chunk.parts()) {
      if (part.isInDoubt()) {
        Part settled = new Part(part, kept);
        rewrites += settled.rewrites;
        if (settled.count() > 0) {
          parts.add(settled.batch());
        }
      } else {
        doubts.lines(part).forEach(kept::add);
        parts.add(part);
      }
    }
    return new Settled(new Chunk(parts), rewrites, unchecked);
  }

  private boolean lookUp(Doubts doubts, KeptReadings kept) throws InterruptedException {
    long begun = millis.getAsLong();
    for (int failures = 1; ; failures++) {
      RuntimeException why = failure(doubts, kept);
      if (why == null) {
        gaveUp = false;
        return true;
      }
      if (Thread.interrupted()) {
        throw new InterruptedException("stopped while reading series");
      }
      boolean passes = why instanceof SeriesException e && e.passes();
      if (!passes || gaveUp || millis.getAsLong() - begun >= LONGEST_WAIT.toMillis()) {
        if (!gaveUp) {
          LOG.error("The series store cannot be asked, rewrites are not found until it can", why);
        }
        gaveUp = true;
        return false;
      }
      if (failures == 1) {
        LOG.warn("The series store does not answer now: {}; waiting", why.getMessage());
      }
      Thread.sleep(Backoff.after(failures).toMillis());
    }
  }

  private @Nullable RuntimeException failure(Doubts doubts, KeptReadings kept) {
    try {
      store.settle(doubts.measures());
      doubts.lookUp(store, kept);
      return null;
    } catch (RuntimeException e) { // a row of somebody else may be anything
      return e;
    }
  }

  /** The lines of a message, what is kept already left out, and rewrites told before them. */
  private static final class Part {
    private final SeriesBatch from;
    private final Lines told = new Lines();
    private final StringBuilder text = new StringBuilder();
    private int lines;
    private int rewrites;

    Part(SeriesBatch from, KeptReadings kept) {
      this.from = from;
      new String(from.lines(), UTF_8).lines().forEach(line -> add(line, kept));
    }

    private void add(String line, KeptReadings kept) {
      ReadingLine reading = ReadingLine.of(line);
      if (reading != null) {
        if (reading.beside() > 0 && kept.holds(reading)) {
          return;
        }
        ReadingLine first = reading.beside() > 0 ? kept.first(reading) : null;
        if (first != null) {
          tell(first, reading);
        }
        kept.add(reading);
      }
      text.append(line).append('\n');
      lines++;
    }

    private void tell(ReadingLine first, ReadingLine reading) {
      Topic topic = Topic.parse(from.topic());
      @Nullable GatewayId gateway = topic == null ? null : topic.gateway();
      if (gateway != null) {
        rewrites++;
        told.addRewrite(
            reading.mine(),
            new Rewrite(
                gateway,
                reading.point(),
                reading.measure(),
                Instant.ofEpochMilli(reading.millis()),
                first.value(),
                first.quality(),
                reading.value(),
                reading.quality(),
                Rewrite.Cause.valueOf(from.doubt()),
                Instant.ofEpochMilli(from.received()),
                from.session(),
                from.sequence()));
      }
    }

    int count() {
      return lines + rewrites;
    }

    SeriesBatch batch() {
      int all = count();
      byte[] before = told.take();
      byte[] after = text.toString().getBytes(UTF_8);
      byte[] both = new byte[before.length + after.length];
      System.arraycopy(before, 0, both, 0, before.length);
      System.arraycopy(after, 0, both, before.length, after.length);
      return from.settled(all, both);
    }
  }
}
