package io.minewatch.jobs.root;

import io.minewatch.domain.feed.KeptRoots;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import io.minewatch.series.root.RootKey;
import io.minewatch.series.root.Sealer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is told of the hours at a checkpoint and hands it out when that has completed. A mine
 * is told again and again, also where nothing changed: only then does its reader know that nothing
 * is on its way. Keeps nothing through a failure; the next telling is soon.
 *
 * <p>Bounded as {@link io.minewatch.jobs.receipt.ReceiptDesk} is. Used by one task's thread.
 */
public final class RootDesk {
  /** How often a mine is told. */
  static final Duration EVERY = Duration.ofMinutes(5);

  private static final int MOST_PENDING = 4;

  private final Sealer sealer;
  private final Duration wait;
  private @Nullable Instant begun;
  private final Map<String, Roots> touched = new HashMap<>();
  private final Map<String, Instant> told = new HashMap<>();
  private final NavigableMap<Long, Map<String, KeptRoots>> pending = new TreeMap<>();
  private final Map<String, KeptRoots> ready = new HashMap<>();

  /**
   * A desk of one operator.
   *
   * @param restored the checkpoint that all state comes from, 0 for none: what came after it comes
   *     again, and until then nothing is told
   */
  public RootDesk(RootKey key, long restored) {
    sealer = key.sealer();
    wait = restored > 0 ? EVERY : Duration.ZERO;
  }

  /** Takes note of the newest sums of a mine; to be called after each change of them. */
  public void touched(String mine, Roots roots) {
    touched.put(mine, roots);
  }

  /** Writes what is due; it holds once this checkpoint has completed. */
  public void snapshot(long checkpoint, Instant at) {
    Map<String, KeptRoots> due = new HashMap<>();
    Instant first = begun == null ? at : begun;
    begun = first;
    touched.forEach(
        (mine, roots) -> {
          Instant last = told.get(mine);
          if (!at.isBefore(last == null ? first.plus(wait) : last.plus(EVERY))) {
            due.put(mine, roots.told(new MineCode(mine), at, sealer));
            told.put(mine, last == null ? at.minusMillis(apart(mine)) : at);
          }
        });
    while (pending.size() >= MOST_PENDING) { // what it held is told again by those after it
      Map<String, KeptRoots> oldest = pending.pollFirstEntry().getValue();
      oldest.keySet().forEach(told::remove);
    }
    pending.put(checkpoint, due);
  }

  /** So that not all mines are told at the same checkpoint for ever. */
  private static long apart(String mine) {
    return Math.floorMod(mine.hashCode(), EVERY.toMillis());
  }

  /** Makes ready what was written at this checkpoint and before it. */
  public void completed(long checkpoint) {
    NavigableMap<Long, Map<String, KeptRoots>> contained = pending.headMap(checkpoint, true);
    contained.values().forEach(ready::putAll);
    contained.clear();
  }

  /** Hands out what is ready of a mine, retained. */
  public void handOut(String mine, Consumer<Outgoing> to) {
    KeptRoots roots = ready.remove(mine);
    if (roots != null) {
      Topic topic = Topic.of(Topic.Kind.DATA_ROOTS, roots.mine());
      to.accept(Outgoing.retained(topic.toString(), Messages.write(roots), ContentTypes.JSON));
    }
  }
}
