package io.minewatch.judge.muster;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.judge.tape.Tape;

/**
 * A time that somebody spent in a zone and that is over.
 *
 * @param until when the first position elsewhere was measured, or came, whichever is later;
 *     milliseconds since 1970 UTC
 */
record Stay(ZoneId zone, long until) {
  Stay record(Tape tape) {
    tape.text(zone.value());
    tape.whole(until);
    return this;
  }

  static Stay play(Tape tape) {
    return new Stay(new ZoneId(tape.text("")), tape.whole(0L));
  }
}
