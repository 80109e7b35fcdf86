package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.desk.ShiftDesk;
import io.minewatch.alerting.journal.AccountRows;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.report.ShiftReport;
import io.minewatch.alerting.report.Tongue;
import io.minewatch.alerting.report.Zones;
import io.minewatch.alerting.roster.Masks;
import io.minewatch.alerting.roster.Sight;
import io.minewatch.alerting.shift.Handover;
import io.minewatch.alerting.shift.Handover.Answer;
import io.minewatch.alerting.view.OpenMatters;
import io.minewatch.alerting.view.OpenMattersNow;
import io.minewatch.alerting.view.ShiftView;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
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
  private final OpenMattersNow matters;
  private final PlatformController platform;
  private final AccountRows accounts;
  private final JsonMapper json;
  private final Clock clock;

  public ShiftController(
      Access access,
      Present present,
      ShiftDesk desk,
      OpenMattersNow matters,
      PlatformController platform,
      AccountRows accounts,
      JsonMapper json,
      Clock clock) {
    this.access = access;
    this.present = present;
    this.desk = desk;
    this.matters = matters;
    this.platform = platform;
    this.accounts = accounts;
    this.json = json;
    this.clock = clock;
  }

  /** All that is open in a scope now; in the reader's own unless one is named. */
  @GetMapping("/api/shifts/now")
  public OpenMatters now(@RequestParam(required = false) @Nullable String scope, Principal who) {
    Account account = Refusals.account(present, who);
    return matters(account, scope(account, scope), mine -> access.sight(account, mine), who);
  }

  private String scope(Account account, @Nullable String asked) {
    String scope = asked == null ? account.scope() : asked.strip();
    if (!Access.covers(account, scope) || !access.isScope(scope)) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no scope '" + scope + "'");
    }
    return scope;
  }

  private OpenMatters matters(
      Account account, String scope, Function<String, Sight> sight, Principal who) {
    List<MineEntry> mines = access.seenIn(account, scope).toList();
    return matters.of(mines, sight, platform.platform(who).troubles());
  }

  /**
   * The handovers of the reader's scope and of all below it, the newest first.
   *
   * @param before only those given before this time
   */
  @GetMapping("/api/shifts")
  public List<ShiftView> shifts(
      @RequestParam(required = false) @Nullable Instant before, Principal who) {
    Account account = Refusals.account(present, who);
    Instant end = before == null ? clock.instant().plusMillis(1) : before;
    return desk.rows().within(account.scope(), end, LISTED).stream()
        .map(each -> view(each, account))
        .toList();
  }

  @GetMapping("/api/shifts/{id}")
  public ShiftView.Whole shift(@PathVariable String id, Principal who) {
    Account account = Refusals.account(present, who);
    Handover handover = find(id, account);
    OpenMatters open = json.readValue(desk.rows().matters(id), OpenMatters.class);
    return new ShiftView.Whole(view(handover, account), open, desk.isAsGiven(id));
  }

  private Handover find(String id, Account account) {
    Handover handover = desk.rows().find(id);
    if (handover == null || !Access.covers(account, handover.scope())) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no handover " + id);
    }
    return handover;
  }

  private ShiftView view(Handover of, Account account) {
    Handover.Taken taken = of.taken();
    return new ShiftView(
        of.id(),
        of.scope(),
        of.standing(),
        of.giver(),
        name(of.giver(), of.scope(), account),
        of.given(),
        of.receiver(),
        of.notes(),
        taken == null ? null : taken.by(),
        taken == null ? null : name(taken.by(), of.scope(), account),
        taken == null ? null : taken.at(),
        taken == null ? "" : taken.remarks(),
        of.withdrawn(),
        of.giver().equals(account.name()));
  }

  private String name(String of, String scope, Account reader) {
    Account account = accounts.find(of);
    String display = account == null ? of : account.display();
    return of.equals(reader.name()) || Access.isStaffOf(reader, scope)
        ? display
        : Masks.name(display);
  }

  /** What is given. */
  public record GiveBody(
      @Nullable String scope, @Nullable String receiver, @Nullable String notes) {}

  /** Gives the shift: what is open now is kept with it. */
  @PostMapping("/api/shifts")
  public ResponseEntity<Object> give(@RequestBody GiveBody body, Principal who) {
    Account account = Refusals.account(present, who);
    String scope = scope(account, body.scope());
    // Kept for everybody who may read it later: no more of a card than the farthest may see.
    String open = json.writeValueAsString(matters(account, scope, access.fromOutside(), who));
    ShiftDesk.Given given =
        new ShiftDesk.Given(scope, account.name(), text(body.receiver()), text(body.notes()));
    Answer answer = said(() -> desk.give(given, mine(scope), open), scope);
    return answer(answer, account, HttpStatus.CREATED);
  }

  /** What who takes it has to say. */
  public record TakeBody(@Nullable String remarks) {}

  /** Takes the shift: from now on who took it is responsible. */
  @PostMapping("/api/shifts/{id}/take")
  public ResponseEntity<Object> take(
      @PathVariable String id, @RequestBody TakeBody body, Principal who) {
    Account account = Refusals.account(present, who);
    String mine = mine(find(id, account).scope());
    Answer answer = said(() -> desk.take(id, mine, account.name(), text(body.remarks())), id);
    return answer(answer, account, HttpStatus.OK);
  }

  /** Calls it back; only who gave it can, while nobody has taken it. */
  @PostMapping("/api/shifts/{id}/withdraw")
  public ResponseEntity<Object> withdraw(@PathVariable String id, Principal who) {
    Account account = Refusals.account(present, who);
    String mine = mine(find(id, account).scope());
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
    return ResponseEntity.status(done).body(view(((Answer.Moved) answer).handover(), account));
  }

  private static String text(@Nullable String said) {
    return said == null ? "" : said.strip();
  }

  /** The code of the mine that a scope is, else empty. */
  private String mine(String scope) {
    String last = scope.substring(scope.lastIndexOf('/') + 1);
    return access.path(last).equals(scope) ? last : "";
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
