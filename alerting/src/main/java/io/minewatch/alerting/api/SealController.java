package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.desk.SealDesk;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.seal.Seal;
import io.minewatch.alerting.seal.Sign;
import io.minewatch.domain.plan.MineStatus;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The electronic seal (电子封条) of a mine that is declared suspended or closed, for regulators alone:
 * what a mine could bring itself, or could read of itself, would seal nothing.
 */
@RestController
public class SealController {
  private final Access access;
  private final Present present;
  private final SealDesk desk;
  private final Clock clock;

  public SealController(Access access, Present present, SealDesk desk, Clock clock) {
    this.access = access;
    this.present = present;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * One sign.
   *
   * @param point that showed it; empty for the mine as a whole
   * @param words of both languages, with the figures
   */
  public record SignView(
      Sign.Kind kind, String point, double seen, double limit, Instant since, String words) {}

  /**
   * A mine behind its seal.
   *
   * @param sealed whether the registry declares it suspended or closed; else all that follows is
   *     empty
   * @param since from when
   * @param shift begin of the shift that was looked at
   * @param signs what does not fit in this shift, so far
   * @param clue whether it is enough for a clue; null where nothing was heard of this shift: then
   *     nobody knows
   * @param heard what is watched at all, and how many windows of the shift were heard
   */
  public record SealView(
      boolean sealed,
      @Nullable MineStatus status,
      @Nullable Instant since,
      @Nullable Instant shift,
      List<SignView> signs,
      @Nullable Boolean clue,
      List<SealDesk.Heard> heard) {}

  /** How many windows of how many points a table held. */
  public record Brought(int points, int windows) {}

  /** A mine in scope as it is now. */
  @GetMapping("/api/mines/{mine}/seal")
  public SealView seal(@PathVariable String mine, Principal who) {
    account(mine, who);
    SealDesk.Look look = desk.look(mine);
    if (look == null) {
      return new SealView(false, null, null, null, List.of(), null, List.of());
    }
    List<SignView> signs =
        look.signs().stream()
            .map(
                each ->
                    new SignView(
                        each.kind(),
                        each.point(),
                        each.seen(),
                        each.limit(),
                        each.since(),
                        each.words()))
            .toList();
    int windows = look.heard().stream().mapToInt(SealDesk.Heard::windows).sum();
    Boolean clue = Seal.says(look.clue(), windows);
    return new SealView(true, look.status(), look.since(), look.shift(), signs, clue, look.heard());
  }

  /**
   * Takes a table of what was seen: all of it, or nothing where any row is wrong. The same window
   * once more takes the place of what was known.
   */
  @PostMapping(value = "/api/mines/{mine}/seal", consumes = "text/csv")
  public Brought bring(@PathVariable String mine, @RequestBody byte[] table, Principal who) {
    Account account = account(mine, who);
    SealTable.Parsed parsed =
        SealTable.parse(new String(table, StandardCharsets.UTF_8), clock.instant());
    if (!parsed.problems().isEmpty()) {
      throw new Refusals.Problem(
          HttpStatus.UNPROCESSABLE_CONTENT, "the table is not sound", parsed.problems());
    }
    desk.bring(mine, parsed.courses(), account.name());
    int windows = parsed.courses().stream().mapToInt(each -> each.values().size()).sum();
    return new Brought(parsed.courses().size(), windows);
  }

  private Account account(String mine, Principal who) {
    Account account = Refusals.account(present, who);
    if (!access.sees(account, mine)) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no mine " + mine);
    }
    return account;
  }
}
