package io.minewatch.judge.feed;

import io.minewatch.domain.feed.Counted;
import io.minewatch.domain.feed.Receipt;
import io.minewatch.judge.tape.Tape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers of one session came: all up to the highest, the gaps excepted. Exact: a number is
 * new or it is not, however far it lies below the highest.
 *
 * <p>Bounded by {@link #MOST_GAPS}: with one more, the two gaps with the fewest numbers between
 * them become one, and those between are forgotten to have come. They count as missing and are
 * asked for again; that they come twice is better than that one which never came is taken for safe.
 */
final class Numbering {
  /**
   * Most gaps kept apart for one session: 8 KB. A broker that is full drops in runs, not singly.
   */
  static final int MOST_GAPS = 256;

  private static final int NONE = -1;

  private String session;
  private int number;
  private long highest = NONE;
  private long highestAt;
  private long first = NONE;

  /** What the sender counted up to the highest; -1 if it does not. */
  private long through;

  private long touches;
  private long missing;
  private long recovered;
  private long forgotten;
  private final Gaps gaps = new Gaps();

  /**
   * A session of which nothing came yet.
   *
   * @param number tells the sessions of one mine apart, later ones are higher
   * @param began when it was first heard of, milliseconds since 1970 UTC
   */
  Numbering(String session, int number, long began) {
    this.session = session;
    this.number = number;
    this.highestAt = began;
  }

  String session() {
    return session;
  }

  int number() {
    return number;
  }

  /** What a number turned out to be. */
  enum Seen {
    DUPLICATE,
    /** The highest so far. */
    NEXT,
    /** Fills a hole. */
    FILLS
  }

  /**
   * Takes a number, from 0, that reached us at a time.
   *
   * @param counted what the sender counts; null if it does not
   * @param holes keeps what became of what did not come in its turn
   */
  Seen see(long sequence, long received, @Nullable Counted counted, Holes holes) {
    touches++;
    if (sequence <= highest) {
      Seen seen = fill(sequence);
      if (seen == Seen.FILLS) {
        holes.came(session, sequence, counted);
      }
      return seen;
    }
    if (sequence > highest + 1) {
      gaps.add(highest + 1, sequence - 1, highestAt, received);
      missing += sequence - highest - 1;
      long readings = counted == null || through == NONE ? NONE : counted.before() - through;
      holes.open(session, new Gaps.Run(highest + 1, sequence - 1, highestAt, received), readings);
      bound();
    }
    first = first == NONE ? sequence : first;
    highest = sequence;
    highestAt = received;
    through = counted == null ? NONE : counted.through();
    return Seen.NEXT;
  }

  /** The first number that was seen: what is below it may have come before we remember; or -1. */
  long first() {
    return first;
  }

  private Seen fill(long sequence) {
    int gap = gaps.find(sequence);
    if (gap < 0) {
      return Seen.DUPLICATE;
    }
    gaps.take(gap, sequence);
    missing--;
    recovered++;
    bound();
    return Seen.FILLS;
  }

  /**
   * Closes gaps that the sender says it can never fill; numbers that came stay as they are.
   *
   * @return what of the run was missing and is now lost
   */
  Gaps.Lost giveUp(long first, long last) {
    Gaps.Lost lost = gaps.cut(first, last);
    if (lost.count() > 0) {
      missing -= lost.count();
      touches++;
      bound();
    }
    return lost;
  }

  private void bound() {
    if (gaps.size() > MOST_GAPS) {
      long between = gaps.join();
      missing += between;
      forgotten += between;
    }
  }

  /** The sender speaks: it may not have heard what we know. */
  void touch() {
    touches++;
  }

  /** Grows whenever the sender should be told what came. */
  long touches() {
    return touches;
  }

  long highest() {
    return highest;
  }

  long missing() {
    return missing;
  }

  /** How many numbers came after a higher one. */
  long recovered() {
    return recovered;
  }

  /** How many numbers came and count as missing, because there were too many gaps. */
  long forgotten() {
    return forgotten;
  }

  boolean isWhole() {
    return gaps.size() == 0;
  }

  int gapCount() {
    return gaps.size();
  }

  /** When the last number before the first gap reached us. */
  long missingFrom() {
    return gaps.after(0);
  }

  /** When the first number after the last gap reached us. */
  long missingUntil() {
    return gaps.before(gaps.size() - 1);
  }

  List<Receipt.Gap> gaps() {
    List<Receipt.Gap> all = new ArrayList<>(gaps.size());
    for (int i = 0; i < gaps.size(); i++) {
      all.add(new Receipt.Gap(gaps.from(i), gaps.to(i)));
    }
    return all;
  }

  Numbering record(Tape tape) {
    return pass(tape);
  }

  static Numbering play(Tape tape) {
    return new Numbering("", 0, 0).pass(tape);
  }

  private Numbering pass(Tape tape) {
    session = tape.text(session);
    number = tape.whole(number);
    highest = tape.whole(highest);
    highestAt = tape.whole(highestAt);
    first = tape.whole(first);
    through = tape.whole(through);
    touches = tape.whole(touches);
    missing = tape.whole(missing);
    recovered = tape.whole(recovered);
    forgotten = tape.whole(forgotten);
    gaps.pass(tape);
    return this;
  }
}
