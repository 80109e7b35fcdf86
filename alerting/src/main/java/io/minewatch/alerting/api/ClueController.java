package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.api.ClueBodies.ActBody;
import io.minewatch.alerting.api.ClueBodies.RaiseBody;
import io.minewatch.alerting.api.ClueViews.ClueCounts;
import io.minewatch.alerting.api.ClueViews.ClueRow;
import io.minewatch.alerting.api.ClueViews.ClueView;
import io.minewatch.alerting.api.ClueViews.CluesView;
import io.minewatch.alerting.api.CountersController.By;
import io.minewatch.alerting.clue.Clue;
import io.minewatch.alerting.clue.ClueAct;
import io.minewatch.alerting.clue.ClueRefusal;
import io.minewatch.alerting.clue.ClueStart;
import io.minewatch.alerting.desk.ClueDesk;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.ClueRows.Counted;
import io.minewatch.alerting.journal.ClueRows.Slice;
import io.minewatch.alerting.journal.ClueRows.Which;
import io.minewatch.alerting.registry.MineEntry;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The register of clues, for regulators alone: the mine that one is about must not learn of it
 * before somebody stands at its gate. Each look at one, and each act, is a row of the ledger.
 */
@RestController
public class ClueController {
  /** Clues of one answer. */
  private static final int MOST = 500;

  private static final String USUAL = "100";

  /** Of those who looked, the newest. */
  private static final int MOST_SEEN = 200;

  private final Access access;
  private final Present present;
  private final Store store;
  private final ClueDesk desk;
  private final Clock clock;

  public ClueController(Access access, Present present, Store store, ClueDesk desk, Clock clock) {
    this.access = access;
    this.present = present;
    this.store = store;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Clues of an area in scope, those overdue first, then by when the next stage is owed.
   *
   * @param area codes from the province down to the mine, parted by strokes; empty for all in scope
   */
  @GetMapping("/api/clues")
  public CluesView clues(
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "OPEN") Which which,
      @RequestParam(defaultValue = "0") int skip,
      @RequestParam(defaultValue = USUAL) int most,
      Principal who) {
    if (skip < 0 || most < 1 || most > MOST) {
      throw new Refusals.Problem(
          HttpStatus.BAD_REQUEST, "an answer has 1 to " + MOST + " clues, and skips some");
    }
    Instant now = clock.instant();
    List<String> mines = mines(area, who).map(mine -> mine.plan().mine().value()).toList();
    List<ClueRow> rows =
        store.clues().list(mines, which, now, new Slice(skip, most)).stream()
            .map(each -> ClueRow.of(each, now))
            .toList();
    return new CluesView(now, skip, rows);
  }

  private Stream<MineEntry> mines(String area, Principal who) {
    String asked = FourLineQuestions.path(area);
    return access
        .seen(Refusals.account(present, who))
        .filter(mine -> FourLineQuestions.lies(mine, asked));
  }

  /** How many clues each place of an area in scope has. */
  @GetMapping("/api/clues/counts")
  public List<ClueCounts> counts(
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "COUNTY") By by,
      Principal who) {
    Map<String, List<String>> places = new TreeMap<>();
    mines(area, who)
        .forEach(
            mine ->
                places
                    .computeIfAbsent(by.place(mine), place -> new ArrayList<>())
                    .add(mine.plan().mine().value()));
    Map<String, List<Counted>> counted =
        store
            .clues()
            .counts(places.values().stream().flatMap(List::stream).toList(), clock.instant())
            .stream()
            .collect(Collectors.groupingBy(Counted::mine));
    List<ClueCounts> counts = new ArrayList<>();
    places.forEach(
        (place, mines) ->
            counts.add(
                ClueCounts.of(
                    place,
                    mines.size(),
                    mines.stream()
                        .flatMap(mine -> counted.getOrDefault(mine, List.of()).stream())
                        .toList())));
    return counts;
  }

  /** Raises a clue. */
  @PostMapping("/api/clues")
  public ResponseEntity<Object> raise(@RequestBody RaiseBody body, Principal who) {
    Account account = Refusals.account(present, who);
    String mine = Objects.requireNonNullElse(body.mine(), "");
    if (!access.sees(account, mine)) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no mine " + mine);
    }
    ClueStart start =
        new ClueStart(
            mine,
            ClueStart.BY_HAND,
            Objects.requireNonNullElse(body.subject(), "").strip(),
            Objects.requireNonNullElse(body.words(), "").strip(),
            "",
            ClueBodies.evidence(body.evidence()));
    return answer(desk.raise(start, account.name()), HttpStatus.CREATED);
  }

  /** A clue with everything; that it was looked at stands in the ledger. */
  @GetMapping("/api/clues/{id}")
  public ClueView clue(@PathVariable String id, Principal who) {
    Account account = require(id, who);
    Clue clue = Objects.requireNonNull(store.clueJournal().find(id), "its row is there");
    desk.seen(clue, account.name());
    return view(clue);
  }

  private ClueView view(Clue clue) {
    return ClueView.of(
        clue,
        store.clueJournal().events(clue.id()),
        store.clueJournal().seen(clue.id(), MOST_SEEN),
        clock.instant());
  }

  private Account require(String id, Principal who) {
    Account account = Refusals.account(present, who);
    String mine = store.clues().mineOf(id);
    if (mine == null || !access.sees(account, mine)) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no clue " + id);
    }
    return account;
  }

  /** Does what is next with a clue, as the person saw it. */
  @PostMapping("/api/clues/{id}/acts")
  public ResponseEntity<Object> act(
      @PathVariable String id, @RequestBody ActBody body, Principal who) {
    Account account = require(id, who);
    Long version = body.version();
    if (body.act() == null || version == null) {
      throw new Refusals.Problem(HttpStatus.BAD_REQUEST, "an act has a name and a version");
    }
    Function<Instant, ClueAct> act =
        ClueActs.of(body, account.name(), ClueBodies.evidence(body.evidence()));
    return answer(
        Objects.requireNonNull(desk.act(id, version, act), "its row is there"), HttpStatus.OK);
  }

  private ResponseEntity<Object> answer(ClueDesk.Answer answer, HttpStatus done) {
    ClueRefusal refusal = answer.refusal();
    Clue clue = answer.clue();
    if (refusal == null) {
      return ResponseEntity.status(done).body(view(Objects.requireNonNull(clue, "it was made")));
    }
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refusal.english());
    problem.setTitle("refused");
    problem.setProperty("refusal", refusal.name());
    problem.setProperty("words", refusal.chinese());
    return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
  }
}
