package io.minewatch.alerting.fourline;

import io.minewatch.alerting.fourline.Judged.Cause;
import io.minewatch.alerting.fourline.Pieces.Entry;
import io.minewatch.alerting.fourline.Pieces.Piece;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up the four lines of one place. Used by one thread, for one row. */
final class Tally {
  private final Spans unwatched;
  private final Instant now;

  /** What each point lost, named or not, and in which times anything of a mine was lost. */
  private final Pieces pieces;

  /** Whole outages by line, mine and subject, and those of the region: how often. */
  private final Map<FourLine, Map<String, List<Span>>> stretches = new EnumMap<>(FourLine.class);

  private final Map<String, List<Span>> regional = new HashMap<>();
  private int platform;
  private int open;
  private int mines;
  private Duration unwatchedTime = Duration.ZERO;
  private Duration expected = Duration.ZERO;

  Tally(Spans unwatched, Instant now) {
    this.unwatched = unwatched;
    this.now = now;
    this.pieces = new Pieces(unwatched);
  }

  /**
   * A mine, or a point of one, belongs to the place for this time: so much is there to be heard.
   */
  void expects(int number, Span period, Instant since) {
    Span past = period.within(new Span(since.isAfter(now) ? now : since, now));
    Duration missed = unwatched.within(past).total();
    mines++;
    unwatchedTime = missed.compareTo(unwatchedTime) > 0 ? missed : unwatchedTime;
    expected = expected.plus(past.length().minus(missed).multipliedBy(number));
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
    boolean absent = outage.line() != FourLine.FLAT;
    List<Piece> found = new ArrayList<>(1);
    for (Span span : judged.own().within(period).parts()) {
      found.add(piece(span, outage.line(), absent));
    }
    if (!found.isEmpty()) {
      put(stretches.computeIfAbsent(outage.line(), any -> new HashMap<>()), outage, whole, point);
      open += outage.ended() == null ? 1 : 0;
    }
    Spans theirs = judged.region().within(period);
    if (!theirs.isEmpty()) {
      put(regional, outage, whole, point);
    }
    for (Span span : theirs.parts()) {
      found.add(piece(span, null, absent));
    }
    platform += judged.cause() == Cause.PLATFORM ? 1 : 0;
    if (!found.isEmpty()) {
      pieces.add(outage.mine(), entry(outage, found, point));
    }
  }

  private static Piece piece(Span span, @Nullable FourLine line, boolean absent) {
    return new Piece(span.from().toEpochMilli(), span.to().toEpochMilli(), line, absent);
  }

  private static void put(
      Map<String, List<Span>> all, Outage outage, Span whole, @Nullable String point) {
    String subject = outage.mine() + "/" + (point == null ? outage.subject() : point);
    all.computeIfAbsent(subject, any -> new ArrayList<>(1)).add(whole);
  }

  private static Entry entry(Outage outage, List<Piece> found, @Nullable String point) {
    return point == null
        ? new Entry(
            found, outage.points(), outage.subject(), outage.size() - outage.points().size())
        : new Entry(found, List.of(point), outage.subject(), 0);
  }

  /** What was added so far; once. */
  Row row(String place) {
    pieces.sum();
    Pieces.Sums lost = pieces.points();
    Pieces.Sums time = pieces.mines();
    Map<FourLine, Row.Count> counts = new EnumMap<>(FourLine.class);
    stretches.forEach(
        (line, all) ->
            counts.put(line, new Row.Count(times(all), time.line(line), lost.line(line))));
    return new Row(
        place,
        mines,
        counts,
        new Row.Count(times(regional), time.region(), lost.region()),
        platform,
        unwatchedTime,
        lost.own(),
        open,
        heard(lost.absent()));
  }

  private static int times(Map<String, List<Span>> subjects) {
    int times = 0;
    for (List<Span> each : subjects.values()) {
      times += each.size() == 1 ? 1 : Spans.of(each).parts().size();
    }
    return times;
  }

  private @Nullable Double heard(Duration lost) {
    if (expected.isZero()) {
      return null;
    }
    return Math.max(0, 1 - (double) lost.toMillis() / expected.toMillis());
  }
}
