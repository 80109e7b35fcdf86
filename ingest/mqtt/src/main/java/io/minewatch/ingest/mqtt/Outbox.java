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
 * The messages on their way out, in order: waiting, or sent and not yet confirmed; at most {@code
 * window} in all. When a connection ends, what was not confirmed waits again in the old order; what
 * was only offered to that connection fails. One thread runs it.
 */
final class Outbox implements Runnable {
  private final int window;
  private final LinkStats.Counters counters;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final Condition work = lock.newCondition();
  private final Deque<Letter> waiting = new ArrayDeque<>();
  private final Map<Long, Letter> sent = new LinkedHashMap<>();
  private final Deque<Letter> answered = new ArrayDeque<>();
  private @Nullable Connection line;
  private long next;
  private boolean closed;

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
      return add(message, Letter.Patience.UNTIL_CONFIRMED);
    } finally {
      lock.unlock();
    }
  }

  /** Takes a message for the connection that is up; fails if there is none, or no room now. */
  CompletableFuture<Void> offer(Outgoing message) {
    lock.lock();
    try {
      if (!closed && line == null) {
        return CompletableFuture.failedFuture(new MqttLink.ConnectionLost());
      }
      if (!closed && size() >= window) {
        return CompletableFuture.failedFuture(
            new RejectedExecutionException("the publish window of " + window + " is full"));
      }
      return add(message, Letter.Patience.THIS_CONNECTION);
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
      return add(message, Letter.Patience.UNTIL_CONFIRMED);
    } finally {
      lock.unlock();
    }
  }

  private CompletableFuture<Void> add(Outgoing message, Letter.Patience patience) {
    if (closed) {
      return CompletableFuture.failedFuture(new CancellationException("the link is closed"));
    }
    Letter letter = new Letter(next++, message, patience);
    waiting.add(letter);
    work.signal();
    return letter.done;
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

  /** The connection is gone; what it did not confirm waits for the next one, or fails. */
  void detach() {
    List<Letter> ending;
    lock.lock();
    try {
      line = null;
      List<Letter> again = new ArrayList<>(sent.values());
      List<Letter> behind = new ArrayList<>(waiting);
      sent.clear();
      waiting.clear();
      ending = Letter.takeEnding(again);
      ending.addAll(Letter.takeEnding(behind));
      waiting.addAll(again);
      waiting.addAll(behind);
      counters.resent.add(again.size());
      room.signalAll();
    } finally {
      lock.unlock();
    }
    MqttLink.ConnectionLost lost = new MqttLink.ConnectionLost();
    ending.forEach(letter -> letter.done.completeExceptionally(lost));
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
    Letter answer;
    Letter message = null;
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
      answer.tell(counters);
    }
    return true;
  }

  private boolean maySend() {
    return line != null && !waiting.isEmpty() && sent.size() < line.sendWindow();
  }

  private void send(Letter letter, Connection over) {
    try {
      over.send(letter.message, code -> answered(over, letter, refusal(letter, code)));
    } catch (MqttException e) {
      over.giveUp(e);
    } catch (IllegalArgumentException e) {
      // A topic or payload that cannot be sent at all; on every connection the same.
      answered(over, letter, e);
    }
  }

  private void answered(Connection over, Letter letter, @Nullable Exception refusal) {
    lock.lock();
    try {
      if (over == line && sent.remove(letter.number) != null) {
        letter.refusal = refusal;
        answered.add(letter);
        room.signal();
        work.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  private static @Nullable Exception refusal(Letter letter, @Nullable Integer code) {
    return code == null ? null : new MqttLink.PublishRefused(letter.message.topic(), code);
  }

  private void failTheRest() {
    List<Letter> left;
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
    left.forEach(letter -> letter.done.completeExceptionally(closed));
  }
}
