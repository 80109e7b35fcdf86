package io.minewatch.ingest.gateway.relay;

import io.minewatch.domain.feed.GatewayHealth;
import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.gateway.forward.Tally;
import io.minewatch.ingest.gateway.kept.Counts;
import io.minewatch.ingest.gateway.kept.Session;
import io.minewatch.ingest.gateway.message.Site;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Writes what the gateway says of itself. */
final class Statuses {
  private final Site site;
  private final RelaySettings settings;
  private final Set<String> unread = new HashSet<>();

  Statuses(Site site, RelaySettings settings) {
    this.site = site;
    this.settings = settings;
  }

  /** Notes which inputs cannot be read, for every status from now on. */
  void input(Inbox.Input input) {
    if (input.reads() == Inbox.Input.Reads.NOT) {
      unread.add(input.name());
    } else {
      unread.remove(input.name());
    }
  }

  /** The last will: "network cut" (断网). It cannot know how the queue will be doing. */
  Outgoing will(String session, Instant at) {
    return retained(
        new GatewayStatus(
            site.mine(),
            site.gateway(),
            session,
            GatewayStatus.State.CUT,
            at,
            settings.software()));
  }

  Outgoing status(
      GatewayStatus.State state, Session session, Tally tally, Counts counts, Instant at) {
    GatewayHealth health =
        new GatewayHealth(
            session.messages(),
            session.bytes(),
            settings.queueLimitBytes(),
            session.oldest(),
            session.next(),
            tally.live(),
            tally.backfill(),
            tally.again(),
            session.givenUp(),
            session.ranges(),
            counts.refusedFiles(),
            counts.refusedRecords(),
            unread.size(),
            session.lowest());
    return retained(
        new GatewayStatus(
            site.mine(), site.gateway(), session.id(), state, at, settings.software(), health));
  }

  private Outgoing retained(GatewayStatus status) {
    return Outgoing.retained(
        site.topic(Topic.Kind.STATUS).toString(), Messages.write(status), ContentTypes.JSON);
  }
}
