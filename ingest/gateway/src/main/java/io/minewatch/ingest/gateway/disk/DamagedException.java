package io.minewatch.ingest.gateway.disk;

import java.io.IOException;

/** The file of the queue is damaged. The next start checks it and sets it aside. */
public final class DamagedException extends IOException {
  DamagedException(Throwable cause) {
    super("the queue on disk is damaged: " + cause.getMessage(), cause);
  }
}
