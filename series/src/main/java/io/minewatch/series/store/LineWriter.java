package io.minewatch.series.store;

/**
 * Sends lines to a series server, once, and tells how it answered. Creates the database or the
 * tables that it lacks. Writing the same line twice leaves one.
 *
 * <p>Used by one thread. A blocked write ends when its thread is interrupted; the interrupt flag
 * stays set.
 */
public interface LineWriter extends AutoCloseable {
  /** Sends lines as {@link Lines} makes them. Never throws for what a server or a network does. */
  Answer write(byte[] lines);

  @Override
  void close();
}
