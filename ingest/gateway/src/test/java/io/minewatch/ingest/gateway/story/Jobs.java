package io.minewatch.ingest.gateway.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.Receipt;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.ingest.gateway.message.Site;
import io.minewatch.ingest.gateway.span.Spans;
import io.minewatch.ingest.mqtt.Delivery;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Plays the two jobs for one gateway: hears its messages, loses some on purpose, and sends receipts
 * for what it has.
 */
final class Jobs implements AutoCloseable {
  private static final Clock CLOCK = Clock.systemUTC();

  final List<Envelope> heard = new CopyOnWriteArrayList<>();
  final List<GatewayStatus> statuses = new CopyOnWriteArrayList<>();
  private final Set<Long> toLose = new HashSet<>();
  private final Map<String, String> payloads = new HashMap<>();
  private final Site site;
  private final MqttLink judge;
  private final MqttLink archive;
  private Spans has = new Spans();
  private String session = "";
  private int lost;

  Jobs(Site site, URI broker, String password) {
    this.site = site;
    CompletableFuture<MqttLink> opened = new CompletableFuture<>();
    judge =
        MqttLink.open(
            MqttSettings.of(broker, "judge", "judge", password),
            List.of(
                Topic.filter(Topic.Kind.READINGS, site.mine()),
                Topic.filter(Topic.Kind.POSITIONS, site.mine()),
                Topic.filter(Topic.Kind.STATUS, site.mine())),
            delivery -> {
              hear(delivery);
              var unused = opened.thenAccept(link -> link.acknowledge(delivery));
            },
            CLOCK);
    opened.complete(judge);
    archive =
        MqttLink.open(
            MqttSettings.of(broker, "archive", "archive", password), List.of(), d -> {}, CLOCK);
  }

  private synchronized void hear(Delivery delivery) {
    Envelope message = delivery.envelope();
    try {
      if (message.topic().endsWith("/status")) {
        statuses.add(Messages.read(message.payload(), GatewayStatus.class));
        return;
      }
    } catch (WireException e) {
      throw new AssertionError(e);
    }
    if (!session.equals(message.session())) {
      session = message.session();
      has = new Spans();
    }
    if (toLose.remove(message.sequence())) {
      lost++;
      return;
    }
    String name = message.session() + "/" + message.sequence();
    String text = new String(message.payload(), UTF_8);
    String before = payloads.putIfAbsent(name, text);
    if (before != null && !before.equals(text)) {
      throw new AssertionError(name + " is two messages: " + before + " and " + text);
    }
    has.add(message.sequence());
    heard.add(message);
  }

  /** The next time that these come they are lost behind the broker. */
  synchronized void lose(long... sequences) {
    for (long sequence : sequences) {
      toLose.add(sequence);
    }
  }

  synchronized int lost() {
    return lost;
  }

  synchronized Spans has() {
    return has.copy();
  }

  synchronized String session() {
    return session;
  }

  /** Both jobs say what they have. */
  void sendReceipts() {
    Receipt receipt;
    synchronized (this) {
      long through = has.isEmpty() ? -1 : has.last();
      List<Receipt.Gap> gaps =
          through < 0
              ? List.of()
              : Spans.of(0, through).without(has).list().stream()
                  .map(run -> new Receipt.Gap(run.from(), run.through()))
                  .toList();
      receipt = new Receipt(site.mine(), site.gateway(), session, through, gaps, CLOCK.instant());
    }
    say(judge, Topic.Kind.RECEIPT_JUDGED, receipt);
    say(archive, Topic.Kind.RECEIPT_KEPT, receipt);
  }

  void say(Receipt receipt) {
    say(judge, Topic.Kind.RECEIPT_JUDGED, receipt);
  }

  private void say(MqttLink link, Topic.Kind kind, Receipt receipt) {
    link.publish(
            Outgoing.retained(
                site.topic(kind).toString(), Messages.write(receipt), ContentTypes.JSON))
        .join();
  }

  /** Whether the last status says that the gateway has nothing left that is not covered. */
  boolean isAllCovered() {
    if (statuses.isEmpty()) {
      return false;
    }
    GatewayStatus last = statuses.get(statuses.size() - 1);
    return last.health() != null && last.health().queuedMessages() == 0;
  }

  @Override
  public void close() {
    judge.close();
    archive.close();
  }
}
