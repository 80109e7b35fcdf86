package io.minewatch.ingest.gateway.forward;

import io.minewatch.domain.feed.Receipt;
import io.minewatch.domain.reading.Lane;
import io.minewatch.ingest.gateway.span.Spans;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole decision of what a gateway sends: which message next and in which lane, which again,
 * and what may be forgotten. Every message on disk is in exactly one place: fresh (to be sent
 * live), backlog (to be sent as backfill), under way, aside (the broker takes none of its kind
 * now), or settled (the broker has it, its receipts are awaited).
 *
 * <p>Late, missing, double: receipts may come at any time, in any order, twice, or never; a
 * confirmation may come for a message that was forgotten meanwhile. No message leaves before all
 * whose word is needed cover it, or the disk gave it up. Live messages go in order of their
 * sequence; so does the backlog beside them, at its own rate. Not shared between threads.
 *
 * <p>All times are of one clock that never jumps.
 */
public final class Forwarding {
  /** Most messages aside at once, of all kinds: they are kept in memory. */
  public static final int MOST_ASIDE = 10_000;

  private final ForwardRules rules;
  private final Map<Needed.By, Cover> covers = new EnumMap<>(Needed.By.class);
  private final Spans held;
  private final Spans confirmed;
  private final Waiting waiting;
  private final UnderWay underWay = new UnderWay();
  private final Recent recent;
  private final Allowance allowance;
  private @Nullable Instant connectedAt;
  private Tally tally;

  /**
   * Goes on after a start.
   *
   * @param held what is on disk
   * @param confirmed what of it is known to have been confirmed by the broker earlier
   */
  public Forwarding(ForwardRules rules, Spans held, Spans confirmed, Tally tally) {
    this.rules = rules;
    this.held = held.copy();
    this.confirmed = confirmed.and(held);
    this.tally = tally;
    waiting = new Waiting(rules.liveFor(), held.without(confirmed));
    recent = new Recent(rules.again().patience());
    allowance = new Allowance(rules.backfillPerSecond());
    rules.needed().by().forEach(by -> covers.put(by, new Cover()));
  }

  /**
   * A message is safe on disk.
   *
   * @param since when it came in
   */
  public void stored(long sequence, Instant since, Instant now) {
    held.add(sequence);
    waiting.add(sequence, since, now);
  }

  /** A message that was on disk at the start came in recently. */
  public void isYoung(long sequence, Instant since, Instant now) {
    waiting.isYoung(sequence, since, now);
  }

  public void connected(Instant now) {
    connectedAt = now;
    covers.values().forEach(Cover::connectedAnew);
  }

  public void disconnected() {
    connectedAt = null;
  }

  /** The next message to send now, which is under way from now on; null for none. */
  public @Nullable Send next(Instant now) {
    waiting.age(now);
    if (connectedAt == null || underWay.size() >= rules.window()) {
      return null;
    }
    Map.Entry<Long, Instant> live = waiting.takeFresh();
    if (live != null) {
      underWay.add(live.getKey(), Lane.LIVE, live.getValue());
      return new Send(live.getKey(), Lane.LIVE);
    }
    if (!waiting.hasBacklog()
        || underWay.backfill() >= rules.backfillWindow()
        || !knowsWhatIsNeeded(connectedAt, now)
        || !allowance.allows(now)) {
      return null;
    }
    allowance.take();
    long first = waiting.takeBacklog();
    underWay.add(first, Lane.BACKFILL, null);
    return new Send(first, Lane.BACKFILL);
  }

  private boolean knowsWhatIsNeeded(Instant connected, Instant now) {
    return covers.values().stream().allMatch(Cover::hasSpoken)
        || !now.isBefore(connected.plus(rules.again().receiptWait()));
  }

