package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.desk.RosterDesk;
import io.minewatch.alerting.desk.RosterWatch;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.RosterRows;
import io.minewatch.alerting.roster.Duty;
import io.minewatch.alerting.roster.Gaps;
import io.minewatch.alerting.roster.Roster;
import io.minewatch.alerting.rules.RulePacks;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who is on duty, and the rosters that say so. Names and numbers are whole for the staff of a
 * roster's own scope; others see them masked, and what is saved masked stays what it was.
 */
@RestController
public class RosterController {
  private final Access access;
  private final Present present;
  private final RosterDesk desk;
  private final RosterRows rows;
  private final RosterWatch watch;
  private final RulePacks packs;
  private final Clock clock;

  public RosterController(
      Access access,
      Present present,
      RosterDesk desk,
      RosterRows rows,
      RosterWatch watch,
      RulePacks packs,
      Clock clock) {
    this.access = access;
    this.present = present;
    this.desk = desk;
    this.rows = rows;
    this.watch = watch;
    this.packs = packs;
    this.clock = clock;
  }

  /** The ladder of a mine at an instant, and when nobody will be on duty. */
  public record DutyView(Instant at, List<RungView> rungs, List<Gaps.Gap> gaps) {}

  /** One rung, and who holds it. */
  public record RungView(
      int rung, String position, String positionEnglish, List<RosterViews.OnDutyView> people) {}

  @GetMapping("/api/mines/{mine}/duty")
  public DutyView duty(
      @PathVariable String mine,
      @RequestParam(required = false) @Nullable Instant at,
      Principal who) {
    Account account = Refusals.account(present, who);
    if (!access.sees(account, mine)) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no mine " + mine);
    }
    Instant when = at == null ? clock.instant() : at;
    List<Roster> rosters = rows.all();
    List<RungView> rungs = new ArrayList<>();
    for (int rung = 1; rung <= packs.chain().ladder().size(); rung++) {
      List<RosterViews.OnDutyView> people = new ArrayList<>();
      for (Duty.OnDuty on : Duty.at(rosters, access.path(mine), rung, when)) {
        people.add(RosterViews.onDuty(on, isStaff(account, on.scope()), rows.proofs(on.scope())));
      }
      rungs.add(
          new RungView(
              rung, packs.chain().position(rung), packs.ladderEnglish().get(rung - 1), people));
    }
    return new DutyView(when, rungs, watch.gaps(mine));
  }

  /** Staff are those whose scope is the roster's own, regulators excepted. */
  private static boolean isStaff(Account account, String scope) {
    return Access.isStaffOf(account, scope);
  }

  @GetMapping("/api/roster")
  public ResponseEntity<RosterViews.RosterView> roster(@RequestParam String scope, Principal who) {
    Account account = within(scope, who);
    RosterRows.Version known = rows.find(scope);
    if (known == null) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no roster of '" + scope + "'");
    }
    return answer(known, account);
  }

  /**
   * Saves a roster. {@code If-Match} names the version that is replaced; a first one needs {@code
   * If-None-Match: *}.
   */
  @PutMapping("/api/roster")
  public ResponseEntity<RosterViews.RosterView> save(
      @RequestParam String scope,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String none,
      @RequestBody RosterViews.RosterBody body,
      Principal who) {
    Account account = within(scope, who);
    RosterRows.Version known = rows.find(scope);
    String given = known == null ? none : match;
    if (given == null) {
      throw new Refusals.Problem(
          HttpStatus.PRECONDITION_REQUIRED, "say which version is replaced: If-Match");
    }
    if (known != null ? !EntityTags.names(given, known.version()) : !EntityTags.isAny(given)) {
      throw new Refusals.Problem(HttpStatus.PRECONDITION_FAILED, "the roster has changed since");
    }
    RosterRows.Version saved;
    try {
      Roster roster = RosterViews.roster(scope, body, known == null ? null : known.roster());
      saved = desk.save(roster, known == null ? 0 : known.version(), account.name());
    } catch (IllegalArgumentException e) {
      throw new Refusals.Problem(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
    if (saved == null) {
      throw new Refusals.Problem(HttpStatus.PRECONDITION_FAILED, "the roster has changed since");
    }
    return answer(saved, account);
  }

  /** Whom to call, to see whether a number can be reached. */
  public record TestBody(@Nullable String scope, @Nullable String person) {}

  /** The attempts of a test; what became of them is asked for with the same ids. */
  public record TestView(List<RosterDesk.TestCall> attempts) {}

  /** Calls every number of a person once; who answers has proved it. */
  @PostMapping("/api/roster/tests")
  public TestView test(@RequestBody TestBody body, Principal who) {
    String scope = body.scope() == null ? "" : body.scope();
    within(scope, who);
    try {
      String person = body.person() == null ? "" : body.person();
      return new TestView(desk.test(scope, person));
    } catch (IllegalArgumentException e) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, String.valueOf(e.getMessage()));
    }
  }

  private Account within(String scope, Principal who) {
    Account account = Refusals.account(present, who);
    if (!Access.covers(account, scope) || !access.isScope(scope)) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no roster of '" + scope + "'");
    }
    return account;
  }

  private ResponseEntity<RosterViews.RosterView> answer(
      RosterRows.Version version, Account account) {
    Roster roster = version.roster();
    return ResponseEntity.ok()
        .eTag(tag(version.version()))
        .body(
            RosterViews.view(
                roster, isStaff(account, roster.scope()), rows.proofs(roster.scope())));
  }

  private static String tag(long version) {
    return "\"" + version + "\"";
  }
}
