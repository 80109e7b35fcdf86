package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.bus.Intake;
import io.minewatch.alerting.desk.Troubles;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.ParkedRows;
import io.minewatch.alerting.journal.ParkedRows.Parked;
import io.minewatch.alerting.overview.Freshness;
import io.minewatch.alerting.rules.RulePacks;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is wrong with the platform itself, and what can be done about it. */
@RestController
public class PlatformController {
  /** Parked messages in one answer: those that wait the longest. */
  private static final int LISTED = 100;

  /** Names of what a trouble is about; all are counted. */
  private static final int NAMED = 50;

  private final Access access;
  private final Present present;
  private final Troubles troubles;
  private final ParkedRows parked;
  private final Intake intake;
  private final Freshness terms;

  public PlatformController(
      Access access,
      Present present,
      Troubles troubles,
      ParkedRows parked,
      Intake intake,
      RulePacks packs) {
    this.access = access;
    this.present = present;
    this.troubles = troubles;
    this.parked = parked;
    this.intake = intake;
    terms = packs.callout().freshness();
  }

  /**
   * All that is wrong now.
   *
   * @param troubles none when nothing is wrong
   * @param terms how old what is known of a mine may be before it says nothing about now
   */
  public record Platform(List<Troubles.Trouble> troubles, Freshness terms) {}

  /** What is about mines, about those in scope only. */
  @GetMapping("/api/platform")
  public Platform platform(Principal who) {
    return new Platform(troubles(Refusals.account(present, who)), terms);
  }

  /** Those that concern an account of this role and scope. */
  List<Troubles.Trouble> troubles(Account account) {
    List<Troubles.Trouble> shown = new ArrayList<>();
    for (Troubles.Trouble each : troubles.all()) {
      Troubles.Trouble his = shown(each, account);
      if (his.count() > 0) {
        shown.add(his);
      }
    }
    return shown;
  }

  private Troubles.Trouble shown(Troubles.Trouble trouble, Account account) {
    return switch (trouble.kind()) {
      case ROSTER, ALTERED, UNSEEN ->
          trouble.about(about -> access.sees(account, about.split(" ", -1)[0]), NAMED);
      case REWRITTEN, UNATTENDED, UNHEARD ->
          trouble.about(about -> access.sees(account, about), NAMED);
      case REGISTRY, PACKS -> trouble.about(about -> access.concerns(account, about), NAMED);
      case DATABASE, PARKED, BROKER, CHANNEL, CANARY -> trouble;
    };
  }

  /**
   * A message that could not be worked.
   *
   * @param payload as text; what is no UTF-8 shows as replacement characters
   */
  public record ParkedView(
      String id,
      String topic,
      String payload,
      String reason,
      int times,
      Instant firstFailed,
      Instant lastFailed,
      @Nullable Instant settled,
      @Nullable String settledBy) {
    static ParkedView of(Parked row) {
      return new ParkedView(
          row.id(),
          row.topic(),
          new String(row.payload(), StandardCharsets.UTF_8),
          row.reason(),
          row.times(),
          row.firstFailed(),
          row.lastFailed(),
          row.settled(),
          row.settledBy());
    }
  }

  @GetMapping("/api/parked")
  public List<ParkedView> parked(@RequestParam(defaultValue = "100") int limit) {
    return parked.waiting(Math.max(1, Math.min(limit, LISTED))).stream()
        .map(ParkedView::of)
        .toList();
  }

  /** Works a parked message once more; 409 with the reason if it fails again. */
  @PostMapping("/api/parked/{id}/retry")
  public ParkedView retry(@PathVariable String id, Principal who) {
    Parked row = find(id);
    String wrong = intake.retry(row, who.getName());
    if (wrong != null) {
      throw new Refusals.Problem(HttpStatus.CONFLICT, "failed again: " + wrong);
    }
    return ParkedView.of(find(id));
  }

  private Parked find(String id) {
    Parked row = parked.find(id);
    if (row == null) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no parked message " + id);
    }
    return row;
  }
}
