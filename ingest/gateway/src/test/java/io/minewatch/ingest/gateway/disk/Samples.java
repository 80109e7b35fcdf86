package io.minewatch.ingest.gateway.disk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.gateway.kept.Entry;
import io.minewatch.ingest.gateway.kept.Stored;
import io.minewatch.ingest.gateway.message.Site;
import io.minewatch.ingest.gateway.message.WireMessage;
import java.time.Instant;

/** What the tests of the queue write. */
final class Samples {
  static final Site SITE = new Site(new MineCode("140921021337"), new GatewayId("gw-01"));
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Samples() {}

  static Entry entry(String text, Instant since) {
    return new Entry(
        new WireMessage(Topic.Kind.READINGS, "application/senml+json", text.getBytes(UTF_8), 1),
        since);
  }

  static String text(Stored entry) {
    return new String(entry.message().payload(), UTF_8);
  }
}
