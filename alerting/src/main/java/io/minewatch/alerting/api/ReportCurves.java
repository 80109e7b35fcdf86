package io.minewatch.alerting.api;

import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.report.EvidenceCurve;
import io.minewatch.alerting.report.Tongue;
import io.minewatch.alerting.report.Zones;
import io.minewatch.alerting.view.IncidentView;
import io.minewatch.alerting.view.IncidentView.FindingView;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the curve of an incident's worst finding for its report. */
public final class ReportCurves {
  /** A curve begins this long before the onset, and ends as long after the clearing. */
  private static final Duration AROUND = Duration.ofMinutes(15);

  /** A curve of an incident that lasts longer shows its first day. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Mines mines;
  private final @Nullable SeriesHistory history;

  public ReportCurves(Mines mines, @Nullable SeriesHistory history) {
    this.mines = mines;
    this.history = history;
  }

  /**
   * A curve, or why there is none.
   *
   * @param why in the language of the report; empty where there is one
   */
  record Found(@Nullable EvidenceCurve curve, String why) {}

  /** The time zone of a mine. */
  ZoneId zone(String mine) {
    MineEntry entry = mines.find(mine);
    return entry == null ? ZoneId.of("UTC") : Zones.of(entry.plan());
  }

  /** What the zones of a mine are called, by id. */
  Map<String, String> zones(String mine, Tongue lang) {
    Map<String, String> names = new HashMap<>();
    MineEntry entry = mines.find(mine);
    if (entry != null) {
      entry
          .plan()
          .zones()
          .forEach(each -> names.put(each.id().value(), lang.say(each.name(), each.nameEnglish())));
    }
    return names;
  }

  Found of(IncidentView view, Tongue lang, Instant now) {
    FindingView worst =
        view.findings().stream()
            .filter(each -> each.point() != null && each.measure() != null)
            .min(
                Comparator.comparing(
                        (FindingView each) -> Severity.valueOf(each.severity()),
                        Comparator.reverseOrder())
                    .thenComparing(FindingView::onset)) // as the archive has it
            .orElse(null);
    MineEntry mine = mines.find(view.mine());
    if (worst == null || mine == null) {
      return new Found(null, "");
    }
    SeriesHistory from = history;
    if (from == null) {
      return new Found(
          null, lang.say("未配置时序数据库，没有曲线。", "No series store is configured: no curve."));
    }
    return read(from, mine.plan(), worst, lang, now);
  }

  private static Found read(
      SeriesHistory history, Plan plan, FindingView worst, Tongue lang, Instant now) {
    Instant begin = worst.onset().minus(AROUND);
    Instant cleared = worst.cleared();
    Instant end = cleared == null ? now : cleared.plus(AROUND);
    Instant last = begin.plus(LONGEST);
    Instant drawn = end.isAfter(last) ? last : end;
    SeriesHistory.Samples samples;
    try {
      samples =
          history.between(
              plan.mine().value(),
              String.valueOf(worst.measure()).toLowerCase(Locale.ROOT),
              String.valueOf(worst.point()),
              begin,
              drawn);
    } catch (IllegalStateException e) {
      return new Found(null, lang.say("读不到历史数据：", "The history cannot be read: ") + e.getMessage());
    }
    if (samples.t().size() < 2) {
      return new Found(null, lang.say("这段时间没有记录的数据。", "Nothing was recorded in this time."));
    }
    PointPlan point =
        plan.points().stream()
            .filter(each -> each.id().value().equals(worst.point()))
            .findFirst()
            .orElse(null);
    // The limits of another plan than the one it was judged by are not those of then.
    LimitRule rule =
        plan.limits().stream()
            .filter(each -> plan.version() == worst.planVersion())
            .filter(each -> each.id().equals(worst.rule()))
            .findFirst()
            .orElse(null);
    Duration silent = plan.silence().darkAfter(point == null ? Duration.ZERO : point.period());
    return new Found(
        new EvidenceCurve(
            lang.say(worst.name(), worst.nameEnglish()) + " " + worst.point(),
            worst.unit(),
            samples.t(),
            samples.v(),
            new EvidenceCurve.Breaks(samples.brokenAfter(silent), samples.surelyBrokenFrom(silent)),
            worst.onset(),
            rule,
            worst.limit(),
            worst.clause(),
            end.isAfter(last) ? LONGEST : null),
        "");
  }
}
