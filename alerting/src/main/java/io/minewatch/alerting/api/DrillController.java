package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.DrillSight;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.count.StepTaken;
import io.minewatch.alerting.desk.Drills;
import io.minewatch.alerting.desk.Register;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.drill.DrillScript;
import io.minewatch.alerting.drill.Outcome;
import io.minewatch.alerting.evidence.DrillReport;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.DrillRows.Drill;
import io.minewatch.alerting.journal.DrillRows.Notice;
import io.minewatch.alerting.journal.DrillRows.Origin;
import io.minewatch.alerting.registry.Plans;
import io.minewatch.alerting.view.IncidentView;
import io.minewatch.alerting.view.IncidentViews;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Exercises on the real path: the findings of a script are told as real ones, marked as a drill at
 * every surface, worked with the same clocks. One that is not announced is hidden until it begins
 * from all but administrators and who started it. A regulator's is never announced, and the mine
 * sees nothing of it but the call until it is over.
 */
@RestController
public class DrillController {
  /** Drills in one answer, the newest first. */
  private static final int LISTED = 200;

  /** Of a title. */
  private static final int MOST_TITLE = 200;

  private final Access access;
  private final Present present;
  private final Plans plans;
  private final Store store;
  private final Drills drills;
  private final Register register;
  private final DrillSight sight;
  private final IncidentViews views;
  private final Clock clock;

  public DrillController(
      Access access,
      Present present,
      Plans plans,
      Store store,
      Drills drills,
      Register register,
      IncidentViews views,
      Clock clock) {
    this.access = access;
    this.present = present;
    this.plans = plans;
    this.store = store;
    this.drills = drills;
    this.register = register;
    this.sight = new DrillSight(access);
    this.views = views;
    this.clock = clock;
  }

  /** One fact of a script, as it is asked for. */
  public record StepBody(
      @Nullable Duration after,
      @Nullable String point,
      @Nullable FindingKind kind,
      @Nullable Severity severity,
      @Nullable Double value,
      @Nullable Double limit) {}

  /**
   * What is asked for.
   *
   * @param starts when; at once unless said
   * @param notice announced unless said, or unless a regulator asks for it
   */
  public record DrillBody(
      @Nullable String mine,
      @Nullable String title,
      @Nullable Instant starts,
      @Nullable Notice notice,
      @Nullable List<StepBody> steps) {}

  /** Starts an exercise, now or later. */
  @PostMapping("/api/drills")
  public ResponseEntity<DrillView> start(@RequestBody DrillBody body, Principal who) {
    Account account = Refusals.account(present, who);
    String mine = Objects.requireNonNullElse(body.mine(), "");
    if (!access.sees(account, mine)) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no mine " + mine);
    }
    Instant now = clock.instant();
    Instant starts = Objects.requireNonNullElse(body.starts(), now);
    String title = Objects.requireNonNullElse(body.title(), "").strip();
    if (title.isEmpty() || title.length() > MOST_TITLE || starts.isBefore(now)) {
      throw new Refusals.Problem(
          HttpStatus.BAD_REQUEST, "a drill has a title and does not start in the past");
    }
    Origin origin = DrillSight.origin(account);
    boolean challenge = origin == Origin.CHALLENGE;
    if (challenge && body.notice() == Notice.ANNOUNCED) {
      throw new Refusals.Problem(
          HttpStatus.BAD_REQUEST, "a drill that a regulator starts is not announced");
    }
    Notice usual = challenge ? Notice.UNANNOUNCED : Notice.ANNOUNCED;
    DrillScript script;
    try {
      script = script(Objects.requireNonNullElse(body.steps(), List.of()));
      script.check(plans.current(new MineCode(mine)));
    } catch (IllegalArgumentException e) {
      throw new Refusals.Problem(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
    Drill drill =
        register.drill(
            account.name(),
            id ->
                new Drill(
                    id,
                    mine,
                    title,
                    account.name(),
                    Objects.requireNonNullElse(body.notice(), usual),
                    starts,
                    Drills.write(script),
                    0,
                    starts.plus(script.steps().get(0).after()),
                    null,
                    origin));
    return ResponseEntity.status(HttpStatus.CREATED).body(view(drill));
  }

  private static DrillScript script(List<StepBody> steps) {
    return new DrillScript(
        steps.stream()
            .map(
                step ->
                    new DrillScript.Step(
                        Objects.requireNonNullElse(step.after(), Duration.ZERO),
                        new PointId(Objects.requireNonNullElse(step.point(), "")),
                        needed(step.kind(), "kind"),
                        needed(step.severity(), "severity"),
                        needed(step.value(), "value"),
                        needed(step.limit(), "limit")))
            .toList());
  }

  private static <T> T needed(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException("each step of a drill needs its " + name);
    }
    return value;
  }

  @GetMapping("/api/drills")
  public List<DrillView> list(@RequestParam(defaultValue = "") String mine, Principal who) {
    Account account = Refusals.account(present, who);
    Instant now = clock.instant();
    List<Drill> all = store.drills().of(access.seen(account, mine.strip()), LISTED);
    Set<String> open = store.incidents().open(incidents(all));
    List<Drill> shown =
        all.stream().filter(drill -> sight.isShown(drill, account, now, open)).toList();
    Map<String, List<StepTaken>> steps = store.steps().ofAll(incidents(shown));
    return shown.stream().map(drill -> view(drill, steps)).toList();
  }

  private static List<String> incidents(List<Drill> drills) {
    return drills.stream().map(Drill::incident).filter(Objects::nonNull).toList();
  }

  private DrillView view(Drill drill) {
    return view(drill, store.steps().ofAll(incidents(List.of(drill))));
  }

  private static DrillView view(Drill drill, Map<String, List<StepTaken>> steps) {
    String incident = drill.incident();
    return DrillView.of(
        drill, incident == null ? null : Outcome.of(steps.getOrDefault(incident, List.of())));
  }

  private boolean isShown(Drill drill, Account account) {
    Set<String> open = store.incidents().open(incidents(List.of(drill)));
    return sight.isShown(drill, account, clock.instant(), open);
  }

  private Drill drill(String id, Principal who) {
    Account account = Refusals.account(present, who);
    Drill drill = store.drills().find(id);
    if (drill == null || !access.sees(account, drill.mine()) || !isShown(drill, account)) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no drill " + id);
    }
    return drill;
  }

  /** Ends an exercise early: nothing further is told. Its incident is closed like any other. */
  @PostMapping("/api/drills/{id}/end")
  public DrillView end(@PathVariable String id, Principal who) {
    Drill drill = drill(id, who);
    if (!DrillSight.mayEnd(drill, Refusals.account(present, who))) {
      throw new Refusals.Problem(HttpStatus.FORBIDDEN, "a regulator ends what a regulator started");
    }
    if (!drills.end(id)) {
      throw new Refusals.Problem(HttpStatus.CONFLICT, "nothing of this drill is left to tell");
    }
    register.drillEnded(drill, who.getName());
    return view(drill(id, who));
  }

  /** The report to print: each step, how long people took and whether in time. */
  @GetMapping("/api/drills/{id}/report")
  public ResponseEntity<String> report(@PathVariable String id, Principal who) {
    Drill drill = drill(id, who);
    String incident = drill.incident();
    Account account = Refusals.account(present, who);
    IncidentView view =
        incident == null ? null : views.whole(incident, mine -> access.sight(account, mine));
    if (view == null) {
      throw new Refusals.Problem(HttpStatus.CONFLICT, "this drill has not begun");
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
        .body(DrillReport.of(drill, view, store.steps().of(view.id()), clock.instant()));
  }
}
