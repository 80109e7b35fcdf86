package io.minewatch.judge.feed;

import io.minewatch.domain.feed.Counted;
import io.minewatch.domain.feed.Hole;
import io.minewatch.judge.tape.Tape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The runs of messages of one gateway that did not come in their turn, each with what became of it.
 * {@link Gaps} knows what is missing now; this knows what was.
 *
 * <p>Bounded by {@link #MOST}: of one more, the oldest goes, whole ones first.
 */
final class Holes {
  /** Runs that are kept of one gateway: 100 bytes each. */
  static final int MOST = 32;

  private static final long UNTOLD = -1;

  private final List<Kept> all = new ArrayList<>();

  /** Readings in messages that did not come in their turn, and those that came later. */
  private long missed;

  private long came;

  /** One run. Changed in place. */
  private static final class Kept {
    String session = "";
    long from;
    long through;
    long since;
    long until;
    long came;
    long givenUp;
    long before;
    long readings = UNTOLD;
    long readingsCame;

    /** Whether it was not told since it changed. */
    boolean changed = true;

    long missing() {
      return through - from + 1 - came - givenUp - before;
    }

    Kept pass(Tape tape) {
      session = tape.text(session);
      from = tape.whole(from);
      through = tape.whole(through);
      since = tape.whole(since);
      until = tape.whole(until);
      came = tape.whole(came);
      givenUp = tape.whole(givenUp);
      before = tape.whole(before);
      readings = tape.whole(readings);
      readingsCame = tape.whole(readingsCame);
      changed = tape.flag(changed);
      return this;
    }

    Hole told() {
      boolean counts = readings != UNTOLD;
      return new Hole(
          session,
          from,
          through,
          Instant.ofEpochMilli(since),
          Instant.ofEpochMilli(until),
          came,
          givenUp,
          before,
          counts ? readings : null,
          counts ? readingsCame : null);
    }
  }

  /**
   * A run did not come in its turn.
   *
   * @param readings that it holds, or negative if that is not known
   */
  void open(String session, Gaps.Run run, long readings) {
    if (all.size() == MOST) {
      int whole = 0;
      while (whole < all.size() && all.get(whole).missing() > 0) {
        whole++;
      }
      all.remove(whole == all.size() ? 0 : whole);
    }
    Kept kept = new Kept();
    kept.session = session;
    kept.from = run.first();
    kept.through = run.last();
    kept.since = run.after();
    kept.until = run.before();
    if (readings >= 0) {
      kept.readings = readings;
      missed += readings;
    }
    all.add(kept);
  }

  /** One of the messages came after all. */
  void came(String session, long sequence, @Nullable Counted counted) {
    for (Kept kept : all) {
      boolean its = kept.from <= sequence && sequence <= kept.through;
      if (its && kept.session.equals(session)) {
        kept.came++;
        kept.changed = true;
        if (kept.readings != UNTOLD && counted != null) {
          kept.readingsCame += counted.own();
          came += counted.own();
        }
        return;
      }
    }
  }

  /** What can be lost of a run of numbers: how many of these are missing. */
  interface Losing {
    long lose(long first, long last);
  }

  /** These numbers will never come; what of them is missing is counted where it belongs. */
  void giveUp(String session, long first, long last, Losing losing) {
    for (Kept kept : within(session, first, last)) {
      long lost = losing.lose(Math.max(first, kept.from), Math.min(last, kept.through));
      kept.givenUp += lost;
      kept.changed |= lost > 0;
    }
  }

  /** These numbers came before our memory began. */
  void cameBefore(String session, long first, long last, Losing losing) {
    for (Kept kept : within(session, first, last)) {
      long lost = losing.lose(Math.max(first, kept.from), Math.min(last, kept.through));
      kept.before += lost;
      kept.changed |= lost > 0;
      if (lost > 0 && kept.readings != UNTOLD) {
        missed -= kept.readings - kept.readingsCame;
        kept.readings = UNTOLD; // how many of them ever were missing nobody knows
      }
    }
  }

  private List<Kept> within(String session, long first, long last) {
    List<Kept> found = new ArrayList<>(all);
    found.removeIf(
        kept -> kept.through < first || last < kept.from || !kept.session.equals(session));
    return found;
  }

  long readingsMissed() {
    return missed;
  }

  long readingsCame() {
    return came;
  }

  /** The newest of them, so many at most, oldest first. */
  List<Hole> told(int most) {
    List<Kept> newest = all.subList(Math.max(0, all.size() - most), all.size());
    return newest.stream().map(Kept::told).toList();
  }

  /** Those that changed since they were last asked for here. */
  List<Hole> changed() {
    List<Hole> told = new ArrayList<>();
    for (Kept kept : all) {
      if (kept.changed) {
        kept.changed = false;
        told.add(kept.told());
      }
    }
    return told;
  }

  void pass(Tape tape) {
    missed = tape.whole(missed);
    came = tape.whole(came);
    List<Kept> passed = tape.list(all, kept -> kept.pass(tape), played -> new Kept().pass(played));
    if (tape.isPlaying()) {
      all.clear();
      all.addAll(passed);
    }
  }
}
