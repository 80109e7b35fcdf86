package io.minewatch.alerting.fourline;

import io.minewatch.alerting.fourline.FourLineIndex.By;
import io.minewatch.alerting.fourline.FourLineIndex.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Outages of two mines, and the day on which they are asked about. */
abstract class FourLineCase {
  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  static final LocalDate DAY = LocalDate.parse("2026-03-02");

  /** Midnight at the mine at which the day begins: 16:00 UTC of the day before. */
  static final Instant MIDNIGHT = Instant.parse("2026-03-01T16:00:00Z");

  static final Instant NOW = MIDNIGHT.plus(Duration.ofHours(30));
  static final FourLineRules RULES = new FourLineRules(Duration.ofMinutes(10), 0.5, 3);
  int number;

  static Instant at(int hour, int minute) {
    return MIDNIGHT.plus(Duration.ofMinutes(hour * 60L + minute));
  }

  Outage line(String mine, String point, Instant from, @Nullable Instant to) {
    return outage(mine, FourLine.LINE, point, List.of(point), 1, from, to);
  }

  Outage cut(String mine, Instant from, @Nullable Instant to, String... points) {
    return outage(
        mine, FourLine.NETWORK, "gateway/gw-01", List.of(points), points.length, from, to);
  }

  /** Told half a minute after it began, and at once when it ended. */
  Outage outage(
      String mine,
      FourLine line,
      String subject,
      List<String> points,
      int behind,
      Instant from,
      @Nullable Instant to) {
    Outage.End end = to == null ? Outage.End.LASTS : Outage.End.CLEARED;
    Outage.Told told = new Outage.Told(from.plusSeconds(30), to, end);
    return new Outage(
        "f" + ++number, mine, line, subject, points, behind, from, to, "r", told, null);
  }

  static Outage told(Outage outage, Instant found, @Nullable Instant ended) {
    return new Outage(
        outage.finding(),
        outage.mine(),
        outage.line(),
        outage.subject(),
        outage.points(),
        outage.behind(),
        outage.onset(),
        outage.ended(),
        outage.rule(),
        new Outage.Told(found, ended, outage.told().end()),
        outage.county());
  }

  static MinePlace mine(String code, int points) {
    List<String> path = List.of("14", "1409", "140921", code);
    return new MinePlace(code, path, CHINA, points, Instant.EPOCH);
  }

  static Question question(By by, LocalDate from, LocalDate to, Spans unwatched) {
    return new Question(
        by, Map.of("a", mine("a", 10), "b", mine("b", 10)), from, to, unwatched, NOW);
  }

  static List<Row> rows(By by, LocalDate from, LocalDate to, List<Outage> outages) {
    return rows(question(by, from, to, Spans.NONE), outages);
  }

  static List<Row> rows(Question question, List<Outage> outages) {
    return FourLineIndex.of(judged(outages, 2, question.unwatched()), question);
  }

  static List<Judged> judged(List<Outage> outages, int registered, Spans unwatched) {
    Map<String, Outage.County> counties = new HashMap<>();
    outages.forEach(each -> counties.put(each.mine(), new Outage.County("c", registered)));
    return Causes.of(outages, new Causes.Ground(counties, unwatched, RULES, NOW));
  }

  static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  static Span span(int hour, int minute, int toHour, int toMinute) {
    return new Span(at(hour, minute), at(toHour, toMinute));
  }
}
