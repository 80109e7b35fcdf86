package io.minewatch.alerting.notify;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How each channel fares: down after it said so, or after some failures in a row. */
public final class Health {
  /** Failures in a row, retries of one attempt among them. */
  private static final int DOWN_AFTER = 3;

  private final Clock clock;
  private final Map<String, Line> lines = new TreeMap<>();

  public Health(Clock clock) {
    this.clock = clock;
  }

  /**
   * One channel.
   *
   * @param failures in a row
   * @param since when it went down, or null while it is not
   * @param lastWell when something last went well, or null
   */
  public record Line(
      String channel,
      int failures,
      @Nullable Instant since,
      @Nullable Instant lastWell,
      String reason) {
    public boolean isDown() {
      return since != null;
    }
  }

  /** Takes a result; answers the channel's line if it has just gone down, else null. */
  public synchronized @Nullable Line took(String channel, Result result) {
    Line before = lines.getOrDefault(channel, new Line(channel, 0, null, null, ""));
    Instant now = clock.instant();
    if (result.isOk()) {
      lines.put(channel, new Line(channel, 0, null, now, ""));
      return null;
    }
    if (result.kind() == Result.Kind.DROP) {
      return null; // one number that is wrong says nothing of the channel
    }
    int failures = before.failures() + 1;
    boolean down = result.kind() == Result.Kind.STOP || failures >= DOWN_AFTER;
    Instant since = before.since() == null && down ? now : before.since();
    Line after = new Line(channel, failures, since, before.lastWell(), result.reason());
    lines.put(channel, after);
    return before.isDown() || !down ? null : after;
  }

  /** All that anything is known of, by name. */
  public synchronized Map<String, Line> all() {
    return Map.copyOf(lines);
  }

  /** Names of those that are down. */
  public synchronized List<String> down() {
    return lines.values().stream().filter(Line::isDown).map(Line::channel).toList();
  }
}
