package io.minewatch.domain.feed;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Messages of a gateway that did not come in their turn, and what became of them since.
 *
 * @param from the first of them, its number within the session
 * @param through the last of them, included
 * @param since when the last message before them reached us; for those before the first that we
 *     know, when that one did
 * @param until when the first message after them reached us
 * @param came of them, later
 * @param givenUp of them, that will never come
 * @param before of them, that came before our memory began: receipts covered them then
 * @param readings how many readings, positions and alarms they hold together, as the gateway counts
 *     them; null if it does not
 * @param readingsCame of these, how many came later; null likewise
 */
public record Hole(
    String session,
    long from,
    long through,
    Instant since,
    Instant until,
    long came,
    long givenUp,
    long before,
    @Nullable Long readings,
    @Nullable Long readingsCame) {
  public Hole {
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(until, "until");
    if (from < 0 || through < from) {
      throw new IllegalArgumentException(
          "a run goes upward from 0, was " + from + " to " + through);
    }
  }

  /** How many messages. */
  public long messages() {
    return through - from + 1;
  }

  /** How many of them are still missing. */
  public long missing() {
    return Math.max(0, messages() - came - givenUp - before);
  }
}
