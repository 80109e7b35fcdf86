package io.minewatch.ingest.gateway.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.gateway.forward.ForwardRules;
import io.minewatch.ingest.gateway.forward.Forwarding;
import io.minewatch.ingest.gateway.forward.Needed;
import io.minewatch.ingest.gateway.forward.Send;
import io.minewatch.ingest.gateway.forward.Tally;
import io.minewatch.ingest.gateway.message.WireMessage;
import io.minewatch.ingest.gateway.span.Spans;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EntryTest {
  private static final ForwardRules RULES = ForwardRules.DEFAULT.withNeeded(Needed.NONE);

  /** In the moment in which it comes. */
  @Test
  void whatIsOfThePastIsBackfillFromTheFirst() {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    WireMessage message = new WireMessage(Topic.Kind.READINGS, "application/json", new byte[10], 1);
    Entry past = Entry.past(message, now, RULES.liveFor());
    Forwarding forwarding = new Forwarding(RULES, new Spans(), new Spans(), Tally.ZERO);
    forwarding.connected(now);
    forwarding.stored(0, past.since(), now);
    forwarding.stored(1, new Entry(message, now).since(), now);
    assertThat(forwarding.next(now)).isEqualTo(new Send(1, Lane.LIVE));
    assertThat(forwarding.next(now)).isEqualTo(new Send(0, Lane.BACKFILL));
  }
}
