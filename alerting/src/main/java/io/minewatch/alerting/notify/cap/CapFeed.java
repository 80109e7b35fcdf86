package io.minewatch.alerting.notify.cap;

import java.time.Instant;
import java.util.List;

/** The Atom feed (RFC 4287) under which our alerts are fetched. */
public final class CapFeed {
  private static final String ID = "urn:minewatch:cap";

  private CapFeed() {}

  /** One message in it. */
  public record Entry(String identifier, String title, Instant sent, String href) {}

  /** Writes it; {@code now} counts where it is empty. */
  public static String atom(List<Entry> entries, Instant now) {
    return CapWriter.feed(ID, entries.isEmpty() ? now : entries.get(0).sent(), entries);
  }
}
