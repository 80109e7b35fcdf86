package io.minewatch.ingest.gateway.relay;

import io.minewatch.ingest.gateway.disk.DamagedException;
import io.minewatch.ingest.gateway.kept.Entry;
import io.minewatch.ingest.gateway.kept.FileMark;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits to be written together, in one synchronised write. If the disk refuses it stays, and
 * whoever brought it waits.
 */
final class Batch {
  private static final Logger LOG = LoggerFactory.getLogger(Batch.class);
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

  private final List<Inbox.Keep> unsafe = new ArrayList<>();
  private long bytes;
  private Instant notBefore = Instant.MIN;

  void add(Inbox.Keep keep) {
    unsafe.add(keep);
    bytes += keep.bytes();
  }

  long bytes() {
    return bytes;
  }

  boolean isDue(Instant now) {
    return !unsafe.isEmpty() && !now.isBefore(notBefore);
  }

  /**
   * Writes it, and tells whoever waits.
   *
   * @throws DamagedException if there is no sense in trying again
   */
  void store(Dispatch dispatch, Instant now) throws DamagedException {
    List<Entry> entries = new ArrayList<>();
    List<FileMark> marks = new ArrayList<>();
    for (Inbox.Keep keep : unsafe) {
      entries.addAll(keep.entries());
      if (keep.mark() != null) {
        marks.add(keep.mark());
      }
    }
    try {
      dispatch.store(entries, marks, now);
    } catch (DamagedException e) {
      throw e;
    } catch (IOException e) {
      LOG.error("cannot write {} messages; what brought them waits", entries.size(), e);
      notBefore = now.plus(AGAIN_AFTER);
      return;
    }
    List<Inbox.Keep> safe = List.copyOf(unsafe);
    unsafe.clear();
    bytes = 0;
    safe.forEach(keep -> keep.done().complete(null));
  }

  /** Gives up: whoever waits is told that nothing is safe. */
  void drop() {
    unsafe.forEach(Inbox.Keep::drop);
  }
}
