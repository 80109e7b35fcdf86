package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.accident.Accident;
import io.minewatch.alerting.desk.AccidentDesk;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.view.AccidentView;
import io.minewatch.alerting.view.IncidentView;
import io.minewatch.alerting.view.IncidentViews;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

/** Incidents that are declared accidents, and the clocks of the reports that they owe. */
@RestController
public class AccidentController {
  private static final Duration PERIOD = Duration.ofDays(30);

  /** Accidents of one answer; a longer period is asked for in parts. */
  private static final int MOST = 10_000;

  /** Of what a person writes. */
  private static final int MOST_TEXT = 2_000;

  private final Access access;
  private final Present present;
  private final IncidentViews views;
  private final Store store;
  private final AccidentDesk desk;
  private final Clock clock;

  public AccidentController(
      Access access,
      Present present,
      IncidentViews views,
      Store store,
      AccidentDesk desk,
      Clock clock) {
    this.access = access;
    this.present = present;
    this.views = views;
    this.store = store;
    this.desk = desk;
    this.clock = clock;
  }

  /** What has happened, in the words of who declares it. */
  public record DeclareBody(@Nullable String what) {}

  /**
   * A report that was made.
   *
   * @param report the id under which it is owed
   * @param note to whom, and what was said
   */
  public record ReportBody(@Nullable String report, @Nullable String note) {}

  /**
   * Accidents in scope, the newest first.
   *
   * @param from when they were declared; thirty days before the end unless said
   * @param to end of the period, now unless said
   */
  @GetMapping("/api/accidents")
  public List<AccidentView> accidents(
      @RequestParam(defaultValue = "") String mine,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      Principal who) {
    Account account = Refusals.account(present, who);
    Instant now = clock.instant();
    Instant end = to == null ? now.plusMillis(1) : to;
    Instant begin = from == null ? end.minus(PERIOD) : from;
    LoadController.require(begin, end);
    return between(store, access.seen(account, mine.strip()), begin, end).stream()
        .map(each -> Objects.requireNonNull(AccidentView.of(each, now), "it is one"))
        .toList();
  }

  /** Accidents of a period; refuses one with too many. */
  static List<Accident> between(Store store, List<String> mines, Instant from, Instant to) {
    List<Accident> found = store.accidents().between(mines, from, to, MOST + 1);
    if (found.size() > MOST) {
      throw new Refusals.Problem(
          HttpStatus.BAD_REQUEST,
          "more than " + MOST + " accidents in this period: ask for a shorter one");
    }
    return found;
  }

  /** Declares an incident an accident; from then on the clocks of its reports run. */
  @PostMapping("/api/incidents/{id}/accident")
  public ResponseEntity<Object> declare(
      @PathVariable String id, @RequestBody DeclareBody body, Principal who) {
    incident(id, who);
    return answer(id, desk.declare(id, who.getName(), text(body.what())), who);
  }

  /** Puts on record that a report was made. */
  @PostMapping("/api/incidents/{id}/accident/reports")
  public ResponseEntity<Object> report(
      @PathVariable String id, @RequestBody ReportBody body, Principal who) {
    incident(id, who);
    String report = Objects.requireNonNullElse(body.report(), "");
    return answer(id, desk.report(id, report, who.getName(), text(body.note())), who);
  }

  private static String text(@Nullable String text) {
    String said = Objects.requireNonNullElse(text, "").strip();
    if (said.length() > MOST_TEXT) {
      throw new Refusals.Problem(
          HttpStatus.BAD_REQUEST, "a text has at most " + MOST_TEXT + " characters");
    }
    return said;
  }

  private ResponseEntity<Object> answer(
      String id, Accident.@Nullable Verdict verdict, Principal who) {
    IncidentView view = incident(id, who);
    if (verdict instanceof Accident.Verdict.Refused refused) {
      ProblemDetail problem =
          ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refused.refusal().english());
      problem.setTitle("refused");
      problem.setProperty("refusal", refused.refusal().name());
      problem.setProperty("words", refused.refusal().chinese());
      problem.setProperty("incident", view);
      return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
    }
    return ResponseEntity.ok(view);
  }

  private IncidentView incident(String id, Principal who) {
    Account account = Refusals.account(present, who);
    IncidentView view = views.one(id, mine -> access.sight(account, mine));
    if (view == null || !access.sees(account, view.mine())) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no incident " + id);
    }
    return view;
  }
}
