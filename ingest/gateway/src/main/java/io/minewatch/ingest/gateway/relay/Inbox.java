package io.minewatch.ingest.gateway.relay;

import io.minewatch.domain.feed.Receipt;
import io.minewatch.ingest.gateway.disk.QueueNotes;
import io.minewatch.ingest.gateway.forward.Needed;
import io.minewatch.ingest.gateway.kept.Entry;
import io.minewatch.ingest.gateway.kept.FileMark;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What the other threads tell the relay. Bounded by them: an input waits for what it handed over,
 * the line has a window, receipts are two.
 */
final class Inbox {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition some = lock.newCondition();
  private final ArrayDeque<News> news = new ArrayDeque<>();
  private boolean closed;

  /** Something told. */
  interface News {
    /** Nobody will hear it any more. */
    default void drop() {}
  }

  /** Messages to be kept; {@code done} completes when they are safe. */
  record Keep(List<Entry> entries, @Nullable FileMark mark, CompletableFuture<Void> done)
      implements News {
    long bytes() {
      return entries.stream().mapToLong(Entry::bytes).sum();
    }

    @Override
    public void drop() {
      done.completeExceptionally(new CancellationException("the gateway has stopped"));
    }
  }

  /** A question to what the queue remembers. */
  record Ask(Question question, CompletableFuture<Boolean> answer) implements News {
    @Override
    public void drop() {
      answer.completeExceptionally(new CancellationException("the gateway has stopped"));
    }
  }

  /** Asked on the relay's thread. */
  interface Question {
    boolean ask(QueueNotes notes) throws IOException;
  }

  /** Things that could not be taken. */
  record Refused(long files, long records) implements News {}

  /** An input can or cannot be read. */
  record Input(String name, Reads reads) implements News {
    enum Reads {
      WELL,
      NOT
    }
  }

  /** The line is up, or is not. */
  enum Line implements News {
    UP,
    DOWN
  }

  /** What became of a message that was sent: null if the broker has it, else why not. */
  record Answer(long epoch, long sequence, @Nullable Throwable failure) implements News {}

  /** A receipt has come. */
  record Heard(Needed.By by, Receipt receipt) implements News {}

  void put(News item) {
    lock.lock();
    try {
      if (!closed) {
        news.add(item);
        some.signal();
        return;
      }
    } finally {
      lock.unlock();
    }
    item.drop();
  }

  /** The next news, waiting at most so long; null if none has come. */
  @Nullable News next(Duration wait) throws InterruptedException {
    long deadline = System.nanoTime() + wait.toNanos();
    lock.lockInterruptibly();
    try {
      while (news.isEmpty()) {
        long left = deadline - System.nanoTime();
        if (left <= 0 || !some.await(left, TimeUnit.NANOSECONDS)) {
          break;
        }
      }
      return news.poll();
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more; what is here and what comes is dropped. */
  void close() {
    List<News> rest;
    lock.lock();
    try {
      closed = true;
      rest = List.copyOf(news);
      news.clear();
    } finally {
      lock.unlock();
    }
    rest.forEach(News::drop);
  }
}
