package io.minewatch.ingest.gateway.relay;

import io.minewatch.domain.wire.Outgoing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A line that answers as it is told. */
final class FakeUplink implements Uplink {
  final List<Outgoing> data = new ArrayList<>();
  final List<Outgoing> statuses = new ArrayList<>();
  final Deque<CompletableFuture<Void>> open = new ArrayDeque<>();
  Outgoing will;
  int closed;

  @Override
  public synchronized CompletableFuture<Void> offer(Outgoing message) {
    if (message.isRetained()) {
      statuses.add(message);
      return CompletableFuture.completedFuture(null);
    }
    data.add(message);
    CompletableFuture<Void> answer = new CompletableFuture<>();
    open.add(answer);
    return answer;
  }

  synchronized int offered() {
    return data.size();
  }

  synchronized List<Long> sequences() {
    return data.stream().map(Outgoing::sequence).toList();
  }

  /** Answers the oldest that has no answer: null for taken. */
  void answer(Throwable failure) {
    CompletableFuture<Void> oldest;
    synchronized (this) {
      oldest = open.remove();
    }
    if (failure == null) {
      oldest.complete(null);
    } else {
      oldest.completeExceptionally(failure);
    }
  }

  @Override
  public synchronized void close() {
    closed++;
  }
}
