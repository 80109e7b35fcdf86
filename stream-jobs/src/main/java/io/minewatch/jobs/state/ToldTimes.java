package io.minewatch.jobs.state;

import io.minewatch.judge.tape.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Up to where the clock of each stream of a mine told times before it was put back: such a time may
 * be told again, by another reading. A stream is what one gateway sends of one kind. Milliseconds
 * since 1970 UTC.
 *
 * <p>Late, missing, double: what fills a hole, comes in the backfill lane or again is not to be
 * heard here; what is not numbered neither. A card or a point whose old stamp is told again with
 * each message looks like a clock put back: a position of it is then stored once more beside its
 * millisecond, a reading is looked up anyway.
 */
public final class ToldTimes {
  /** Two kinds of as many gateways as are watched; of one more nothing is told. */
  static final int MOST = 512;

  private final TreeMap<String, Told> streams = new TreeMap<>();

  /**
   * @param highest that the clock ever told
   * @param before up to which it told times before it was put back
   */
  private record Told(long highest, long before) {}

  /**
   * Takes the times of the next message of a stream, which is neither late nor sent again: a clock
   * that tells a time at or before the highest one was put back, be it by less than a message
   * spans.
   */
  public void heard(String stream, long oldest, long newest) {
    Told known = streams.get(stream);
    if (known == null) {
      if (streams.size() < MOST) {
        streams.put(stream, new Told(newest, Long.MIN_VALUE));
      }
    } else {
      long before = oldest <= known.highest() ? known.highest() : known.before();
      streams.put(stream, new Told(Math.max(newest, known.highest()), before));
    }
  }

  /**
   * Up to which time, itself included, the clock of a stream may have told times before; {@link
   * Long#MIN_VALUE} if it was never put back.
   */
  public long before(String stream) {
    Told known = streams.get(stream);
    return known == null ? Long.MIN_VALUE : known.before();
  }

  void pass(Tape tape) {
    record Named(String stream, Told told) {}
    List<Named> held = new ArrayList<>();
    streams.forEach((stream, told) -> held.add(new Named(stream, told)));
    List<Named> passed =
        tape.list(
            held,
            each -> {
              tape.text(each.stream());
              tape.whole(each.told().highest());
              tape.whole(each.told().before());
              return each;
            },
            played -> new Named(played.text(""), new Told(played.whole(0L), played.whole(0L))));
    if (tape.isPlaying()) {
      streams.clear();
      passed.forEach(each -> streams.put(each.stream(), each.told()));
    }
  }
}
