package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.registry.Plans;
import io.minewatch.alerting.view.PastFinding;
import io.minewatch.domain.reading.MineCode;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was found in data that came late. It calls nobody; whoever looks must be able to see it. */
@RestController
public class PastController {
  /** Facts in one answer. */
  private static final int MOST = 500;

  private final Access access;
  private final Present present;
  private final Store store;
  private final Plans plans;

  public PastController(Access access, Present present, Store store, Plans plans) {
    this.access = access;
    this.present = present;
    this.store = store;
    this.plans = plans;
  }

  /**
   * The excursions that the newest facts of the past tell of, the one heard of last first.
   *
   * @param limit of the facts looked at, 1 to 500
   */
  @GetMapping("/api/mines/{mine}/past-findings")
  public List<PastFinding> past(
      @PathVariable String mine, @RequestParam(defaultValue = "" + MOST) int limit, Principal who) {
    Account account = Refusals.account(present, who);
    if (!access.sees(account, mine)) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no mine " + mine);
    }
    if (limit < 1 || limit > MOST) {
      throw new Refusals.Problem(HttpStatus.BAD_REQUEST, "limit is 1 to " + MOST);
    }
    return PastFinding.of(
        store.findings().past(mine, limit),
        plans.current(new MineCode(mine)),
        access.sight(account, mine));
  }
}
