package io.minewatch.alerting.fourline;

import io.minewatch.alerting.fourline.Judged.Cause;
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
  /** Times to be united: of each subject as a whole, and what counts of each mine and point. */
  private static final class Parts {
    private final Map<String, List<Span>> subjects = new HashMap<>();
    private final Map<String, List<Span>> mines = new HashMap<>();
    private final Map<String, List<Span>> points = new HashMap<>();

    /** What lies behind a subject and is not named, and how many points these are at most. */
    private final Map<String, List<Span>> unnamed = new HashMap<>();

    private final Map<String, Integer> number = new HashMap<>();

    private void add(Outage outage, Span whole, Spans counted, @Nullable String point) {
      String subject = outage.mine() + "/" + (point == null ? outage.subject() : point);
      put(subjects, subject, List.of(whole));
      put(mines, outage.mine(), counted.parts());
      if (point != null) {
        put(points, outage.mine() + "/" + point, counted.parts());
        return;
      }
      outage.points().forEach(each -> put(points, outage.mine() + "/" + each, counted.parts()));
      int left = outage.size() - outage.points().size();
      if (left > 0) {
        put(unnamed, subject, counted.parts());
        number.merge(subject, left, Math::max);
      }
    }

    private static void put(Map<String, List<Span>> all, String key, List<Span> spans) {
      all.computeIfAbsent(key, any -> new ArrayList<>()).addAll(spans);
    }

    private Row.Count count() {
      int times = subjects.values().stream().mapToInt(each -> Spans.of(each).parts().size()).sum();
      return new Row.Count(times, total(mines.values()), pointTime());
    }

    private Duration pointTime() {
      Duration time = total(points.values());
      for (Map.Entry<String, List<Span>> each : unnamed.entrySet()) {
        Duration one = Spans.of(each.getValue()).total();
        time = time.plus(one.multipliedBy(number.getOrDefault(each.getKey(), 0)));
      }
      return time;
    }

    private static Duration total(Collection<List<Span>> all) {
      return all.stream().map(each -> Spans.of(each).total()).reduce(Duration.ZERO, Duration::plus);
    }
  }

  private final Spans unwatched;
  private final Instant now;
  private final Map<FourLine, Parts> lines = new EnumMap<>(FourLine.class);
  private final Parts own = new Parts();
  private final Parts region = new Parts();

  /** Whatever was not heard while we watched, by whosever fault. */
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
  void expects(int points, Span period, Instant since) {
    Span past = period.within(new Span(since.isAfter(now) ? now : since, now));
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
    Span whole = outage.span(now).within(period);
    if (whole.isEmpty()) {
      return;
    }
    Spans mine = judged.own().within(period);
    Spans theirs = judged.region().within(period);
    if (outage.line() != FourLine.FLAT) {
      absent.add(outage, whole, mine.without(unwatched), point);
      absent.add(outage, whole, theirs.without(unwatched), point);
    }
    if (!theirs.isEmpty()) {
      region.add(outage, whole, theirs, point);
    }
    if (!mine.isEmpty()) {
      lines.computeIfAbsent(outage.line(), any -> new Parts()).add(outage, whole, mine, point);
      own.add(outage, whole, mine, point);
      open += outage.ended() == null ? 1 : 0;
    }
    platform += judged.cause() == Cause.PLATFORM ? 1 : 0;
  }

  Row row(String place) {
    Map<FourLine, Row.Count> counts = new EnumMap<>(FourLine.class);
    lines.forEach((line, parts) -> counts.put(line, parts.count()));
    return new Row(
        place,
        mines,
        counts,
        region.count(),
        platform,
        unwatchedTime,
        own.pointTime(),
        open,
        heard(absent.pointTime()));
  }

  private @Nullable Double heard(Duration lost) {
    if (expected.isZero()) {
      return null;
    }
    return Math.max(0, 1 - (double) lost.toMillis() / expected.toMillis());
  }
}
