package io.minewatch.ingest.mqtt;

import io.minewatch.domain.wire.Outgoing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/**
 * The messages on their way out, in order: waiting, or sent and not yet confirmed. At most {@code
 * window} in all. When a connection ends, what was sent on it and not confirmed waits again, ahead
 * of the rest and in the old order. One thread runs it.
 */
final class Outbox implements Runnable {
  private final int window;
  private final LinkStats.Counters counters;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final Condition work = lock.newCondition();
  private final Deque<Item> waiting = new ArrayDeque<>();
  private final Map<Long, Item> sent = new LinkedHashMap<>();
  private final Deque<Item> answered = new ArrayDeque<>();
  private @Nullable Connection line;
  private long next;
  private boolean closed;

  private static final class Item {
    final long number;
    final Outgoing message;
    final CompletableFuture<Void> done = new CompletableFuture<>();
    long sentNanos;
    @Nullable Exception refusal;

    Item(long number, Outgoing message) {
      this.number = number;
      this.message = message;
    }
  }

  Outbox(int window, LinkStats.Counters counters) {
    this.window = window;
    this.counters = counters;
  }

  /** Takes a message; waits for room. */
  CompletableFuture<Void> put(Outgoing message) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!closed && size() >= window) {
        room.await();
      }
      return add(message);
    } finally {
      lock.unlock();
    }
  }

  /** Takes a message, or refuses it if there is no room now. */
  CompletableFuture<Void> putNow(Outgoing message) {
    lock.lock();
    try {
      if (!closed && size() >= window) {
        throw new RejectedExecutionException(
            "the publish window of " + window + " is full, and a callback must not wait");
      }
      return add(message);
    } finally {
      lock.unlock();
    }
  }

  private CompletableFuture<Void> add(Outgoing message) {
    if (closed) {
      return CompletableFuture.failedFuture(new CancellationException("the link is closed"));
    }
    Item item = new Item(next++, message);
    waiting.add(item);
    work.signal();
    return item.done;
  }

  private int size() {
    return waiting.size() + sent.size();
  }

  int unconfirmed() {
    lock.lock();
    try {
      return size();
    } finally {
      lock.unlock();
    }
  }

  /** From now on messages go out over this connection. */
  void attach(Connection connection) {
    lock.lock();
    try {
      line = connection;
      work.signal();
    } finally {
      lock.unlock();
    }
  }

  /** The connection is gone; what it did not confirm waits for the next one. */
  void detach() {
    lock.lock();
    try {
      line = null;
      List<Item> again = new ArrayList<>(sent.values());
      sent.clear();
      for (int i = again.size() - 1; i >= 0; i--) {
        waiting.addFirst(again.get(i));
      }
      counters.resent.add(again.size());
    } finally {
      lock.unlock();
    }
  }

  /** How long the oldest unconfirmed message has been under way; zero if none is. */
  long oldestNanos(long nowNanos) {
    lock.lock();
    try {
      return sent.isEmpty() ? 0 : nowNanos - sent.values().iterator().next().sentNanos;
    } finally {
      lock.unlock();
    }
  }

  /** Fails whatever is left and lets everybody go who waits. */
  void close() {
    lock.lock();
    try {
      closed = true;
      line = null;
      room.signalAll();
      work.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Carries messages to the connection and answers to their publishers, until closed. */
  @Override
  public void run() {
    while (carry()) {}
    failTheRest();
  }

  /** One message, or one answer; false when closed. */
  private boolean carry() {
    Item answer;
    Item message = null;
    Connection over = null;
    lock.lock();
    try {
      while (!closed && answered.isEmpty() && !maySend()) {
        work.awaitUninterruptibly();
      }
      answer = answered.poll();
      if (answer == null) {
        if (closed) {
          return false;
        }
        over = line;
        message = waiting.remove();
        message.sentNanos = System.nanoTime();
        sent.put(message.number, message);
      }
    } finally {
      lock.unlock();
    }
    if (message != null && over != null) {
      send(message, over);
    } else if (answer != null) {
      tell(answer);
    }
    return true;
  }

  private boolean maySend() {
    return line != null && !waiting.isEmpty() && sent.size() < line.sendWindow();
  }

  private void send(Item item, Connection over) {
    try {
      over.send(item.message, code -> answered(over, item, refusal(item, code)));
    } catch (MqttException e) {
      over.giveUp(e);
    } catch (IllegalArgumentException e) {
      // A topic or payload that cannot be sent at all; on every connection the same.
      answered(over, item, e);
    }
  }

  private void answered(Connection over, Item item, @Nullable Exception refusal) {
    lock.lock();
    try {
      if (over == line && sent.remove(item.number) != null) {
        item.refusal = refusal;
        answered.add(item);
        room.signal();
        work.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  private static @Nullable Exception refusal(Item item, @Nullable Integer code) {
    return code == null ? null : new MqttLink.PublishRefused(item.message.topic(), code);
  }

  private void tell(Item item) {
    if (item.refusal == null) {
      counters.published.increment();
      item.done.complete(null);
    } else {
      counters.refused.increment();
      item.done.completeExceptionally(item.refusal);
    }
  }

  private void failTheRest() {
    List<Item> left;
    lock.lock();
    try {
      left = new ArrayList<>(sent.values());
      left.addAll(waiting);
      sent.clear();
      waiting.clear();
    } finally {
      lock.unlock();
    }
    CancellationException closed = new CancellationException("the link was closed");
    left.forEach(item -> item.done.completeExceptionally(closed));
  }
}
