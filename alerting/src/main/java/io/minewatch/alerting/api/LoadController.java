package io.minewatch.alerting.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.view.AlarmLoads;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How heavy the load of alarms is: rate, floods, chattering, stale, the top ten. */
@RestController
public class LoadController {
  /** Longest period in one answer. */
  static final Duration LONGEST = Duration.ofDays(400);

  private final Access access;
  private final Present present;
  private final AlarmLoads loads;
  private final Clock clock;

  public LoadController(
      Access access, Present present, AlarmLoads loads, Clock clock, MeterRegistry meters) {
    this.access = access;
    this.present = present;
    this.loads = loads;
    this.clock = clock;
    meters.gauge("minewatch.alarms.heaviest", loads, each -> each.heaviest().alarms());
    meters.gauge("minewatch.alarms.flooded", loads, each -> each.heaviest().flooded());
    meters.gauge("minewatch.alarms.peak", loads, each -> each.hour().peak());
    meters.gauge("minewatch.alarms.flood.share", loads, each -> each.hour().floodShare());
    meters.gauge("minewatch.alarms.chattering", loads, each -> each.hour().chattering());
    meters.gauge("minewatch.alarms.most.frequent", loads, each -> each.hour().frequent());
    meters.gauge("minewatch.alarms.stale", loads, each -> each.hour().stale());
  }

  /**
   * The load of the mines in scope, or of one.
   *
   * @param from begin of the period, a day before its end unless said
   * @param to its end, now unless said
   */
  @GetMapping("/api/alarm-load")
  public AlarmLoads.LoadView load(
      @RequestParam(defaultValue = "") String mine,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      Principal who) {
    Instant end = to == null ? clock.instant() : to;
    Instant begin = from == null ? end.minus(Duration.ofDays(1)) : from;
    require(begin, end);
    return loads.of(access.seen(Refusals.account(present, who), mine.strip()), begin, end);
  }

  /** Refuses a period that does not end after it begins, or is too long. */
  static void require(Instant from, Instant to) {
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new Refusals.Problem(
          HttpStatus.BAD_REQUEST, "a period ends after it begins, and within 400 days");
    }
  }
}
