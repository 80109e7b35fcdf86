package io.minewatch.ingest.gateway.relay;

import io.minewatch.domain.feed.Receipt;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.gateway.disk.DiskQueue;
import io.minewatch.ingest.gateway.forward.ForwardRules;
import io.minewatch.ingest.gateway.forward.Forwarding;
import io.minewatch.ingest.gateway.forward.Needed;
import io.minewatch.ingest.gateway.forward.Send;
import io.minewatch.ingest.gateway.forward.Tally;
import io.minewatch.ingest.gateway.kept.Entry;
import io.minewatch.ingest.gateway.kept.FileMark;
import io.minewatch.ingest.gateway.kept.Progress;
import io.minewatch.ingest.gateway.kept.Stored;
import io.minewatch.ingest.gateway.kept.Young;
import io.minewatch.ingest.gateway.message.Site;
import io.minewatch.ingest.gateway.span.Spans;
import io.minewatch.ingest.mqtt.MqttLink;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what {@link Forwarding} decides: between the queue on disk and the line. Of the
 * relay's thread.
 */
final class Dispatch {
  /** Deleted in one transaction: a long backlog is forgotten in many short ones. */
  static final int FORGET_AT_ONCE = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

  private final ForwardRules rules;
  private final DiskQueue queue;
  private final Site site;
  private final Inbox inbox;
  private Forwarding forwarding;
  private Progress kept;
  private long epoch;
  private boolean connected;
  private final Map<Topic.Kind, Pause> pauses = new EnumMap<>(Topic.Kind.class);
  private OnTheWay onTheWay = new OnTheWay();

  Dispatch(ForwardRules rules, DiskQueue queue, Site site, Inbox inbox, Instant now)
      throws IOException {
    this.rules = rules;
    this.queue = queue;
    this.site = site;
    this.inbox = inbox;
    kept = queue.notes().progress();
    forwarding = new Forwarding(rules, queue.held(), kept.confirmed(), kept.tally());
    findYoung(now);
  }

  private void findYoung(Instant now) throws IOException {
    for (Young young : queue.youngerThan(now.minus(rules.liveFor()))) {
      forwarding.isYoung(young.sequence(), young.since(), now);
    }
  }

  /** Writes messages; they are safe when it returns. */
  void store(List<Entry> entries, List<FileMark> marks, Instant now) throws IOException {
    long first = queue.next();
    Spans lost = queue.append(entries, marks, forwarding.confirmedSoFar());
    if (!lost.isEmpty()) {
      LOG.error("the queue is full: gave up {} messages, {}", lost.count(), lost);
      forwarding.gaveUp(lost);
      pauses.values().forEach(pause -> pause.gaveUp(lost));
    }
    for (int i = 0; i < entries.size(); i++) {
      forwarding.stored(first + i, entries.get(i).since(), now);
    }
  }

  void connected(Instant now) {
    pauses.values().forEach(Pause::end);
    connected = true;
    forwarding.connected(now);
  }

  void disconnected() {
    connected = false;
    forwarding.disconnected();
  }

  /** Sends what may be sent now. */
  void send(Uplink uplink, Instant now) throws IOException {
    takeBack(now);
    long sender = epoch;
    while (!onTheWay.isFull()) {
      Send next = forwarding.next(now);
      if (next == null) {
        return;
      }
      long sequence = next.sequence();
      Stored stored = queue.read(sequence);
      if (stored == null) {
        LOG.error("message {} of {} is damaged and is given up", sequence, queue.sessionId());
        forwarding.failed(sequence, now);
        forwarding.gaveUp(Spans.of(sequence, sequence));
        continue;
      }
      Pause pause = pauses.get(stored.message().kind());
      if (pause != null && pause.holdsBack(now)) {
        if (forwarding.setAside(sequence)) {
          pause.putAside(sequence);
        }
        continue;
      }
      if (pause != null) {
        pause.goes(sequence);
      }
      onTheWay.add(sequence, stored.message());
      Outgoing message =
          Outgoing.numbered(
                  site.topic(stored.message().kind()).toString(),
                  stored.message().payload(),
                  stored.message().contentType(),
                  queue.sessionId(),
                  sequence,
                  next.lane())
              .withCounted(stored.counted());
      var unused =
          uplink
              .offer(message)
              .whenComplete(
                  (taken, failure) -> inbox.put(new Inbox.Answer(sender, sequence, failure)));
    }
  }

  private void takeBack(Instant now) {
    for (Pause pause : pauses.values()) {
      if (pause.hasEnded()) {
        pause.takeBack().forEach(sequence -> forwarding.failed(sequence, now));
      } else if (pause.wantsProbe(now)) {
        Long candidate = pause.takeBackOne(forwarding::isWaiting);
        if (candidate != null) {
          forwarding.failed(candidate, now);
        }
      }
    }
  }

  void answered(Inbox.Answer answer, Instant now) {
    if (answer.epoch() != epoch) {
      return;
    }
    Topic.Kind kind = onTheWay.remove(answer.sequence());
    Throwable failure = answer.failure();
    Pause before = kind == null ? null : pauses.get(kind);
    if (before != null) {
      before.answered(answer.sequence());
    }
    if (failure == null) {
      if (before != null) {
        before.wasTaken(now);
      }
      forwarding.confirmed(answer.sequence(), now);
      return;
    }
    forwarding.failed(answer.sequence(), now);
    if (failure instanceof MqttLink.PublishRefused && kind != null) {
      Pause pause = pauses.computeIfAbsent(kind, k -> new Pause());
      if (!pause.lasts(now)) {
        LOG.error(
            "the broker refuses what we send of {}; trying again in {}: {}",
            kind,
            pause.begin(now),
            failure.toString());
      }
    }
  }

  /**
   * Takes a receipt.
   *
   * @return false if it covers what we never sent: the disk has gone back in time, and a new
   *     session has to begin
   */
  boolean receipt(Needed.By by, Receipt receipt, Instant now) {
    if (!receipt.session().equals(queue.sessionId())) {
      LOG.debug("a receipt of another session, {}", receipt.session());
      return true;
    }
    if (receipt.through() >= queue.next()) {
      LOG.error(
          "{} knows message {} of {}, and the next one here would be {}: the queue on disk has gone"
              + " back in time; a new session begins",
          by,
          receipt.through(),
          queue.sessionId(),
          queue.next());
      return false;
    }
    forwarding.receipt(by, receipt, now);
    return true;
  }

  void beginSession(String session, Instant now) throws IOException {
    epoch++;
    queue.beginSession(session);
    onTheWay = new OnTheWay();
    pauses.clear();
    kept = queue.notes().progress();
    forwarding = new Forwarding(rules, queue.held(), new Spans(), Tally.ZERO);
    findYoung(now);
  }

  /** To be called every second or so. */
  void tidy(Instant now) throws IOException {
    forwarding.tick(now);
    keepProgress();
  }

  void keepProgress() throws IOException {
    Spans forgotten = forwarding.forget(FORGET_AT_ONCE);
    while (!forgotten.isEmpty()) {
      queue.forget(forgotten, progress());
      forgotten = forwarding.forget(FORGET_AT_ONCE);
    }
    Progress progress = progress();
    if (!progress.equals(kept)) {
      queue.forget(new Spans(), progress);
      kept = progress;
    }
  }

  private Progress progress() {
    return new Progress(forwarding.confirmedSoFar(), forwarding.tally());
  }

  Tally tally() {
    return forwarding.tally();
  }

  /** Whether there is something to send and a connection to send it over. */
  boolean isWaiting() {
    return connected && forwarding.waitingCount() > 0;
  }
}
