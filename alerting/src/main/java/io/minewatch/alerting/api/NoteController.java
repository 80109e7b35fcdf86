package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.registry.Plans;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.series.note.Rewrite;
import io.minewatch.series.note.Statistic;
import io.minewatch.series.store.Series;
import io.minewatch.series.store.SeriesException;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the archive noted beside the readings: statistics, and what was told twice. */
@RestController
public class NoteController {
  /** The longest time of one answer: 26,496 windows. */
  private static final Duration LONGEST = Duration.ofDays(92);

  private final Access access;
  private final Present present;
  private final Plans plans;
  private final @Nullable SeriesStore series;

  public NoteController(Access access, Present present, Plans plans, @Nullable SeriesStore series) {
    this.access = access;
    this.present = present;
    this.plans = plans;
    this.series = series;
  }

  /**
   * A window of five minutes.
   *
   * @param from its begin
   * @param count readings
   * @param measured of these, those that measured
   * @param min in the point's unit; null, like maximum, mean and last, where nothing measured
   * @param shares of the readings, by quality, 0 to 1
   */
  public record Window(
      Instant from,
      long count,
      long measured,
      @Nullable Double min,
      @Nullable Double max,
      @Nullable Double mean,
      @Nullable Double last,
      Map<Quality, Double> shares) {
    static Window of(Statistic said) {
      boolean none = said.measured() == 0;
      Map<Quality, Double> shares = new EnumMap<>(Quality.class);
      said.byQuality().keySet().forEach(quality -> shares.put(quality, said.share(quality)));
      return new Window(
          said.window(),
          said.count(),
          said.measured(),
          none ? null : said.min(),
          none ? null : said.max(),
          none ? null : said.mean(),
          none ? null : said.last(),
          shares);
    }
  }

  /** The statistics of one point. */
  public record Statistics(String point, String unit, List<Window> windows) {}

  /** The windows of five minutes that begin within a time of at most 92 days, oldest first. */
  @GetMapping("/api/mines/{mine}/statistics")
  public Statistics statistics(
      @PathVariable String mine,
      @RequestParam String point,
      @RequestParam Instant from,
      @RequestParam Instant to,
      Principal who) {
    require(mine, who);
    MineCode code = new MineCode(mine);
    PointPlan known =
        plans.current(code).points().stream()
            .filter(each -> each.id().value().equals(point))
            .findFirst()
            .orElseThrow(() -> new Refusals.Problem(HttpStatus.NOT_FOUND, "no point " + point));
    Series of = new Series(code, known.measure(), known.id());
    Span span = span(from, to);
    List<Window> windows =
        ask(store -> store.statistics(of, span)).stream().map(Window::of).toList();
    return new Statistics(point, known.measure().unit(), windows);
  }

  /**
   * A reading that says something else than what was kept of the same point and time.
   *
   * @param at the measured time that was told twice
   * @param was the first value, in {@code unit}; null where there was only a quality
   * @param value the second
   * @param received when the second reached us
   * @param sequence of the message that brought it, within {@code session}
   */
  public record Rewritten(
      String gateway,
      String point,
      Instant at,
      String unit,
      @Nullable Double was,
      Quality wasQuality,
      @Nullable Double value,
      Quality quality,
      Rewrite.Cause cause,
      Instant received,
      String session,
      long sequence) {
    static Rewritten of(Rewrite found) {
      return new Rewritten(
          found.gateway().value(),
          found.point(),
          found.at(),
          found.measure().unit(),
          number(found.was()),
          found.wasQuality(),
          number(found.value()),
          found.quality(),
          found.cause(),
          found.received(),
          found.session(),
          found.sequence());
    }

    private static @Nullable Double number(double value) {
      return Double.isNaN(value) ? null : value;
    }
  }

  /** The newest 500 that reached us within a time of at most 92 days, newest first. */
  @GetMapping("/api/mines/{mine}/rewrites")
  public List<Rewritten> rewrites(
      @PathVariable String mine,
      @RequestParam Instant from,
      @RequestParam Instant to,
      Principal who) {
    require(mine, who);
    Span span = span(from, to);
    return ask(store -> store.rewrites(new MineCode(mine), span)).stream()
        .map(Rewritten::of)
        .toList();
  }

  private void require(String mine, Principal who) {
    if (!access.sees(Refusals.account(present, who), mine)) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no mine " + mine);
    }
  }

  private static Span span(Instant from, Instant to) {
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new Refusals.Problem(
          HttpStatus.BAD_REQUEST,
          "from must be before to, by at most " + LONGEST.toDays() + " days");
    }
    return new Span(from, to);
  }

  private <T> T ask(Function<SeriesStore, T> question) {
    SeriesStore store = series;
    if (store == null) {
      throw new Refusals.Problem(
          HttpStatus.BAD_REQUEST, "no series store is configured, so nothing was noted");
    }
    try {
      return question.apply(store);
    } catch (SeriesException e) {
      throw new Refusals.Problem(HttpStatus.BAD_GATEWAY, String.valueOf(e.getMessage()));
    }
  }
}
