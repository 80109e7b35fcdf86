package io.minewatch.jobs.state;

import io.minewatch.domain.feed.FindingsReceipt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The findings of a mine that alerting has not said to have, in the order sent. They are sent again
 * until it does: a broker may confirm a message and forget it. Each goes again after 15 s and after
 * 30 s; then only when alerting has been heard since, and of those that nobody answers the oldest
 * alone, ever more seldom, so that the queue of an alerting that is away is not filled with
 * doubles. Whoever hears a finding twice knows it by its id. Times are milliseconds since 1970 UTC.
 */
public final class Unanswered {
  /** Most findings kept for one mine; beyond it the oldest is left to the broker alone. */
  public static final int MOST = 4_000;

  /** Most bytes of them. */
  public static final long MOST_BYTES = 1 << 20;

  /** Before a finding is sent again for the first time; doubled each time. */
  static final long FIRST_AGAIN = 15_000;

  /** Longest time between two times. */
  static final long LAST_AGAIN = 3_600_000;

  /** Most findings of a mine that are sent again at once. */
  static final int AT_ONCE = 20;

  /** What found no room comes with the next second. */
  private static final long NEXT = 1_000;

  private static final Sent BLANK = new Sent("", new byte[0], 0, 0);

  private final Map<String, Sent> byKey = new LinkedHashMap<>();
  private long bytes;
  private long heardAt = Long.MIN_VALUE;
  private long wakeAt = MineState.NO_TIMER;

  /** Never changed, so that a checkpoint may be written while judging goes on. */
  private static final class Sent {
    private final String key;
    private final byte[] payload;
    private final long at;
    private final long pause;

    Sent(String key, byte[] payload, long at, long pause) {
      this.key = key;
      this.payload = payload;
      this.at = at;
      this.pause = pause;
    }

    long due() {
      return at + pause;
    }

    Sent again(long now, long nextPause) {
      return new Sent(key, payload, now, nextPause);
    }
  }

  /**
   * Notes a finding that is being sent.
   *
   * @return how many are no longer kept for it
   */
  public int sent(byte[] payload, long now) {
    put(new Sent(FindingsReceipt.keyOf(payload), payload, now, FIRST_AGAIN));
    int over = 0;
    Iterator<Sent> oldest = byKey.values().iterator();
    while (byKey.size() > 1 && (byKey.size() > MOST || bytes > MOST_BYTES)) {
      bytes -= oldest.next().payload.length;
      oldest.remove();
      over++;
    }
    return over;
  }

  private void put(Sent sent) {
    Sent before = byKey.put(sent.key, sent);
    bytes += sent.payload.length - (before == null ? 0 : before.payload.length);
    wakeAt = Math.min(wakeAt, sent.due());
  }

  /** Forgets what alerting has; when it names nothing, it asks for all the rest at once. */
  public void taken(Collection<String> keys, long now) {
    heardAt = now;
    for (String key : keys) {
      Sent answered = byKey.remove(key);
      bytes -= answered == null ? 0 : answered.payload.length;
    }
    if (keys.isEmpty()) {
      byKey.replaceAll((key, sent) -> sent.again(now - FIRST_AGAIN, FIRST_AGAIN));
    }
    wakeAt = byKey.isEmpty() ? MineState.NO_TIMER : now;
  }

  /**
   * What is to be sent again by now, the oldest first; at most {@link #AT_ONCE}.
   *
   * @param room asked for each before it is taken
   */
  public List<byte[]> due(long now, BooleanSupplier room) {
    if (now < wakeAt) {
      return List.of();
    }
    List<byte[]> due = new ArrayList<>();
    wakeAt = MineState.NO_TIMER;
    boolean oldest = true;
    for (Map.Entry<String, Sent> each : byKey.entrySet()) {
      Sent sent = each.getValue();
      if (oldest || sent.pause <= 2 * FIRST_AGAIN || heardAt > sent.at) {
        if (sent.due() <= now && due.size() < AT_ONCE && room.getAsBoolean()) {
          due.add(sent.payload);
          sent = sent.again(now, Math.min(2 * sent.pause, LAST_AGAIN));
          each.setValue(sent);
        }
        wakeAt = Math.min(wakeAt, Math.max(sent.due(), now + NEXT));
      }
      oldest = false;
    }
    return due;
  }

  /** When something may be due, or {@link MineState#NO_TIMER}. Early is possible, late is not. */
  public long wakeAt() {
    return wakeAt;
  }

  /** How many are kept. */
  public int size() {
    return byKey.size();
  }

  /** Recording changes nothing. */
  void pass(DataTape tape) {
    long heard = tape.whole(heardAt);
    List<Sent> all = tape.list(byKey.values(), s -> sent(tape, s), s -> sent(tape, BLANK));
    if (tape.isPlaying()) {
      heardAt = heard;
      all.forEach(this::put);
    }
  }

  private static Sent sent(DataTape tape, Sent held) {
    return new Sent(
        tape.text(held.key), tape.bytes(held.payload), tape.whole(held.at), tape.whole(held.pause));
  }
}