  /** The broker has it. */
  public void confirmed(long sequence, Instant now) {
    UnderWay.Parcel parcel = underWay.remove(sequence);
    if (parcel == null || !held.contains(sequence)) {
      return;
    }
    if (confirmed.contains(sequence)) {
      tally = new Tally(tally.live(), tally.backfill(), tally.again() + 1);
    } else if (parcel.lane() == Lane.LIVE) {
      tally = new Tally(tally.live() + 1, tally.backfill(), tally.again());
    } else {
      tally = new Tally(tally.live(), tally.backfill() + 1, tally.again());
    }
    confirmed.add(sequence);
    recent.add(sequence, now);
  }

  /** It was not confirmed: the connection ended, or the broker refused. It waits again. */
  public void failed(long sequence, Instant now) {
    UnderWay.Parcel parcel = underWay.remove(sequence);
    if (parcel != null && held.contains(sequence)) {
      waiting.add(sequence, parcel.since(), now);
    }
  }

  /**
   * What {@link #next} gave cannot go now: it is out of the window until it has failed.
   *
   * @return false if as many as may be are aside: it waits in the backlog then, before what came
   *     after it
   */
  public boolean setAside(long sequence) {
    if (underWay.aside() < MOST_ASIDE) {
      underWay.setAside(sequence);
      return true;
    }
    underWay.remove(sequence);
    waiting.addBacklog(Spans.of(sequence, sequence));
    return false;
  }

  /** Whether it waits to be sent and is neither under way nor aside. */
  public boolean isWaiting(long sequence) {
    return waiting.contains(sequence);
  }

  /** A receipt of our session has come; what it names as missing is sent again, if it is time. */
  public void receipt(Needed.By by, Receipt receipt, Instant now) {
    Cover cover = covers.get(by);
    if (cover != null && cover.take(receipt)) {
      waiting.addBacklog(settledFor(cover.missing(), now));
    }
  }

  /** To be called every second or so: probes receipts that stand still. */
  public void tick(Instant now) {
    if (connectedAt == null) {
      return;
    }
    for (Cover cover : covers.values()) {
      Spans owed = settledFor(held.without(cover.covered()), now);
      if (cover.isStalled(!owed.isEmpty(), now, rules.again())) {
        Spans probe = owed.lowest(rules.again().probe());
        probe.add(owed.last());
        waiting.addBacklog(probe);
      }
    }
  }

  /** Of these, what the broker has had for longer than our patience, and does not wait anew. */
  private Spans settledFor(Spans wanted, Instant now) {
    Spans settled = wanted.and(held).and(confirmed);
    settled.removeAll(recent.at(now));
    waiting.removeFrom(settled);
    underWay.sequences().forEach(settled::remove);
    return settled;
  }

  /**
   * What everybody whose word is needed covers, and so may be forgotten; it is forgotten here. What
   * is under way stays until it is confirmed.
   *
   * @param most at most so many at once, the oldest
   */
  public Spans forget(long most) {
    Spans safe = held.copy();
    if (rules.needed() == Needed.NONE) {
      safe = safe.and(confirmed);
    }
    for (Cover cover : covers.values()) {
      safe = safe.and(cover.covered());
    }
    underWay.sequences().forEach(safe::remove);
    safe = safe.lowest(most);
    drop(safe);
    return safe;
  }

  /** The disk has given these up; they are sent no more. */
  public void gaveUp(Spans spans) {
    drop(spans);
    underWay.gaveUp(spans);
  }

  private void drop(Spans spans) {
    held.removeAll(spans);
    confirmed.removeAll(spans);
    waiting.drop(spans);
    recent.remove(spans);
  }

  /** What of the messages on disk the broker has confirmed; a copy, to be kept for a restart. */
  public Spans confirmedSoFar() {
    return confirmed.copy();
  }

  /** How many messages are on disk and may not be forgotten yet. */
  public long heldCount() {
    return held.count();
  }

  /** How many of them wait to be sent, in either lane or aside. */
  public long waitingCount() {
    return waiting.count() + underWay.aside();
  }

  public Tally tally() {
    return tally;
  }
}
