package io.minewatch.judge.reported;

import io.minewatch.judge.tape.Tape;
import java.util.ArrayList;
import java.util.List;

/**
 * What one kind of alarm of one subject did so far. An alarm is known by its begin alone, so that a
 * clock put back neither hides one nor ends one. Times are milliseconds since 1970 UTC.
 */
final class Course {
  /** Begins that are remembered; one more pushes out the oldest. */
  static final int MOST = 8;

  /** Begins of those that stand; while there is one, a finding is open. */
  final List<Long> standing = new ArrayList<>();

  /** Begins of those that ended, so that an old file brings none of them back. */
  final List<Long> ended = new ArrayList<>();

  /** Begins of those that were told as past facts and are not known to have ended. */
  final List<Long> past = new ArrayList<>();

  /** Begin of the one that opened the finding. */
  long onset;

  /** When one was last told of; our time. */
  long received;

  /** Adds a begin. */
  static void note(List<Long> begins, long begin) {
    if (begins.size() == MOST) {
      begins.remove(0);
    }
    begins.add(begin);
  }

  boolean isOpen() {
    return !standing.isEmpty();
  }

  Course pass(Tape tape) {
    pass(tape, standing);
    pass(tape, ended);
    pass(tape, past);
    onset = tape.whole(onset);
    received = tape.whole(received);
    return this;
  }

  private static void pass(Tape tape, List<Long> begins) {
    List<Long> passed = tape.list(begins, tape::whole, played -> played.whole(0L));
    begins.clear();
    begins.addAll(passed);
  }
}
