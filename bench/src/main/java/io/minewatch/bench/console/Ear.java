package io.minewatch.bench.console;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * What one console hears of the event stream, read byte by byte: it keeps of each point the newest
 * update, and of each update when every point had it or a newer one.
 */
final class Ear implements Flow.Subscriber<List<ByteBuffer>> {
  private static final byte[] POINT = "\"point\":\"P".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] MEASURED = "\"measured\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final int UP_TO_SECONDS = 14;
  private static final int UP_TO_MILLIS = 17;

  /** Where in an object the reader is. */
  private enum At {
    ELSEWHERE,
    POINT,
    MEASURED
  }

  private final Updates updates;
  private final int expected;
  private final int[] newest;
  private final int[] got;
  private final AtomicLongArray complete;
  private Flow.@Nullable Subscription subscription;
  private final AtomicLong overtaken = new AtomicLong();
  private volatile boolean ended;
  private At at = At.ELSEWHERE;
  private int pointMatch;
  private int measuredMatch;
  private long digits;
  private int digitCount;
  private int point = -1;
  private int update = Updates.UNKNOWN;

  /**
   * Listens.
   *
   * @param points of the mine
   * @param most updates that may come
   */
  Ear(Updates updates, int points, int most) {
    this.updates = updates;
    int quiet = 0;
    for (int each = 0; each < points; each++) {
      quiet += BigMine.isQuiet(each) ? 1 : 0;
    }
    expected = points - quiet;
    newest = new int[points];
    Arrays.fill(newest, -1);
    got = new int[most];
    complete = new AtomicLongArray(most);
  }

  /** Nanosecond at which every point had this update or a newer one; 0 for not yet. */
  long completeAt(int number) {
    return complete.get(number);
  }

  /** Readings that never came because newer ones of their points did. */
  long overtaken() {
    return overtaken.get();
  }

  /** Whether the stream has ended. */
  boolean hasEnded() {
    return ended;
  }

  @Override
  public void onSubscribe(Flow.Subscription to) {
    subscription = to;
    to.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      while (buffer.hasRemaining()) {
        take(buffer.get());
      }
    }
  }

  private void take(byte next) {
    switch (at) {
      case ELSEWHERE -> look(next);
      case POINT -> {
        if (next == '"') {
          point = (int) digits;
          at = At.ELSEWHERE;
        } else {
          digit(next);
        }
      }
      case MEASURED -> {
        if (next == '"') {
          update = updates.number(digitCount == UP_TO_SECONDS ? digits * 1_000 : digits);
          at = At.ELSEWHERE;
        } else if (digitCount < UP_TO_MILLIS) {
          digit(next);
        }
      }
    }
  }

  private void look(byte next) {
    if (next == '}') {
      if (point >= 0 && update >= 0) {
        heard();
      }
      point = -1;
      update = Updates.UNKNOWN;
    }
    pointMatch = matched(POINT, pointMatch, next);
    measuredMatch = matched(MEASURED, measuredMatch, next);
    if (pointMatch == POINT.length) {
      begin(At.POINT);
    } else if (measuredMatch == MEASURED.length) {
      begin(At.MEASURED);
    }
  }

  private void begin(At where) {
    at = where;
    pointMatch = 0;
    measuredMatch = 0;
    digits = 0;
    digitCount = 0;
  }

  private static int matched(byte[] word, int so, byte next) {
    return next == word[so] ? so + 1 : next == word[0] ? 1 : 0;
  }

  private void digit(byte next) {
    if (next >= '0' && next <= '9') {
      digits = digits * 10 + next - '0';
      digitCount++;
    }
  }

  private void heard() {
    if (point >= newest.length || BigMine.isQuiet(point) || update >= got.length) {
      return;
    }
    int before = newest[point];
    if (before >= 0 && update > before + 1) {
      overtaken.addAndGet(update - before - 1L);
    }
    for (int each = before + 1; each <= update; each++) {
      if (++got[each] == expected) {
        complete.set(each, System.nanoTime());
      }
    }
    newest[point] = Math.max(before, update);
  }

  @Override
  public void onError(Throwable why) {
    ended = true;
  }

  @Override
  public void onComplete() {
    ended = true;
  }

  /** Closes the console. */
  void close() {
    Flow.Subscription open = subscription;
    if (open != null) {
      open.cancel();
    }
  }
}
