package io.minewatch.servers;

import java.io.IOException;

/**
 * A server that a test needs. It keeps its port and its files between {@link #kill} and the next
 * {@link #start}, wherever it runs.
 */
public interface Server extends AutoCloseable {
  /** Where it listens on the loopback address of this machine. */
  int port();

  /** Begins to start it and returns at once; who starts it waits until it answers. */
  void start() throws IOException;

  /** Ends it at once, as a crash would; returns when it has ended. */
  void kill();

  /** Ends it for good. */
  @Override
  void close();
}
