package io.minewatch.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What was emitted and may be acknowledged only when a checkpoint that contains it has completed.
 * Bounded by the in-flight window: the broker sends no more than that unacknowledged.
 *
 * @param <T> one emitted message
 */
final class PendingAcks<T> {
  private final NavigableMap<Long, List<T>> byCheckpoint = new TreeMap<>();
  private List<T> sinceLast = new ArrayList<>();
  private int size;

  void emitted(T message) {
    sinceLast.add(message);
    size++;
  }

  /** Everything emitted so far is in this checkpoint. */
  void snapshot(long checkpoint) {
    byCheckpoint.computeIfAbsent(checkpoint, id -> new ArrayList<>()).addAll(sinceLast);
    sinceLast = new ArrayList<>();
  }

  /**
   * The messages to acknowledge now, in the order of emission. A checkpoint contains those before
   * it, also such as failed.
   */
  List<T> completed(long checkpoint) {
    NavigableMap<Long, List<T>> contained = byCheckpoint.headMap(checkpoint, true);
    List<T> messages = new ArrayList<>();
    contained.values().forEach(messages::addAll);
    contained.clear();
    size -= messages.size();
    return messages;
  }

  int size() {
    return size;
  }
}
