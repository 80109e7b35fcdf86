package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.desk.ShiftDesk;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.report.ShiftReport;
import io.minewatch.alerting.report.Tongue;
import io.minewatch.alerting.report.Zones;
import io.minewatch.alerting.shift.Handover;
import io.minewatch.alerting.shift.Handover.Answer;
import io.minewatch.alerting.shift.Handover.Refusal;
import io.minewatch.alerting.view.OpenMatters;
import io.minewatch.alerting.view.ShiftView;
import java.security.Principal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** One shift hands over to the next: given by one person, taken by another, each signed in. */
@RestController
public class ShiftController {
  /** Handovers on one page, the newest first. */
  private static final int LISTED = 50;

  private final Access access;
  private final Present present;
  private final ShiftDesk desk;
  private final ShiftViews views;
  private final JsonMapper json;
  private final Clock clock;

  public ShiftController(
      Access access,
      Present present,
      ShiftDesk desk,
      ShiftViews views,
      JsonMapper json,
      Clock clock) {
    this.access = access;
    this.present = present;
    this.desk = desk;
    this.views = views;
    this.json = json;
    this.clock = clock;
  }

  /** All that is open in a scope now; in the reader's own unless one is named. */
  @GetMapping("/api/shifts/now")
  public OpenMatters now(@RequestParam(required = false) @Nullable String scope, Principal who) {
    Account account = Refusals.account(present, who);
    String asked = scope == null ? account.scope() : scope.strip();
    if (!Access.covers(account, asked) || !access.isScope(asked)) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no scope '" + asked + "'");
    }
    return views.now(account, asked);
  }

  /**
   * The handovers of the reader's scope and of all below it, the newest first, 50 on a page. One of
   * the very scope that waits to be taken is the first of all, however many came after it below.
   *
   * @param after the last one of the page before
   */
  @GetMapping("/api/shifts")
  public List<ShiftView> shifts(
      @RequestParam(required = false) @Nullable String after, Principal who) {
    Account account = Refusals.account(present, who);
    Handover last = after == null ? null : find(after, account);
    return desk.rows().listed(account.scope(), last, LISTED).stream()
        .map(each -> views.view(each, account))
        .toList();
  }

  @GetMapping("/api/shifts/{id}")
  public ShiftView.Whole shift(@PathVariable String id, Principal who) {
    Account account = Refusals.account(present, who);
    Handover handover = find(id, account);
    OpenMatters open = json.readValue(desk.rows().matters(id), OpenMatters.class);
    String then = desk.rows().takenMatters(id);
    return new ShiftView.Whole(
        views.view(handover, account),
        open,
        then.isEmpty() ? null : json.readValue(then, OpenMatters.class),
        desk.isAsGiven(handover));
  }

  private Handover find(String id, Account account) {
    Handover handover = desk.rows().find(id);
    if (handover == null || !Access.covers(account, handover.scope())) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no handover " + id);
    }
    return handover;
  }

  /** What is given. */
  public record GiveBody(@Nullable String receiver, @Nullable String notes) {}

  /** Gives the shift of one's own scope: what is open now is kept with it. */
  @PostMapping("/api/shifts")
  public ResponseEntity<Object> give(@RequestBody GiveBody body, Principal who) {
    Account account = Refusals.account(present, who);
    String scope = account.scope();
    if (!access.isScope(scope)) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no mine in '" + scope + "'");
    }
    String open = json.writeValueAsString(views.kept(account, scope));
    ShiftDesk.Given given =
        new ShiftDesk.Given(scope, account.name(), text(body.receiver()), text(body.notes()));
    Answer answer = said(() -> desk.give(given, views.mine(scope), open), scope);
    return answer(answer, account, HttpStatus.CREATED);
  }

  /**
   * What who takes it has to say.
   *
   * @param seen the version of what is open that this person has seen
   */
  public record TakeBody(@Nullable String remarks, @Nullable String seen) {}

  /**
   * Takes the shift: from now on who took it is responsible. Refused when what is open is no longer
   * what this person has seen.
   */
  @PostMapping("/api/shifts/{id}/take")
  public ResponseEntity<Object> take(
      @PathVariable String id, @RequestBody TakeBody body, Principal who) {
    Account account = Refusals.account(present, who);
    Handover handover = find(id, account);
    if (!ShiftViews.isOfScope(account, handover.scope())) {
      return answer(new Answer.Refused(Refusal.OTHER_SCOPE), account, HttpStatus.OK);
    }
    OpenMatters open = views.kept(account, handover.scope());
    if (handover.standing() == Handover.Standing.GIVEN && !open.version().equals(body.seen())) {
      return answer(new Answer.Refused(Refusal.CHANGED), account, HttpStatus.OK);
    }
    String mine = views.mine(handover.scope());
    Answer answer =
        said(
            () ->
                desk.take(
                    id,
                    mine,
                    new ShiftDesk.Take(account.name(), account.display(), text(body.remarks())),
                    json.writeValueAsString(open)),
            id);
    return answer(answer, account, HttpStatus.OK);
  }

  /** Calls it back; only who gave it can, while nobody has taken it. */
  @PostMapping("/api/shifts/{id}/withdraw")
  public ResponseEntity<Object> withdraw(@PathVariable String id, Principal who) {
    Account account = Refusals.account(present, who);
    String mine = views.mine(find(id, account).scope());
    return answer(said(() -> desk.withdraw(id, mine, account.name()), id), account, HttpStatus.OK);
  }

  private Answer said(Supplier<@Nullable Answer> act, String id) {
    try {
      Answer answer = act.get();
      if (answer == null) {
        throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no handover " + id);
      }
      return answer;
    } catch (IllegalArgumentException e) {
      throw new Refusals.Problem(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
  }

  private ResponseEntity<Object> answer(Answer answer, Account account, HttpStatus done) {
    if (answer instanceof Answer.Refused refused) {
      ProblemDetail problem =
          ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refused.why().english());
      problem.setTitle("refused");
      problem.setProperty("refusal", refused.why().name());
      problem.setProperty("words", refused.why().chinese());
      return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
    }
    return ResponseEntity.status(done)
        .body(views.view(((Answer.Moved) answer).handover(), account));
  }

  private static String text(@Nullable String said) {
    return said == null ? "" : said.strip();
  }

  /** The report to print. */
  @GetMapping("/api/shifts/{id}/report")
  public ResponseEntity<String> report(
      @PathVariable String id, @RequestParam(defaultValue = "ZH") Tongue lang, Principal who) {
    ShiftView.Whole whole = shift(id, who);
    String scope = whole.shift().scope();
    MineEntry first = access.seenIn(Refusals.account(present, who), scope).findFirst().orElse(null);
    ZoneId zone = first == null ? ZoneId.of("UTC") : Zones.of(first.plan());
    String place =
        first != null && first.path().equals(scope)
            ? lang.say(first.plan().name(), first.plan().nameEnglish())
            : scope.isEmpty() ? lang.say("全国", "The nation") : scope;
    return ReportController.page(new ShiftReport(lang, zone, clock.instant()).of(whole, place));
  }
}
