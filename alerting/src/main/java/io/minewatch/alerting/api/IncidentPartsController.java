package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.view.IncidentView;
import io.minewatch.alerting.view.IncidentViews;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What there is too much of for one view of an incident, in pages. */
@RestController
public class IncidentPartsController {
  /** Rows on one page. */
  private static final int PAGE = 500;

  private final Access access;
  private final Present present;
  private final IncidentViews views;

  public IncidentPartsController(Access access, Present present, IncidentViews views) {
    this.access = access;
    this.present = present;
    this.views = views;
  }

  /** A page of the findings of an incident, in the order of arrival. */
  @GetMapping("/api/incidents/{id}/findings")
  public List<IncidentView.FindingView> findings(
      @PathVariable String id,
      @RequestParam(defaultValue = "0") int from,
      @RequestParam(defaultValue = "" + PAGE) int limit,
      Principal who) {
    Account account = seen(id, from, limit, who);
    return views.findings(id, from, limit, mine -> access.sight(account, mine));
  }

  /** A page of the attempts to call about an incident, in the order in which they were made. */
  @GetMapping("/api/incidents/{id}/calls")
  public List<IncidentView.CallView> calls(
      @PathVariable String id,
      @RequestParam(defaultValue = "0") int from,
      @RequestParam(defaultValue = "" + PAGE) int limit,
      Principal who) {
    Account account = seen(id, from, limit, who);
    return views.calls(id, from, limit, access.sight(account, views.mineOf(id)));
  }

  private Account seen(String id, int from, int limit, Principal who) {
    Account account = Refusals.account(present, who);
    if (!access.sees(account, views.mineOf(id))) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no incident " + id);
    }
    if (limit < 1 || limit > PAGE || from < 0) {
      throw new Refusals.Problem(HttpStatus.BAD_REQUEST, "limit is 1 to " + PAGE);
    }
    return account;
  }
}
