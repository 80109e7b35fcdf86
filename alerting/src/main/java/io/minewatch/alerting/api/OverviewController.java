package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.bus.Latest;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.IncidentRows;
import io.minewatch.alerting.overview.Freshness;
import io.minewatch.alerting.overview.MineNow;
import io.minewatch.alerting.overview.Overview;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.domain.withdrawal.Muster;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An area and what is right below it, in a few numbers that hold now. */
@RestController
public class OverviewController {
  /** How long one is kept, so that many pages that look at the same area cost as much as one. */
  private static final Duration KEPT = Duration.ofSeconds(1);

  /** Overviews kept at one time; the oldest goes first. */
  private static final int MOST_KEPT = 500;

  private final Access access;
  private final Present present;
  private final IncidentRows incidents;
  private final Latest latest;
  private final Freshness terms;
  private final Clock clock;

  private final Map<Asked, Overview> kept =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Overview> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /** What mines the asker sees, and where it looks. */
  private record Asked(String scope, List<String> area) {}

  public OverviewController(
      Access access,
      Present present,
      IncidentRows incidents,
      Latest latest,
      RulePacks packs,
      Clock clock) {
    this.access = access;
    this.present = present;
    this.incidents = incidents;
    this.latest = latest;
    this.terms = packs.callout().freshness();
    this.clock = clock;
  }

  /**
   * The overview of an area.
   *
   * @param area codes from the province down, parted by strokes; empty for all in scope
   */
  @GetMapping("/api/overview")
  public Overview overview(@RequestParam(defaultValue = "") String area, Principal who) {
    Account account = Refusals.account(present, who);
    List<String> codes = Stream.of(area.split("/", -1)).filter(each -> !each.isEmpty()).toList();
    Asked asked = new Asked(account.scope(), codes);
    Instant now = clock.instant();
    synchronized (kept) {
      Overview known = kept.get(asked);
      if (known != null && now.isBefore(known.at().plus(KEPT))) {
        return known;
      }
    }
    Overview made = Overview.of(mines(account), codes, terms, now);
    synchronized (kept) {
      kept.remove(asked);
      kept.put(asked, made);
    }
    return made;
  }

  private List<MineNow> mines(Account account) {
    Map<String, MineNow.Open> open = incidents.openByMine();
    return access
        .seen(account)
        .map(entry -> now(entry, open.getOrDefault(entry.plan().mine().value(), MineNow.Open.NONE)))
        .toList();
  }

  private MineNow now(MineEntry entry, MineNow.Open open) {
    String code = entry.plan().mine().value();
    List<String> path = new ArrayList<>(entry.jurisdiction());
    path.add(code);
    Muster muster = latest.muster(code);
    return new MineNow(
        path,
        entry.plan().name(),
        entry.plan().nameEnglish(),
        entry.plan().tagPeriod(),
        latest.summary(code),
        muster == null ? null : muster.lastFix(),
        open);
  }
}
