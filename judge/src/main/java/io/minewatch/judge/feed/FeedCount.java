package io.minewatch.judge.feed;

import io.minewatch.domain.feed.Hole;
import io.minewatch.domain.feed.Summary;
import java.time.Instant;
import java.util.List;

/** Adds up what is missing of all sessions of a gateway that are kept. */
final class FeedCount {
  private final List<Numbering> sessions;
  private long missing;
  private long recovered;
  private int gaps;
  private long from = Long.MAX_VALUE;
  private long until = Long.MIN_VALUE;

  FeedCount(List<Numbering> sessions) {
    this.sessions = sessions;
    for (Numbering session : sessions) {
      missing += session.missing();
      recovered += session.recovered();
      gaps += session.gapCount();
      if (!session.isWhole()) {
        from = Math.min(from, session.missingFrom());
        until = Math.max(until, session.missingUntil());
      }
    }
  }

  Summary.Gateway summary(GatewayMemory gateway, List<Hole> holes, long offset, Presence presence) {
    Numbering running = sessions.isEmpty() ? null : sessions.get(sessions.size() - 1);
    return new Summary.Gateway(
        gateway.id(),
        Instant.ofEpochMilli(gateway.lastReceived()),
        offset,
        gateway.duplicates(),
        missing,
        running == null ? "" : running.session(),
        running == null ? -1 : running.highest(),
        gaps,
        gaps == 0 ? null : Instant.ofEpochMilli(from),
        gaps == 0 ? null : Instant.ofEpochMilli(until),
        gateway.recoveredBefore() + recovered,
        gateway.losses().givenUp().count(),
        gateway.losses().givenUp().from(),
        gateway.losses().givenUp().until(),
        gateway.losses().holes().readingsMissed(),
        gateway.losses().holes().readingsCame(),
        holes,
        presence.shown());
  }
}
