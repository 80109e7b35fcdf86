package io.minewatch.jobs.receipt;

import io.minewatch.domain.feed.Receipt;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import io.minewatch.judge.feed.GatewayMemory;
import io.minewatch.judge.feed.Gateways;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Writes receipts at a checkpoint and hands them out when it has completed: what a gateway is told
 * to forget has survived. Keeps nothing through a failure; a receipt that is lost is covered by the
 * next one, which is due as soon as the gateway sends anything, new or again.
 *
 * <p>Bounded: one receipt for each session that a mine's memory keeps, newer ones in place of older
 * ones, and at most {@link #MOST_PENDING} checkpoints that have neither completed nor been followed
 * by one that has. Used by one task's thread.
 */
public final class ReceiptDesk {
  /** Checkpoints that fail leave their receipts to the next; more than one is seldom under way. */
  static final int MOST_PENDING = 4;

  private final Topic.Kind kind;
  private final Map<String, Gateways> touched = new HashMap<>();
  private final Map<String, Map<Integer, Long>> written = new HashMap<>();
  private final NavigableMap<Long, Written> pending = new TreeMap<>();
  private final Written ready = new Written();

  /** Receipts by mine and number of the session: the running session's is handed out last. */
  private static final class Written {
    final Map<String, NavigableMap<Integer, Receipt>> byMine = new HashMap<>();

    void put(String mine, int source, Receipt receipt) {
      byMine.computeIfAbsent(mine, key -> new TreeMap<>()).put(source, receipt);
    }

    void putAll(Written later) {
      later.byMine.forEach(
          (mine, receipts) ->
              byMine.computeIfAbsent(mine, key -> new TreeMap<>()).putAll(receipts));
    }
  }

  /**
   * A desk of one operator.
   *
   * @param kind {@code RECEIPT_JUDGED} or {@code RECEIPT_KEPT}
   */
  public ReceiptDesk(Topic.Kind kind) {
    this.kind = kind;
  }

  /** Takes note of the newest memory of a mine; to be called after each change of it. */
  public void touched(String mine, Gateways gateways) {
    touched.put(mine, gateways);
  }

  /** Writes what is due; it holds once this checkpoint has completed. */
  public void snapshot(long checkpoint, Instant at) {
    Written due = new Written();
    touched.forEach((mine, gateways) -> write(mine, gateways, at, due));
    touched.clear();
    while (pending.size() >= MOST_PENDING) {
      Written oldest = pending.pollFirstEntry().getValue();
      Written next = pending.isEmpty() ? due : pending.firstEntry().getValue();
      oldest.putAll(next);
      next.byMine.putAll(oldest.byMine);
    }
    pending.put(checkpoint, due);
  }

  private void write(String mine, Gateways gateways, Instant at, Written due) {
    Map<Integer, Long> before = written.getOrDefault(mine, Map.of());
    Map<Integer, Long> now = new HashMap<>();
    for (GatewayMemory.Due each : gateways.receipts(new MineCode(mine), at)) {
      now.put(each.source(), each.touches());
      if (before.getOrDefault(each.source(), 0L) != each.touches()) {
        due.put(mine, each.source(), each.receipt());
      }
    }
    written.put(mine, now);
  }

  /** Makes ready what was written at this checkpoint and before it. */
  public void completed(long checkpoint) {
    NavigableMap<Long, Written> contained = pending.headMap(checkpoint, true);
    contained.values().forEach(ready::putAll);
    contained.clear();
  }

  /** Hands out what is ready of a mine, retained. */
  public void handOut(String mine, Consumer<Outgoing> to) {
    NavigableMap<Integer, Receipt> receipts = ready.byMine.remove(mine);
    if (receipts != null) {
      receipts.values().forEach(receipt -> to.accept(message(receipt)));
    }
  }

  private Outgoing message(Receipt receipt) {
    Topic topic = Topic.of(kind, receipt.mine(), receipt.gateway());
    return Outgoing.retained(topic.toString(), Messages.write(receipt), ContentTypes.JSON);
  }
}
