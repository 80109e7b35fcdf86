package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.desk.RosterDesk;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.CapRows;
import io.minewatch.alerting.notify.cap.CapAlert;
import io.minewatch.alerting.notify.cap.CapChannel;
import io.minewatch.alerting.notify.cap.CapException;
import io.minewatch.alerting.notify.cap.CapFeed;
import io.minewatch.alerting.notify.cap.CapWriter;
import io.minewatch.alerting.warning.WarningDesk;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Our alerts as CAP 1.2, for those who fetch them: the mines of the account's scope. */
@RestController
public class CapController {
  /** Messages in the feed. */
  private static final int LISTED = 100;

  /** Tests in the feed, beside them. */
  private static final int TESTS = 10;

  private final Access access;
  private final Present present;
  private final CapRows rows;
  private final WarningDesk warnings;
  private final RosterDesk rosters;
  private final Clock clock;

  public CapController(
      Access access,
      Present present,
      CapRows rows,
      WarningDesk warnings,
      RosterDesk rosters,
      Clock clock) {
    this.rosters = rosters;
    this.warnings = warnings;
    this.access = access;
    this.present = present;
    this.rows = rows;
    this.clock = clock;
  }

  /** The feed, the newest first. */
  @GetMapping(value = "/api/cap", produces = "application/atom+xml;charset=UTF-8")
  public String feed(Principal who) {
    Account account = Refusals.account(present, who);
    List<String> mines = access.seen(account, "");
    List<CapFeed.Entry> entries =
        Stream.concat(rows.newest(mines, LISTED).stream(), rows.newestTests(mines, TESTS).stream())
            .sorted(Comparator.comparing(CapChannel.Message::sent).reversed())
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

  /**
   * Which mine a test alert is about.
   *
   * @param mine its code
   */
  public record FeedTest(@Nullable String mine) {}

  /** Puts an alert of status Test into the feed; it opens nothing and calls nobody. */
  @PostMapping("/api/cap/tests")
  public RosterDesk.TestCall test(@RequestBody FeedTest body, Principal who) {
    String mine = body.mine();
    if (mine == null || !access.sees(Refusals.account(present, who), mine)) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no mine " + mine);
    }
    try {
      return rosters.testFeed(mine, who.getName());
    } catch (IllegalArgumentException e) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Takes a warning of others, for the mines of the account's scope alone. The answer is its Ack;
   * its note holds the codes of the mines that are warned.
   */
  @PostMapping(
      value = "/api/warnings",
      consumes = {"application/cap+xml", "application/xml", "text/xml"},
      produces = "application/cap+xml;charset=UTF-8")
  public String warn(@RequestBody byte[] document, Principal who) {
    Account account = Refusals.account(present, who);
    try {
      WarningDesk.Answer answer = warnings.take(document, access.seen(account).toList());
      CapAlert alert = answer.alert();
      Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
      CapAlert.Reference self =
          new CapAlert.Reference("minewatch", "ack-" + alert.identifier(), now);
      return CapWriter.ack(self, alert, String.join(" ", answer.mines()));
    } catch (CapException e) {
      throw new Refusals.Problem(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(e.getMessage()));
    }
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
