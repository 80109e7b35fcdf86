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
import io.minewatch.alerting.clue.ClueEvidence;
import io.minewatch.alerting.clue.ClueRefusal;
import io.minewatch.alerting.clue.ClueStart;
import io.minewatch.alerting.desk.ClueDesk;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.ClueRows.Home;
import io.minewatch.alerting.journal.ClueRows.Slice;
import io.minewatch.alerting.journal.ClueRows.Which;
import io.minewatch.alerting.journal.ClueRows.Whose;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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

  /** An area that holds nothing. */
  private static final String NOWHERE = "-";

  /** Of those who looked, the newest. */
  private static final int MOST_SEEN = 200;

  private final Access access;
  private final Present present;
  private final Store store;
  private final ClueDesk desk;
  private final CluePointers pointers;
  private final Clock clock;

  public ClueController(Access access, Present present, Store store, ClueDesk desk, Clock clock) {
    this.access = access;
    this.present = present;
    this.store = store;
    this.desk = desk;
    this.pointers = new CluePointers(store);
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
    Account account = Refusals.account(present, who);
    Instant now = clock.instant();
    List<ClueRow> rows =
        store.clues().list(whose(area, account), which, now, new Slice(skip, most)).stream()
            .map(each -> ClueRow.of(each, access.sight(account, each.mine()), now))
            .toList();
    return new CluesView(now, skip, rows);
  }

  /** What lies in an area and in the account's scope, by where it lay then and where it is now. */
  private Whose whose(String area, Account account) {
    String asked = FourLineQuestions.path(area);
    List<String> mines =
        access
            .seen(account)
            .filter(mine -> FourLineQuestions.lies(mine, asked))
            .map(mine -> mine.plan().mine().value())
            .toList();
    boolean around = asked.isEmpty() || (account.scope() + "/").startsWith(asked + "/");
    String shown = around ? account.scope() : asked;
    return new Whose(Access.covers(account, shown) ? shown : NOWHERE, mines);
  }

  /**
   * How many clues each place of an area in scope has, by where its mine lay when it was raised.
   */
  @GetMapping("/api/clues/counts")
  public List<ClueCounts> counts(
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "COUNTY") By by,
      Principal who) {
    Account account = Refusals.account(present, who);
    return ClueCounts.of(store.clues().counts(whose(area, account), clock.instant()), by);
  }

  /** Raises a clue. */
  @PostMapping("/api/clues")
  public ResponseEntity<Object> raise(@RequestBody RaiseBody body, Principal who) {
    Account account = Refusals.account(present, who);
    String mine = Objects.requireNonNullElse(body.mine(), "");
    if (!access.sees(account, mine)) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no mine " + mine);
    }
    List<ClueEvidence> evidence = ClueBodies.evidence(body.evidence());
    pointers.require(mine, evidence);
    ClueStart start = ClueBodies.start(body, access.path(mine), evidence);
    return answer(desk.raise(start, account.name()), account, HttpStatus.CREATED);
  }

  /** A clue with everything; that it was looked at stands in the ledger. */
  @GetMapping("/api/clues/{id}")
  public ClueView clue(@PathVariable String id, Principal who) {
    Account account = require(id, who);
    Clue clue = Objects.requireNonNull(store.clueJournal().find(id), "its row is there");
    desk.seen(clue, account.name());
    return view(clue, account);
  }

  private ClueView view(Clue clue, Account account) {
    return ClueView.of(
        clue,
        store.clueJournal().story(clue.id(), MOST_SEEN),
        access.sight(account, clue.start().mine()),
        clock.instant());
  }

  private Account require(String id, Principal who) {
    Account account = Refusals.account(present, who);
    Home home = store.clues().home(id);
    if (home == null
        || !(access.sees(account, home.mine()) || Access.covers(account, home.path()))) {
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
    List<ClueEvidence> evidence = ClueBodies.evidence(body.evidence());
    Home home = Objects.requireNonNull(store.clues().home(id), "asked before");
    pointers.require(home.mine(), evidence);
    Function<Instant, ClueAct> act = ClueActs.of(body, account.name(), evidence);
    return answer(
        Objects.requireNonNull(desk.act(id, version, act), "its row is there"),
        account,
        HttpStatus.OK);
  }

  private ResponseEntity<Object> answer(ClueDesk.Answer answer, Account account, HttpStatus done) {
    ClueRefusal refusal = answer.refusal();
    Clue clue = answer.clue();
    if (refusal == null) {
      return ResponseEntity.status(done)
          .body(view(Objects.requireNonNull(clue, "it was made"), account));
    }
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refusal.english());
    problem.setTitle("refused");
    problem.setProperty("refusal", refusal.name());
    problem.setProperty("words", refusal.chinese());
    return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
  }
}
