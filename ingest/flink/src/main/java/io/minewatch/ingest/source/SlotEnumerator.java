package io.minewatch.ingest.source;

import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deals slots to readers by index: slot i goes to reader i modulo parallelism, each time that the
 * reader registers. Nothing else decides, so a restart or another parallelism needs no memory; a
 * reader hands no splits back and keeps none in its state.
 */
final class SlotEnumerator implements SplitEnumerator<SlotSplit, SlotsKnown> {
  private static final Logger LOG = LoggerFactory.getLogger(SlotEnumerator.class);

  private final SplitEnumeratorContext<SlotSplit> context;
  private final List<MqttSlot> slots;
  private final @Nullable SlotsKnown before;

  SlotEnumerator(
      SplitEnumeratorContext<SlotSplit> context,
      List<MqttSlot> slots,
      @Nullable SlotsKnown before) {
    this.context = context;
    this.slots = slots;
    this.before = before;
  }

  @Override
  public void start() {
    if (before == null) {
      return;
    }
    List<String> now = ids();
    List<String> orphans = before.clientIds().stream().filter(id -> !now.contains(id)).toList();
    if (!orphans.isEmpty()) {
      LOG.error(
          "the checkpoint read with the client ids {}, which are no longer configured: the broker"
              + " keeps messages for them that nobody reads",
          orphans);
    }
  }

  @Override
  public void addReader(int reader) {
    for (int i = reader; i < slots.size(); i += context.currentParallelism()) {
      context.assignSplit(new SlotSplit(slots.get(i)), reader);
    }
  }

  /** Nothing to keep: the reader gets its slots again when it registers again. */
  @Override
  public void addSplitsBack(List<SlotSplit> splits, int reader) {}

  @Override
  public void handleSplitRequest(int reader, @Nullable String host) {}

  @Override
  public SlotsKnown snapshotState(long checkpoint) {
    return new SlotsKnown(ids());
  }

  private List<String> ids() {
    return slots.stream().map(MqttSlot::clientId).toList();
  }

  @Override
  public void close() {}
}
