package io.minewatch.e2e.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.ingest.mqtt.Delivery;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Somebody who listens at the broker: all findings, and the latest summary. */
final class Overheard implements AutoCloseable {
  private final List<Finding> findings = new CopyOnWriteArrayList<>();
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final List<String> unreadable = new CopyOnWriteArrayList<>();
  private final MqttLink link;
  private volatile @Nullable Summary summary;

  /** A fact as it came, the same fact as often as it came. */
  record Heard(Finding finding, Instant at) {
    /** What the same fact has in common however often and by whomever it is told. */
    String fact() {
      return finding.id() + "/" + finding.fact();
    }

    /** From the reading that made it. */
    Duration late() {
      return Duration.between(finding.measured(), at);
    }
  }

  Overheard(MqttSettings line) {
    CompletableFuture<MqttLink> itself = new CompletableFuture<>();
    link =
        MqttLink.open(
            line,
            List.of(
                Topic.filter(Topic.Kind.FINDINGS, Plant.MINE),
                Topic.filter(Topic.Kind.SUMMARY, Plant.MINE)),
            delivery -> {
              take(delivery);
              itself.join().acknowledge(delivery);
            },
            Clock.systemUTC());
    itself.complete(link);
    Awaitility.await("the listener is connected")
        .atMost(Duration.ofSeconds(30))
        .until(link::isConnected);
  }

  private void take(Delivery delivery) {
    byte[] payload = delivery.envelope().payload();
    try {
      if (delivery.envelope().topic().endsWith("/findings")) {
        Finding finding = Messages.read(payload, Finding.class);
        findings.add(finding);
        heard.add(new Heard(finding, Instant.ofEpochMilli(delivery.envelope().receivedMillis())));
      } else {
        summary = Messages.read(payload, Summary.class);
      }
    } catch (WireException e) {
      unreadable.add(e.detail());
    }
  }

  /** Everything that was told, in the order in which it came. */
  List<Heard> all() {
    assertThat(unreadable).isEmpty();
    return List.copyOf(heard);
  }

  /** Early warnings and outages of the same point are other findings. */
  private static boolean isAbout(Finding finding, String point) {
    return finding.check() == Check.LIMIT && finding.subject().toString().equals(point);
  }

  /** Waits for a fact of this kind about a limit of a point. */
  Finding await(String point, FindingKind kind) {
    return Awaitility.await(point + " is " + kind)
        .atMost(Duration.ofSeconds(45))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                findings.stream()
                    .filter(f -> isAbout(f, point) && f.kind() == kind)
                    .findFirst()
                    .orElse(null),
            found -> found != null);
  }

  /** Waits for a summary of which this is true. */
  Summary awaitSummary(String what, Predicate<Summary> isTrue) {
    Awaitility.await(what)
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> summary != null && isTrue.test(summary));
    Summary now = summary;
    if (now == null) {
      throw new IllegalStateException("it was there");
    }
    return now;
  }

  /** Waits until the last reading is judged: no message of the gateway is missing or refused. */
  void assertAllJudged(List<FieldGateway.Sent> sent) {
    Instant last = sent.get(sent.size() - 1).at();
    Summary summary = awaitSummary("the last reading is judged", s -> last.equals(s.lastReading()));
    assertThat(summary.gateways()).hasSize(1);
    assertThat(summary.gateways().get(0).missing()).isZero();
    assertThat(summary.rejected()).isZero();
  }

  /**
   * The facts about a point, all of one finding: numbered from 0 without a gap, and one that came
   * twice said the same twice.
   */
  List<Finding> facts(String point) {
    assertThat(unreadable).isEmpty();
    SortedMap<Integer, Finding> facts = new TreeMap<>();
    for (Finding fact : findings) {
      if (isAbout(fact, point)) {
        Finding known = facts.putIfAbsent(fact.fact(), fact);
        assertThat(meaning(fact)).isEqualTo(meaning(known == null ? fact : known));
      }
    }
    List<Finding> all = new ArrayList<>(facts.values());
    assertThat(all).extracting(Finding::id).containsOnly(all.get(0).id());
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i).fact()).isEqualTo(i);
    }
    return all;
  }

  /**
   * Everything but when it reached us and when it was judged, which a second judging may change.
   */
  private static List<Object> meaning(Finding f) {
    return List.of(
        f.id(),
        f.fact(),
        f.kind(),
        f.rule(),
        f.severity(),
        f.onset(),
        f.measured(),
        String.valueOf(f.value()),
        f.quality(),
        f.limit(),
        f.peak(),
        f.peakAt(),
        f.planVersion());
  }

  @Override
  public void close() {
    link.close();
  }
}
