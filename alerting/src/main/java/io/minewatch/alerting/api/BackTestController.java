package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.backtest.BackTests;
import io.minewatch.alerting.backtest.BackTests.Trial;
import io.minewatch.alerting.backtest.PastEvents;
import io.minewatch.alerting.backtest.Rederivation;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.BackTestRows;
import io.minewatch.alerting.journal.BackTestRows.Job;
import io.minewatch.alerting.registry.DocumentText;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.roster.Sight;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.Lane;
import io.minewatch.series.store.SeriesException;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Back-tests of a changed registry, and findings computed again from what is stored. */
@RestController
public class BackTestController {
  private static final int MOST_ROWS = 50;

  private final Access access;
  private final Present present;
  private final Store store;
  private final Mines mines;
  private final RulePacks packs;
  private final @Nullable BackTests tests;
  private final @Nullable SeriesStore series;

  public BackTestController(
      Access access,
      Present present,
      Store store,
      Mines mines,
      RulePacks packs,
      @Nullable BackTests tests,
      @Nullable SeriesStore series) {
    this.access = access;
    this.present = present;
    this.store = store;
    this.mines = mines;
    this.packs = packs;
    this.tests = tests;
    this.series = series;
  }

  /** What is to be tried, over which stretch of measured time. */
  public record TrialBody(
      @Nullable Map<String, Object> document, @Nullable Instant from, @Nullable Instant to) {}

  @PostMapping("/api/mines/{mine}/backtests")
  @ResponseStatus(HttpStatus.ACCEPTED)
  public JobView start(@PathVariable String mine, @RequestBody TrialBody body, Principal who) {
    Account account = Refusals.account(present, who);
    MineEntry now = seen(account, mine);
    BackTests runner = configured(tests);
    if (body.document() == null || body.from() == null || body.to() == null) {
      throw bad("a back-test needs document, from and to");
    }
    if (!body.from().isBefore(body.to())
        || Duration.between(body.from(), body.to()).compareTo(BackTests.LONGEST) > 0) {
      throw bad("from is before to, by at most " + BackTests.LONGEST);
    }
    Problems problems = new Problems();
    MineEntry after = MineLoader.read(new Document(body.document()), packs, problems);
    if (after == null || !after.plan().mine().equals(now.plan().mine())) {
      throw new Refusals.Problem(
          HttpStatus.UNPROCESSABLE_CONTENT, "the registry cannot hold so", problems.found());
    }
    Span span = new Span(body.from(), body.to());
    Plan plan = after.plan().as(now.plan().version(), now.plan().effectiveFrom());
    Trial trial = new Trial(now.plan(), plan, span, PastEvents.real(store, mine, span));
    Job job = runner.start(trial, account.name(), DocumentText.digest(after.document()));
    if (job == null) {
      throw new Refusals.Problem(
          HttpStatus.SERVICE_UNAVAILABLE, "too many back-tests wait; try again later");
    }
    return JobView.of(job, access.sight(account, mine));
  }

  @GetMapping("/api/mines/{mine}/backtests")
  public List<JobView> list(@PathVariable String mine, Principal who) {
    Account account = Refusals.account(present, who);
    seen(account, mine);
    sweep();
    Sight sight = access.sight(account, mine);
    return new BackTestRows(store.database())
        .of(mine, MOST_ROWS).stream().map(job -> JobView.of(job, sight)).toList();
  }

  @GetMapping("/api/mines/{mine}/backtests/{id}")
  public JobView one(@PathVariable String mine, @PathVariable String id, Principal who) {
    Account account = Refusals.account(present, who);
    seen(account, mine);
    sweep();
    return JobView.of(job(mine, id), access.sight(account, mine));
  }

  /** Stops one; it ends with the piece of record at which it is. */
  @DeleteMapping("/api/mines/{mine}/backtests/{id}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  public void stop(@PathVariable String mine, @PathVariable String id, Principal who) {
    seen(Refusals.account(present, who), mine);
    job(mine, id);
    configured(tests).stop(id);
  }

  @GetMapping("/api/findings/{id}/rederive")
  public Rederivation.Answer rederive(@PathVariable String id, Principal who) {
    Account account = Refusals.account(present, who);
    List<Finding> told = facts(id);
    if (told.isEmpty() || !access.sees(account, told.get(0).mine().value())) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no finding " + id);
    }
    if (told.get(0).lane() == Lane.BACKFILL) {
      throw new Refusals.Problem(
          HttpStatus.CONFLICT,
          "found in data that came late: which readings came so is not stored, so it cannot be"
              + " computed again");
    }
    TreeSet<Long> versions = new TreeSet<>();
    told.forEach(fact -> versions.add(fact.planVersion()));
    List<Plan> plans = new ArrayList<>();
    for (long version : versions) {
      Plan plan = store.outbox().plan(told.get(0).mine(), version);
      if (plan == null) {
        throw new Refusals.Problem(HttpStatus.CONFLICT, "plan version " + version + " is not kept");
      }
      plans.add(plan);
    }
    try {
      return Rederivation.of(told, plans, configured(series));
    } catch (SeriesException e) {
      throw new Refusals.Problem(HttpStatus.BAD_GATEWAY, String.valueOf(e.getMessage()));
    }
  }

  /** What an instance left open that is no more is not shown as running. */
  private void sweep() {
    if (tests != null) {
      tests.sweep();
    }
  }

  private List<Finding> facts(String id) {
    try {
      return store.findings().facts(new FindingId(id));
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  private Job job(String mine, String id) {
    Job job = new BackTestRows(store.database()).find(id);
    if (job == null || !job.mine().equals(mine)) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no back-test " + id);
    }
    return job;
  }

  private MineEntry seen(Account account, String mine) {
    if (!access.sees(account, mine)) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no mine " + mine);
    }
    return Objects.requireNonNull(mines.find(mine), "a mine that is seen is registered");
  }

  private static <T> T configured(@Nullable T part) {
    if (part == null) {
      throw bad("no series store is configured, so nothing is stored to judge anew");
    }
    return part;
  }

  private static Refusals.Problem bad(String detail) {
    return new Refusals.Problem(HttpStatus.BAD_REQUEST, detail);
  }
}
