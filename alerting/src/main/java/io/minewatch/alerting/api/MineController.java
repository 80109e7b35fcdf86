package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.bus.Latest;
import io.minewatch.alerting.journal.IncidentRows;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Plans;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.view.CardMasks;
import io.minewatch.alerting.view.GatewayView;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.withdrawal.Muster;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The mines that an account sees, and what is known of each now. */
@RestController
public class MineController {
  private final Access access;
  private final Present present;
  private final IncidentRows incidents;
  private final Plans plans;
  private final Latest latest;
  private final Map<String, Source> sources;
  private final RewrittenOf rewritten;
  private final @Nullable SeriesHistory history;

  public MineController(
      Access access,
      Present present,
      IncidentRows incidents,
      Plans plans,
      Latest latest,
      RulePacks packs,
      RewrittenOf rewritten,
      @Nullable SeriesHistory history) {
    this.access = access;
    this.present = present;
    this.incidents = incidents;
    this.plans = plans;
    this.latest = latest;
    this.sources = packs.sources();
    this.rewritten = rewritten;
    this.history = history;
  }

  /**
   * A mine in an overview.
   *
   * @param jurisdiction codes from province to county
   */
  public record MineRow(
      String mine,
      String name,
      String nameEnglish,
      List<String> jurisdiction,
      @Nullable Summary summary,
      Map<String, Integer> open) {}

  @GetMapping("/api/mines")
  public List<MineRow> mines(Principal who) {
    return access.seen(Refusals.account(present, who)).map(this::row).toList();
  }

  private MineRow row(MineEntry entry) {
    String mine = entry.plan().mine().value();
    Map<String, Integer> open = new TreeMap<>();
    for (Severity severity : Severity.values()) {
      open.put(severity.name(), 0);
    }
    open.putAll(incidents.openBySeverity(mine));
    return new MineRow(
        mine,
        entry.plan().name(),
        entry.plan().nameEnglish(),
        entry.jurisdiction(),
        latest.summary(mine),
        open);
  }

  /** A mine with everything it is judged by. */
  public record MinePlan(Plan plan, Map<String, Source> sources) {}

  @GetMapping("/api/mines/{mine}")
  public MinePlan mine(@PathVariable String mine, Principal who) {
    Plan plan = plan(mine, who);
    Map<String, Source> all = new TreeMap<>(sources);
    plan.rules().forEach(rule -> all.putIfAbsent(rule.id(), rule.source()));
    return new MinePlan(plan, all);
  }

  @GetMapping("/api/mines/{mine}/live")
  public List<Latest.Live> live(@PathVariable String mine, Principal who) {
    plan(mine, who);
    return latest.live(mine);
  }

  /**
   * What each gateway last said of itself, and of its messages and readings how many are missing
   * between when and when, and how many of them came later; and which points it told of twice,
   * differently, within seven days.
   */
  @GetMapping("/api/mines/{mine}/gateways")
  public List<GatewayView> gateways(@PathVariable String mine, Principal who) {
    plan(mine, who);
    return GatewayView.of(latest.statuses(mine), latest.summary(mine), rewritten.mine(mine));
  }

  @GetMapping("/api/mines/{mine}/muster")
  public Muster muster(@PathVariable String mine, Principal who) {
    plan(mine, who);
    Muster muster = latest.muster(mine);
    if (muster == null) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no head count of this mine has come yet");
    }
    return CardMasks.of(muster, access.sight(Refusals.account(present, who), mine));
  }

  /** The past of one point. */
  public record History(String point, String unit, List<Long> t, List<Double> v) {}

  @GetMapping("/api/mines/{mine}/history")
  public History history(
      @PathVariable String mine,
      @RequestParam String point,
      @RequestParam Instant from,
      @RequestParam Instant to,
      Principal who) {
    PointPlan known =
        plan(mine, who).points().stream()
            .filter(each -> each.id().value().equals(point))
            .findFirst()
            .orElseThrow(() -> new Refusals.Problem(HttpStatus.NOT_FOUND, "no point " + point));
    if (history == null) {
      throw new Refusals.Problem(
          HttpStatus.BAD_REQUEST, "no series store is configured, so there is no history");
    }
    if (!from.isBefore(to)) {
      throw new Refusals.Problem(HttpStatus.BAD_REQUEST, "from must be before to");
    }
    try {
      String measure = known.measure().name().toLowerCase(Locale.ROOT);
      SeriesHistory.Samples samples = history.between(mine, measure, point, from, to);
      return new History(point, known.measure().unit(), samples.t(), samples.v());
    } catch (IllegalStateException e) {
      throw new Refusals.Problem(HttpStatus.BAD_GATEWAY, String.valueOf(e.getMessage()));
    }
  }

  private Plan plan(String mine, Principal who) {
    if (!access.sees(Refusals.account(present, who), mine)) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no mine " + mine);
    }
    return plans.current(new MineCode(mine));
  }
}
