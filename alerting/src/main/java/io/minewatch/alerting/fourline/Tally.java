package io.minewatch.alerting.fourline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up the four lines of one place. Used by one thread, for one row. */
final class Tally {
  /** Of one line: the times of each subject, each mine and each point, to be united. */
  private static final class Parts {
    private final Map<String, List<Span>> subjects = new HashMap<>();
    private final Map<String, List<Span>> mines = new HashMap<>();
    private final Map<String, List<Span>> points = new HashMap<>();

    /** Of points that are counted and not named. */
    private Duration unnamed = Duration.ZERO;

    private void add(Outage outage, Span span, @Nullable String point) {
      put(subjects, outage.mine() + "/" + (point == null ? outage.subject() : point), span);
      put(mines, outage.mine(), span);
      if (point != null) {
        put(points, outage.mine() + "/" + point, span);
        return;
      }
      outage.points().forEach(each -> put(points, outage.mine() + "/" + each, span));
      int left = outage.size() - outage.points().size();
      unnamed = unnamed.plus(span.length().multipliedBy(left));
    }

    private static void put(Map<String, List<Span>> all, String key, Span span) {
      all.computeIfAbsent(key, any -> new ArrayList<>()).add(span);
    }

    private Row.Count count(Spans unwatched) {
      int times = subjects.values().stream().mapToInt(each -> Spans.of(each).parts().size()).sum();
      Duration time = total(mines.values(), unwatched);
      return new Row.Count(times, time, total(points.values(), unwatched).plus(unnamed));
    }

    private static Duration total(Collection<List<Span>> all, Spans unwatched) {
      Duration total = Duration.ZERO;
      for (List<Span> each : all) {
        for (Span span : Spans.of(each).parts()) {
          for (Span watched : unwatched.without(span)) {
            total = total.plus(watched.length());
          }
        }
      }
      return total;
    }
  }

  private final Spans unwatched;
  private final Instant now;
  private final Map<FourLine, Parts> lines = new EnumMap<>(FourLine.class);
  private final Parts region = new Parts();

  /** Whatever was not heard, by whosever fault. */
  private final Parts absent = new Parts();

  private int platform;
  private int open;
  private int mines;
  private Duration unwatchedTime = Duration.ZERO;
  private Duration expected = Duration.ZERO;

  Tally(Spans unwatched, Instant now) {
    this.unwatched = unwatched;
    this.now = now;
  }

  /**
   * A mine, or a point of one, belongs to the place for this time: so much is there to be heard.
   */
  void expects(int points, Span period) {
    Span past = period.within(new Span(Instant.EPOCH, now));
    Duration missed = unwatched.within(past).total();
    mines++;
    unwatchedTime = missed.compareTo(unwatchedTime) > 0 ? missed : unwatchedTime;
    expected = expected.plus(past.length().minus(missed).multipliedBy(points));
  }

  /**
   * Adds what of an outage lies within a period.
   *
   * @param point the one that is asked about; null for all that lie behind it
   */
  void add(Judged judged, Span period, @Nullable String point) {
    Outage outage = judged.outage();
    Span span = outage.span(now).within(period);
    if (span.isEmpty()) {
      return;
    }
    if (outage.line() != FourLine.FLAT) {
      absent.add(outage, span, point);
    }
    switch (judged.cause()) {
      case PLATFORM -> platform++;
      case REGION -> region.add(outage, span, point);
      case OWN -> own(outage, span, point);
    }
  }

  private void own(Outage outage, Span span, @Nullable String point) {
    if (unwatched.without(span).isEmpty()) {
      return; // nobody saw it: it is no more the mine's than ours
    }
    lines.computeIfAbsent(outage.line(), any -> new Parts()).add(outage, span, point);
    open += outage.ended() == null ? 1 : 0;
  }

  Row row(String place) {
    Map<FourLine, Row.Count> counts = new EnumMap<>(FourLine.class);
    lines.forEach((line, parts) -> counts.put(line, parts.count(unwatched)));
    return new Row(
        place,
        mines,
        counts,
        region.count(unwatched),
        platform,
        unwatchedTime,
        open,
        heard(absent.count(unwatched).pointTime()));
  }

  private @Nullable Double heard(Duration lost) {
    if (expected.isZero()) {
      return null;
    }
    return Math.max(0, 1 - (double) lost.toMillis() / expected.toMillis());
  }
}
