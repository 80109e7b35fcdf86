package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.registry.Plans;
import io.minewatch.alerting.report.Zones;
import io.minewatch.alerting.view.FeedHealth;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.series.store.Series;
import io.minewatch.series.store.SeriesException;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The feeds of a mine, points by the hours of a day, from the statistics that are kept. */
@RestController
public class FeedHealthController {
  /** Points on one page: each is a question to the store. */
  private static final int MOST = 100;

  private final Access access;
  private final Present present;
  private final Plans plans;
  private final @Nullable SeriesStore series;
  private final Clock clock;

  public FeedHealthController(
      Access access, Present present, Plans plans, @Nullable SeriesStore series, Clock clock) {
    this.access = access;
    this.present = present;
    this.plans = plans;
    this.series = series;
    this.clock = clock;
  }

  /**
   * A page of the points of a mine.
   *
   * @param day of the mine, yyyy-mm-dd; today unless said
   * @param from the place of the first point
   * @param limit points of one page, 1 to 100
   */
  @GetMapping("/api/mines/{mine}/feed-health")
  public FeedHealth health(
      @PathVariable String mine,
      @RequestParam(required = false) @Nullable LocalDate day,
      @RequestParam(defaultValue = "0") int from,
      @RequestParam(defaultValue = "50") int limit,
      Principal who) {
    if (!access.sees(Refusals.account(present, who), mine)) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no mine " + mine);
    }
    if (from < 0 || limit < 1 || limit > MOST) {
      throw new Refusals.Problem(HttpStatus.BAD_REQUEST, "limit is 1 to " + MOST);
    }
    SeriesStore store = series;
    if (store == null) {
      throw new Refusals.Problem(
          HttpStatus.BAD_REQUEST, "no series store is configured, so nothing was counted");
    }
    Plan plan = plans.current(new MineCode(mine));
    ZoneId zone = Zones.of(plan);
    Instant now = clock.instant();
    LocalDate asked = day == null ? LocalDate.ofInstant(now, zone) : day;
    List<Instant> hours = FeedHealth.hours(asked, zone);
    List<PointPlan> page = plan.points().stream().skip(from).limit(limit).toList();
    int next = from + page.size();
    return new FeedHealth(
        mine,
        asked.toString(),
        zone.getId(),
        hours,
        rows(store, plan, page, hours, now),
        plan.points().size(),
        next < plan.points().size() ? next : null);
  }

  private static List<FeedHealth.Row> rows(
      SeriesStore store, Plan plan, List<PointPlan> page, List<Instant> hours, Instant now) {
    Instant end = hours.get(hours.size() - 1).plusSeconds(3_600);
    Span span = new Span(hours.get(0), end);
    List<FeedHealth.Row> rows = new ArrayList<>();
    try {
      for (PointPlan point : page) {
        Series of = new Series(plan.mine(), point.measure(), point.id());
        rows.add(FeedHealth.row(point, hours, store.statistics(of, span), now));
      }
    } catch (SeriesException e) {
      throw new Refusals.Problem(HttpStatus.BAD_GATEWAY, String.valueOf(e.getMessage()));
    }
    return rows;
  }
}
