package io.minewatch.bench.nation;

import io.minewatch.bench.process.Part;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.ingest.mqtt.Delivery;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttListener;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Somebody else who hears the findings: when each was on the bus, and whether one came twice. */
final class Witness implements AutoCloseable, MqttListener {
  private static final long TELL_NANOS = 10_000_000_000L;

  private final Map<String, Long> opened = new ConcurrentHashMap<>();
  private final Set<String> facts = ConcurrentHashMap.newKeySet();
  private final AtomicInteger doubled = new AtomicInteger();
  private final Set<String> mines = ConcurrentHashMap.newKeySet();
  private final CompletableFuture<MqttLink> link = new CompletableFuture<>();

  private Witness() {}

  /** Hears all findings. */
  static Witness ofFindings(MqttSettings line, Clock clock) {
    return new Witness().open(line.withClientId("observer.findings"), Topic.Kind.FINDINGS, clock);
  }

  /** Hears which mines are summed up, and so judged. */
  static Witness ofSummaries(MqttSettings line, Clock clock) {
    return new Witness().open(line.withClientId("observer.summaries"), Topic.Kind.SUMMARY, clock);
  }

  /** Waits until every mine of a run is summed up, and so judged. */
  static void awaitMines(Part judge, MqttSettings line, Platform.Run run, Duration patience) {
    AtomicLong told = new AtomicLong(System.nanoTime());
    try (Witness witness = ofSummaries(line, run.clock())) {
      judge.await(
          "all mines to be judged",
          patience,
          () -> {
            if (System.nanoTime() - told.get() > TELL_NANOS) {
              told.set(System.nanoTime());
              run.progress().accept("  " + witness.mines() + " mines are judged");
            }
            return witness.mines() >= run.settings().mines();
          });
    }
    run.progress().accept("all mines are judged");
  }

  private Witness open(MqttSettings line, Topic.Kind kind, Clock clock) {
    link.complete(
        MqttLink.open(
            line.withSessionExpiry(Duration.ZERO), List.of(Topic.filter(kind)), this, clock));
    return this;
  }

  @Override
  public void onMessage(Delivery delivery) {
    Envelope message = delivery.envelope();
    Topic topic = Topic.parse(message.topic());
    if (topic != null && topic.kind() == Topic.Kind.SUMMARY) {
      mines.add(topic.mine().value());
    } else {
      finding(message);
    }
    // The first message may come before open() has returned.
    var unused = link.thenAccept(opened -> opened.acknowledge(delivery));
  }

  private void finding(Envelope message) {
    long now = System.nanoTime();
    try {
      Finding finding = Messages.read(message.payload(), Finding.class);
      if (!facts.add(finding.id().value() + " " + finding.fingerprint())) {
        doubled.incrementAndGet();
      } else if (finding.fact() == 0) {
        opened.putIfAbsent(finding.id().value(), now);
      }
    } catch (WireException e) {
      throw new IllegalStateException(e.detail(), e);
    }
  }

  /** When the opening of a finding was heard; null if it never was. */
  @Nullable Long heardAt(String finding) {
    return opened.get(finding);
  }

  /** Facts that were heard more than once. */
  int doubled() {
    return doubled.get();
  }

  /** Facts of every check. */
  int facts() {
    return facts.size();
  }

  /** Mines that were summed up. */
  int mines() {
    return mines.size();
  }

  @Override
  public void close() {
    link.join().close();
  }
}
