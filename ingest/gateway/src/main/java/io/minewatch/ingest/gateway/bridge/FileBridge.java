package io.minewatch.ingest.gateway.bridge;

import java.time.Instant;

/**
 * Turns the files of one family of formats into messages. Pure apart from its configuration and
 * what definition files have taught: the same file gives the same messages. Called by one thread at
 * a time.
 */
public interface FileBridge {
  /** Whether a file can be told to be complete from its content. */
  enum Ending {
    /** The end mark is there. */
    COMPLETE,
    /** The end mark is still missing: the file is waited for, and refused when it does not come. */
    OPEN,
    /** The format has no end mark: the file is complete when it has stopped growing. */
    UNMARKED
  }

  /** Whether this bridge reads files of this name; the first bridge that does has the file. */
  boolean takes(String name);

  /** Whether the file is complete. */
  Ending ending(FileContent file);

  /**
   * Reads a file; never throws for what is in it.
   *
   * @param now wall time: what times relative to "now" are relative to
   * @throws java.io.UncheckedIOException if what a file teaches cannot be kept; to be tried again
   */
  Translation translate(FileContent file, Instant now);

  /** What was translated last is safe on disk. */
  default void kept(FileContent file) {}
}
