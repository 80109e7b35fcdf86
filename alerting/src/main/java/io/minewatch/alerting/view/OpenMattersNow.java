package io.minewatch.alerting.view;

import io.minewatch.alerting.bus.Latest;
import io.minewatch.alerting.desk.RosterWatch;
import io.minewatch.alerting.desk.Troubles.Trouble;
import io.minewatch.alerting.registry.MineEntry;
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
    List<IncidentLine> open = new ArrayList<>();
    IncidentViews.Page page = incidents.worst(codes, null, OpenMatters.MOST, sight);
    page.views().forEach(view -> open.add(line(view)));
    int openTotal = page.next() == null ? open.size() : incidents.countOpen(codes);
    List<MineLine> lines =
        mines.stream()
            .map(each -> line(each.plan(), now))
            .filter(each -> mines.size() <= NAMED_MINES || !each.needsNoWord())
            .sorted(WORST_FIRST)
            .toList();
    List<PointLine> points = new ArrayList<>();
    List<GatewayLine> gateways = new ArrayList<>();
    List<GapLine> gaps = new ArrayList<>();
    for (MineEntry mine : mines) {
      if (mines.size() <= NAMED_MINES) {
        points.addAll(points(mine.plan(), now));
      }
      gateways.addAll(gateways(mine.plan()));
      gaps.addAll(gaps(mine.plan()));
    }
    return new OpenMatters(
        now,
        first(lines),
        mines.size(),
        open,
        openTotal,
        first(points),
        points.size(),
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
    boolean counted = latest.muster(plan.mine().value()) != null;
    if (summary == null) {
      int all = plan.points().size();
      return new MineLine(name(plan), null, false, null, all, all, 0, 0, 0);
    }
    return new MineLine(
        name(plan),
        summary.at(),
        packs.callout().freshness().isHeard(summary.at(), now),
        counted ? summary.underground() : null,
        summary.points(),
        summary.dark(),
        summary.blind(),
        summary.gateways().stream().mapToLong(Summary.Gateway::missing).sum(),
        summary.notJudged().size());
  }

  private static IncidentLine line(IncidentView view) {
    IncidentView.FindingView worst =
        view.findings().stream()
            .min(
                Comparator.comparing((IncidentView.FindingView each) -> !each.open())
                    .thenComparing(each -> !each.blind()))
            .orElse(null);
    IncidentView.DueView due = view.due();
    IncidentView.ShelfView shelf = view.shelf();
    IncidentView.MusterView muster = view.muster();
    long orders = view.orders().stream().filter(each -> each.lifted() == null).count();
    return new IncidentLine(
        view.id(),
        new Name(view.mine(), view.mineName(), view.mineNameEnglish()),
        place(view, worst),
        what(worst),
        view.severity(),
        view.stage(),
        view.drill(),
        view.onset(),
        due == null ? null : due.what(),
        due == null ? null : due.at(),
        shelf == null ? null : shelf.until(),
        shelf == null ? null : shelf.by(),
        (int) orders,
        orders == 0 || muster == null ? null : muster.remaining().size());
  }

  private static Name place(IncidentView view, IncidentView.@Nullable FindingView worst) {
    String zone = view.zones().isEmpty() ? "" : view.zones().get(0);
    return view.zoneNames().stream()
        .filter(each -> each.id().equals(zone))
        .findFirst()
        .map(each -> new Name(each.id(), each.name(), each.nameEnglish()))
        .orElseGet(
            () ->
                worst == null
                    ? new Name("", "", "")
                    : new Name(worst.subject(), worst.name(), worst.nameEnglish()));
  }

  /** What its rule is called, else its measure or check, for the reader's dictionary. */
  private static Name what(IncidentView.@Nullable FindingView worst) {
    if (worst == null) {
      return new Name("", "", "");
    }
    String measure = worst.measure();
    String key = measure == null ? "check." + worst.check() : "measure." + measure;
    return new Name(key, worst.ruleName(), worst.ruleNameEnglish());
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

  private List<GatewayLine> gateways(Plan plan) {
    Summary summary = latest.summary(plan.mine().value());
    List<GatewayLine> silent = new ArrayList<>();
    for (Summary.Gateway each : summary == null ? List.<Summary.Gateway>of() : summary.gateways()) {
      GatewayPresence presence = each.presence();
      if (presence != null && presence.state() != GatewayStatus.State.ONLINE) {
        silent.add(
            new GatewayLine(
                name(plan), each.id().value(), presence.state().name(), each.lastReceived()));
      }
    }
    return silent;
  }

  private List<GapLine> gaps(Plan plan) {
    return roster.gaps(plan.mine().value()).stream()
        .map(
            gap ->
                new GapLine(
                    name(plan),
                    gap.rung(),
                    new Name(
                        String.valueOf(gap.rung()),
                        packs.chain().position(gap.rung()),
                        packs.ladderEnglish().get(gap.rung() - 1)),
                    gap.from(),
                    gap.until()))
        .toList();
  }
}
