package io.minewatch.e2e.console;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Topic;
import io.minewatch.e2e.bus.QuietBus;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** A broker by which findings come as fast as they are given, and which takes all that is said. */
final class FloodBus extends QuietBus {
  /** Findings that are safe in the service. */
  final AtomicInteger acknowledged = new AtomicInteger();

  void finding(Finding finding, Instant now) {
    receiver()
        .durable(
            new Envelope(
                Topic.of(Topic.Kind.FINDINGS, finding.mine()).toString(),
                Messages.write(finding),
                ContentTypes.JSON,
                "",
                Envelope.NO_SEQUENCE,
                Lane.LIVE,
                now.toEpochMilli()),
            acknowledged::incrementAndGet);
  }
}
