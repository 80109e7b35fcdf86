package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.CapRows;
import io.minewatch.alerting.notify.cap.CapChannel;
import io.minewatch.alerting.notify.cap.CapFeed;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Our alerts as CAP 1.2, for those who fetch them: the mines of the account's scope. */
@RestController
public class CapController {
  /** Messages in the feed. */
  private static final int LISTED = 100;

  private final Access access;
  private final Present present;
  private final CapRows rows;
  private final Clock clock;

  public CapController(Access access, Present present, CapRows rows, Clock clock) {
    this.access = access;
    this.present = present;
    this.rows = rows;
    this.clock = clock;
  }

  /** The feed, the newest first. */
  @GetMapping(value = "/api/cap", produces = "application/atom+xml;charset=UTF-8")
  public String feed(Principal who) {
    Account account = Refusals.account(present, who);
    List<CapFeed.Entry> entries =
        rows.newest(access.seen(account, ""), LISTED).stream()
            .map(
                message ->
                    new CapFeed.Entry(
                        message.identifier(),
                        message.title(),
                        message.sent(),
                        "/api/cap/" + message.identifier()))
            .toList();
    return CapFeed.atom(entries, clock.instant());
  }

  /** One message. */
  @GetMapping(value = "/api/cap/{identifier}", produces = "application/cap+xml;charset=UTF-8")
  public String message(@PathVariable String identifier, Principal who) {
    CapChannel.Message message = rows.find(identifier);
    if (message == null || !access.sees(Refusals.account(present, who), message.mine())) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no alert " + identifier);
    }
    return message.body();
  }
}
