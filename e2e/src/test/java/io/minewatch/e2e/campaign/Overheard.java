package io.minewatch.e2e.campaign;

import static org.awaitility.Awaitility.await;

import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.e2e.process.Answers;
import io.minewatch.ingest.mqtt.Delivery;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the judge job says: findings, by their names, and the latest summary. */
final class Overheard implements AutoCloseable {
  private final Map<String, Finding> findings = new TreeMap<>();
  private final List<String> unreadable = new ArrayList<>();
  private final MqttLink alerting;
  private final CompletableFuture<MqttLink> line = new CompletableFuture<>();
  private @Nullable Summary summary;

  /**
   * @param alerting whose link takes the answers
   */
  Overheard(MqttSettings settings, MqttLink alerting) {
    this.alerting = alerting;
    List<String> filters =
        List.of(
            Topic.filter(Topic.Kind.FINDINGS, Works.MINE),
            Topic.filter(Topic.Kind.SUMMARY, Works.MINE));
    line.complete(MqttLink.open(settings, filters, this::hear, Clock.systemUTC()));
  }

  private void hear(Delivery delivery) {
    byte[] payload = delivery.envelope().payload();
    Topic topic = Topic.parse(delivery.envelope().topic());
    try {
      if (topic != null && topic.kind() == Topic.Kind.SUMMARY) {
        take(Messages.read(payload, Summary.class));
      } else {
        take(Messages.read(payload, Finding.class));
        Answers.taken(alerting, Works.MINE, payload);
      }
    } catch (WireException e) {
      synchronized (this) {
        unreadable.add(e.detail());
      }
    }
    var unused = line.thenAccept(link -> link.acknowledge(delivery));
  }

  /** As alerting does when its session is lost. */
  void ask() {
    Answers.ask(alerting, Works.MINE);
  }

  private synchronized void take(Summary heard) {
    summary = summary == null || heard.at().isAfter(summary.at()) ? heard : summary;
  }

  /** A fact is known by what it says; it may be told again after a restart. */
  private synchronized void take(Finding finding) {
    findings.put(finding.id() + "/" + finding.kind() + "/" + finding.measured(), finding);
  }

  private synchronized @Nullable Summary summary() {
    return summary;
  }

  Summary awaitSummary(Predicate<Summary> fits, Duration atMost) {
    return await().atMost(atMost).until(this::summary, s -> s != null && fits.test(s));
  }

  synchronized List<Finding> opened() {
    return findings.values().stream().filter(f -> f.kind() == FindingKind.OPENED).toList();
  }

  synchronized List<String> unreadable() {
    return List.copyOf(unreadable);
  }

  @Override
  public void close() {
    line.join().close();
  }
}
