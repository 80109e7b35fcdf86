package io.minewatch.jobs.state;

import io.minewatch.domain.feed.FindingsReceipt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings of a mine that alerting has not said to have, in the order sent. They are sent
 * again, ever more seldom, until it does: a broker may confirm a message and forget it. Whoever
 * hears one twice knows it by its id. Times are milliseconds since 1970 UTC.
 */
public final class Unanswered {
  /** Most findings kept for one mine; beyond it the oldest is left to the broker alone. */
  public static final int MOST = 4_000;

  /** Before a finding is sent again for the first time; doubled each time. */
  static final long FIRST_AGAIN = 15_000;

  /** Longest time between two times: while alerting is away its queue is not to be flooded. */
  static final long LAST_AGAIN = 3_600_000;

  /** Most findings that are sent again at once. */
  static final int AT_ONCE = 100;

  private static final Sent BLANK = new Sent(new byte[0], 0, 0);

  private final Map<String, Sent> byKey = new LinkedHashMap<>();
  private long wakeAt = MineState.NO_TIMER;

  private static final class Sent {
    private final byte[] payload;
    private final long pause;
    private final long due;

    Sent(byte[] payload, long pause, long due) {
      this.payload = payload;
      this.pause = pause;
      this.due = due;
    }
  }

  /**
   * Notes a finding that is being sent.
   *
   * @return how many are no longer kept for it, 0 or 1
   */
  public int sent(byte[] payload, long now) {
    String key = FindingsReceipt.keyOf(payload);
    int over = 0;
    if (byKey.size() >= MOST && !byKey.containsKey(key)) {
      byKey.remove(byKey.keySet().iterator().next());
      over = 1;
    }
    put(key, new Sent(payload, FIRST_AGAIN, now + FIRST_AGAIN));
    return over;
  }

  private void put(String key, Sent sent) {
    byKey.put(key, sent);
    wakeAt = Math.min(wakeAt, sent.due);
  }

  /** Forgets what alerting has; when it names nothing, it asks for all the rest at once. */
  public void taken(Collection<String> keys, long now) {
    keys.forEach(byKey::remove);
    if (keys.isEmpty()) {
      byKey.replaceAll((key, sent) -> new Sent(sent.payload, FIRST_AGAIN, now));
      wakeAt = now;
    }
    if (byKey.isEmpty()) {
      wakeAt = MineState.NO_TIMER;
    }
  }

  /** What is to be sent again by now, the oldest first; at most {@link #AT_ONCE}. */
  public List<byte[]> due(long now) {
    if (now < wakeAt) {
      return List.of();
    }
    List<byte[]> due = new ArrayList<>();
    wakeAt = MineState.NO_TIMER;
    byKey.replaceAll((key, sent) -> again(sent, now, due));
    return due;
  }

  private Sent again(Sent sent, long now, List<byte[]> due) {
    Sent next = sent;
    if (sent.due <= now && due.size() < AT_ONCE) {
      due.add(sent.payload);
      long pause = Math.min(2 * sent.pause, LAST_AGAIN);
      next = new Sent(sent.payload, pause, now + pause);
    }
    // What had no room now comes with the next second.
    wakeAt = Math.min(wakeAt, Math.max(next.due, now + 1_000));
    return next;
  }

  /** When something is due, or {@link MineState#NO_TIMER}. Early is possible, late is not. */
  public long wakeAt() {
    return wakeAt;
  }

  /** How many are kept. */
  public int size() {
    return byKey.size();
  }

  void pass(DataTape tape) {
    List<Sent> all =
        tape.list(List.copyOf(byKey.values()), s -> sent(tape, s), s -> sent(tape, BLANK));
    byKey.clear();
    wakeAt = MineState.NO_TIMER;
    all.forEach(sent -> put(FindingsReceipt.keyOf(sent.payload), sent));
  }

  private static Sent sent(DataTape tape, Sent held) {
    return new Sent(tape.bytes(held.payload), tape.whole(held.pause), tape.whole(held.due));
  }
}
