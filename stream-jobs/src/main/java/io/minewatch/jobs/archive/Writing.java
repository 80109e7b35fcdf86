package io.minewatch.jobs.archive;

import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Topic;
import io.minewatch.series.store.Lines;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How a kind of message that needs no plan becomes lines. */
interface Writing {
  /** Writes the lines of a message; answers why it cannot be read, or null. */
  @Nullable RejectReason write(Envelope message, Topic topic, Feed.Taken taken, Lines lines)
      throws IOException;
}
