package io.minewatch.alerting.desk;

import io.minewatch.series.note.Rewrite;
import io.minewatch.series.note.RewriteCount;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Readings that say something else than what was kept of the same point and time, as the archive
 * job found them. Nothing explains some of them: then it stands on everybody's console which mines
 * they are of, for as long as they are shown.
 */
public final class Rewrites {
  /** How far back they are looked for. */
  public static final Duration SHOWN = Duration.ofDays(7);

  private final SeriesStore series;
  private final Troubles troubles;
  private final Clock clock;
  private volatile List<RewriteCount> counts = List.of();

  public Rewrites(SeriesStore series, Troubles troubles, Clock clock) {
    this.series = series;
    this.troubles = troubles;
    this.clock = clock;
  }

  /** Looks; what was found before stays where the store does not answer. */
  public void round() {
    Instant now = clock.instant();
    counts = series.rewriteCounts(new Span(now.minus(SHOWN), now.plusSeconds(1)));
    List<String> mines =
        counts.stream()
            .filter(each -> each.cause() == Rewrite.Cause.UNEXPLAINED)
            .map(each -> each.mine().value())
            .distinct()
            .sorted()
            .toList();
    troubles.stands(Troubles.Kind.REWRITTEN, mines, now);
  }

  /** What was found of a mine, by gateway and point. */
  public List<RewriteCount> of(String mine) {
    return counts.stream().filter(each -> each.mine().value().equals(mine)).toList();
  }
}
