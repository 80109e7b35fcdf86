package io.minewatch.ingest.gateway.input;

import io.minewatch.ingest.gateway.bridge.FileBridge.Ending;
import java.time.Duration;
import java.time.Instant;

/**
 * What was seen of one file: whether it changes, since when it lies there. Pure.
 *
 * @param size in bytes
 * @param written when it was last written, by the file system
 * @param changed when we last saw it change, by the clock that never jumps
 * @param since when it came within our reach, by that clock: when it was first seen, but for a file
 *     that lay there when the gateway started, when it was written
 */
record Watch(long size, Instant written, Instant changed, Instant since) {
  /** What to do with a file now. */
  enum Verdict {
    TAKE,
    WAIT,
    REFUSE
  }

  /** A file seen for the first time. */
  static Watch first(long size, Instant written, Instant now, Instant since) {
    return new Watch(size, written, now, since);
  }

  Watch again(long newSize, Instant newWritten, Instant now) {
    boolean same = newSize == size && newWritten.equals(written);
    return same ? this : new Watch(newSize, newWritten, now, since);
  }

  boolean isSettled(Instant now, Duration settle) {
    return !now.isBefore(changed.plus(settle));
  }

  Verdict verdict(Ending ending, Instant now, FolderSettings rules) {
    return switch (ending) {
      case COMPLETE -> Verdict.TAKE;
      case UNMARKED -> isSettled(now, rules.settle()) ? Verdict.TAKE : Verdict.WAIT;
      case OPEN -> isSettled(now, rules.openLimit()) ? Verdict.REFUSE : Verdict.WAIT;
    };
  }
}
