package io.minewatch.alerting.view;

import io.minewatch.alerting.bus.Latest;
import io.minewatch.alerting.desk.RosterWatch;
import io.minewatch.alerting.desk.Troubles.Trouble;
import io.minewatch.alerting.overview.Freshness;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.roster.Gaps;
import io.minewatch.alerting.roster.Sight;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.view.OpenMatters.GapLine;
import io.minewatch.alerting.view.OpenMatters.GatewayLine;
import io.minewatch.alerting.view.OpenMatters.IncidentLine;
import io.minewatch.alerting.view.OpenMatters.MineLine;
import io.minewatch.alerting.view.OpenMatters.Name;
import io.minewatch.alerting.view.OpenMatters.PointLine;
import io.minewatch.domain.feed.GatewayPresence;
import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.withdrawal.Muster;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gathers what is open now: from the chain, the feeds, the roster and the platform. */
public final class OpenMattersNow {
  /** Points are named one by one where no more mines than these are in scope. */
  private static final int NAMED_MINES = 5;

  private static final String STALE = "STALE";
  private static final String NEVER = "NEVER";

  private final IncidentViews incidents;
  private final Latest latest;
  private final RosterWatch roster;
  private final RulePacks packs;
  private final Clock clock;

  public OpenMattersNow(
      IncidentViews incidents, Latest latest, RosterWatch roster, RulePacks packs, Clock clock) {
    this.incidents = incidents;
    this.latest = latest;
    this.roster = roster;
    this.packs = packs;
    this.clock = clock;
  }

  /**
   * What is open.
   *
   * @param mines of the scope
   * @param sight what of a mine's people the reader may see
   * @param troubles of the platform that concern the reader
   */
  public OpenMatters of(
      List<MineEntry> mines, Function<String, Sight> sight, List<Trouble> troubles) {
    Instant now = clock.instant();
    List<String> codes = mines.stream().map(each -> each.plan().mine().value()).toList();
    IncidentViews.Page page = incidents.worst(codes, null, OpenMatters.MOST, sight);
    List<IncidentView> views = page.views();
    List<IncidentLine> open = views.stream().map(MatterLines::incident).toList();
    int openTotal = page.next() == null ? open.size() : incidents.countOpen(codes);
    List<MineLine> lines = mines.stream().map(each -> line(each.plan(), now)).toList();
    boolean named = mines.size() <= NAMED_MINES;
    List<PointLine> points = new ArrayList<>();
    List<GatewayLine> gateways = new ArrayList<>();
    for (MineEntry mine : mines) {
      if (named) {
        points.addAll(points(mine.plan(), now));
      }
      gateways.addAll(gateways(mine.plan(), now));
    }
    List<GapLine> gaps = gaps(mines);
    int unheard = (int) lines.stream().filter(each -> !each.heard()).count();
    List<MineLine> told =
        lines.stream().filter(each -> named || !each.needsNoWord()).sorted(WORST_FIRST).toList();
    return new OpenMatters(
        now,
        MatterLines.version(open, openTotal),
        first(told),
        mines.size(),
        open,
        openTotal,
        MatterLines.inside(views),
        openTotal > open.size() || MatterLines.isUncounted(views),
        first(points),
        named,
        named ? points.size() : lines.stream().mapToInt(each -> each.dark() + each.blind()).sum(),
        unheard,
        first(gateways),
        gateways.size(),
        first(gaps),
        gaps.size(),
        troubles);
  }

  private static final Comparator<MineLine> WORST_FIRST =
      Comparator.comparing(MineLine::heard)
          .thenComparing(each -> -each.blind() - each.dark())
          .thenComparing(each -> each.mine().id());

  private static <T> List<T> first(List<T> all) {
    return List.copyOf(all.subList(0, Math.min(all.size(), OpenMatters.MOST)));
  }

  private static Name name(Plan plan) {
    return new Name(plan.mine().value(), plan.name(), plan.nameEnglish());
  }

  private MineLine line(Plan plan, Instant now) {
    Summary summary = latest.summary(plan.mine().value());
    Muster muster = latest.muster(plan.mine().value());
    Freshness terms = packs.callout().freshness();
    if (summary == null) {
      int all = plan.points().size();
      return new MineLine(name(plan), null, false, null, false, all, all, 0, 0, 0);
    }
    return new MineLine(
        name(plan),
        summary.at(),
        terms.isHeard(summary.at(), now),
        muster == null ? null : summary.underground(),
        muster != null && terms.isPlaced(muster.lastFix(), plan.tagPeriod(), now),
        summary.points(),
        summary.dark(),
        summary.blind(),
        summary.gateways().stream().mapToLong(Summary.Gateway::missing).sum(),
        summary.notJudged().size());
  }

  private List<PointLine> points(Plan plan, Instant now) {
    Map<String, Latest.Live> live = new HashMap<>();
    latest.live(plan.mine().value()).forEach(each -> live.put(each.point(), each));
    List<PointLine> all = new ArrayList<>();
    for (PointPlan point : plan.points()) {
      Latest.Live reading = live.get(point.id().value());
      String why = why(plan, point, reading, now);
      if (why != null) {
        all.add(
            new PointLine(
                name(plan),
                new Name(point.id().value(), point.name(), point.nameEnglish()),
                why,
                reading == null ? null : reading.measured()));
      }
    }
    return all;
  }

  private static @Nullable String why(
      Plan plan, PointPlan point, Latest.@Nullable Live reading, Instant now) {
    if (reading == null) {
      return NEVER;
    }
    boolean old = reading.received().plus(plan.silence().darkAfter(point.period())).isBefore(now);
    if (old) {
      return STALE;
    }
    Quality quality = reading.quality();
    return quality.measures() ? null : quality.name();
  }

  /** Of a mine that is not heard nothing is said: it is unknown. */
  private List<GatewayLine> gateways(Plan plan, Instant now) {
    Summary summary = latest.summary(plan.mine().value());
    if (summary == null || !packs.callout().freshness().isHeard(summary.at(), now)) {
      return List.of();
    }
    List<GatewayLine> silent = new ArrayList<>();
    for (Summary.Gateway each : summary.gateways()) {
      GatewayPresence presence = each.presence();
      if (presence != null && presence.state() != GatewayStatus.State.ONLINE) {
        silent.add(
            new GatewayLine(
                name(plan), each.id().value(), presence.state().name(), each.lastReceived()));
      }
    }
    return silent;
  }

  private List<GapLine> gaps(List<MineEntry> mines) {
    Map<String, List<Gaps.Gap>> all =
        roster.gaps(mines.stream().map(each -> each.plan().mine().value()).toList());
    List<GapLine> lines = new ArrayList<>();
    for (MineEntry mine : mines) {
      for (Gaps.Gap gap : all.getOrDefault(mine.plan().mine().value(), List.of())) {
        String english = Words.at(packs.ladderEnglish(), gap.rung());
        Name position =
            new Name(String.valueOf(gap.rung()), packs.chain().position(gap.rung()), english);
        lines.add(new GapLine(name(mine.plan()), gap.rung(), position, gap.from(), gap.until()));
      }
    }
    return lines;
  }
}
