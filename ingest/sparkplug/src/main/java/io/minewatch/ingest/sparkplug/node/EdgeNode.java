package io.minewatch.ingest.sparkplug.node;

import io.minewatch.domain.reading.Quality;
import io.minewatch.ingest.sparkplug.message.Message;
import io.minewatch.ingest.sparkplug.message.Metric;
import io.minewatch.ingest.sparkplug.message.NodeId;
import io.minewatch.ingest.sparkplug.message.SparkplugTopic;
import io.minewatch.ingest.sparkplug.names.PointNames;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * One edge node: its births, its count, its death. After a gap in the count aliases may have been
 * dealt anew unheard; what is told by alias alone is then held until a birth says that they were
 * not.
 */
final class EdgeNode {
  /** Most devices of one edge node. */
  static final int MAX_DEVICES = 1_000;

  /** Most metrics that one edge node and its devices may have. */
  static final int MAX_METRICS = 50_000;

  /** How far its messages can be understood. */
  private enum State {
    UNBORN,
    BORN,
    UNSURE,
    DEAD
  }

  private final NodeId id;
  private final PointNames names;
  private final Asking asking = new Asking();

  /** By device; the empty name is the node itself. What is not here is not born. */
  private final Map<String, Source> sources = new HashMap<>();

  /** What a device, or the node, was before the birth that is awaited. */
  private final Map<String, Source> before = new HashMap<>();

  private final Waiting waiting;
  private State state = State.UNBORN;
  private long birth = Message.NO_BIRTH;
  private int next;

  EdgeNode(NodeId id, PointNames names) {
    this.id = id;
    this.names = names;
    waiting = new Waiting(id);
  }

  void take(SparkplugTopic topic, Message message, Instant now, Outcome.Gathering out) {
    switch (topic.type()) {
      case NBIRTH -> nodeBorn(topic, message, now, out);
      case NDEATH -> nodeDied(message, now, out);
      case DBIRTH -> deviceBorn(topic, message, now, out);
      case DDEATH -> deviceDied(topic, message, now, out);
      case NDATA, DDATA -> data(topic, message, now, out);
    }
  }

  /** Something may have been missed. */
  void doubt(Instant now, Outcome.Gathering out) {
    state = state == State.BORN ? State.UNSURE : state;
    ask(now, out);
  }

  private void ask(Instant now, Outcome.Gathering out) {
    if (asking.isDue(now)) {
      out.rebirth(id);
    }
  }

  private void nodeBorn(SparkplugTopic topic, Message message, Instant now, Outcome.Gathering out) {
    if (message.sequence() == Message.NO_SEQUENCE) {
      out.refuse(message.metrics().size(), id + ": a birth without a sequence number");
      ask(now, out);
      return;
    }
    boolean sameLife = message.birth() == birth && birth != Message.NO_BIRTH;
    if (sameLife && state != State.DEAD) {
      sources.forEach(before::putIfAbsent);
    } else {
      before.clear();
      waiting.drop("the edge node began a new life", out);
    }
    sources.clear();
    state = State.BORN;
    birth = message.birth();
    next = (message.sequence() + 1) % Message.SEQUENCES;
    asking.answered();
    born(topic, message, now, out);
  }

  private void deviceBorn(
      SparkplugTopic topic, Message message, Instant now, Outcome.Gathering out) {
    if (state == State.UNBORN || state == State.DEAD) {
      out.refuse(message.metrics().size(), topic.source() + ": born before its edge node");
      ask(now, out);
      return;
    }
    count(message, now, out);
    Source old = sources.remove(topic.device());
    if (old != null) {
      before.putIfAbsent(topic.device(), old);
    }
    born(topic, message, now, out);
  }

  private void born(SparkplugTopic topic, Message message, Instant now, Outcome.Gathering out) {
    int metrics = sources.values().stream().mapToInt(Source::size).sum();
    if (metrics + message.metrics().size() > MAX_METRICS || sources.size() > MAX_DEVICES) {
      out.refuse(
          message.metrics().size(),
          topic.source()
              + ": more than "
              + MAX_METRICS
              + " metrics or "
              + MAX_DEVICES
              + " devices");
      return;
    }
    Source source = Source.born(topic, message, names, out);
    sources.put(topic.device(), source);
    waiting.release(topic.device(), before.remove(topic.device()), source, out);
    for (Metric metric : message.metrics()) {
      Source.Known known = source.find(metric);
      if (known != null) {
        source.read(metric, known, sent(message, now), out);
      }
    }
  }

  private void nodeDied(Message message, Instant now, Outcome.Gathering out) {
    if (state == State.UNBORN || state == State.DEAD) {
      return; // whose points they were, no birth has told
    }
    if (message.birth() != birth && message.birth() != Message.NO_BIRTH) {
      // The will of a connection that is no more, told late.
      out.refuse(0, id + ": the death of life " + message.birth() + ", it is in life " + birth);
      return;
    }
    waiting.drop("the edge node died", out);
    sources.values().forEach(s -> s.died(Quality.OFFLINE_GATEWAY, now.toEpochMilli(), out));
    sources.clear();
    before.clear();
    state = State.DEAD;
  }

  private void deviceDied(
      SparkplugTopic topic, Message message, Instant now, Outcome.Gathering out) {
    if (state == State.UNBORN || state == State.DEAD) {
      ask(now, out);
      return;
    }
    count(message, now, out);
    Source source = sources.remove(topic.device());
    before.remove(topic.device());
    waiting.drop(topic.device(), "died while metrics were held for its birth", out);
    if (source != null) {
      source.died(Quality.DISCONNECTED, now.toEpochMilli(), out);
    }
  }

  private void data(SparkplugTopic topic, Message message, Instant now, Outcome.Gathering out) {
    Source source = sources.get(topic.device());
    if (state == State.UNBORN || state == State.DEAD) {
      out.refuse(message.metrics().size(), topic.source() + ": no birth was heard");
      ask(now, out);
      return;
    }
    count(message, now, out);
    if (source == null && !before.containsKey(topic.device())) {
      out.refuse(message.metrics().size(), topic.source() + ": no birth was heard");
      ask(now, out);
      return;
    }
    int unknown = 0;
    for (Metric metric : message.metrics()) {
      boolean byAlias = metric.name().isEmpty();
      if (byAlias && (state == State.UNSURE || source == null)) {
        waiting.hold(topic.device(), metric, sent(message, now), out);
        continue;
      }
      Source.Known known = source == null ? null : source.find(metric);
      if (known == null || source == null) {
        unknown++;
      } else {
        source.read(metric, known, sent(message, now), out);
      }
    }
    if (unknown > 0) {
      out.refuse(unknown, topic.source() + ": metrics that the birth does not name");
      ask(now, out);
    }
  }

  /** Follows the count; a gap, or a message without a number, makes aliases doubtful. */
  private void count(Message message, Instant now, Outcome.Gathering out) {
    boolean gap = message.sequence() != next;
    next =
        message.sequence() == Message.NO_SEQUENCE
            ? next
            : (message.sequence() + 1) % Message.SEQUENCES;
    if (gap) {
      state = State.UNSURE;
    }
    if (state == State.UNSURE) {
      ask(now, out);
    }
  }

  private static long sent(Message message, Instant now) {
    return message.millis() == Message.NO_TIME ? now.toEpochMilli() : message.millis();
  }
}
