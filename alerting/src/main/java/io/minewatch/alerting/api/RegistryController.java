package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.api.RegistryViews.ChangeView;
import io.minewatch.alerting.api.RegistryViews.RegistryView;
import io.minewatch.alerting.api.RegistryViews.VersionView;
import io.minewatch.alerting.desk.RegistryAnswer;
import io.minewatch.alerting.desk.RegistryDesk;
import io.minewatch.alerting.desk.RegistryDesk.Edit;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.BackTestRows;
import io.minewatch.alerting.journal.BackTestRows.Job;
import io.minewatch.alerting.journal.ChangeRows.Change;
import io.minewatch.alerting.journal.ChangeRows.State;
import io.minewatch.alerting.journal.RegistryRows.Origin;
import io.minewatch.alerting.journal.RegistryRows.Version;
import io.minewatch.alerting.registry.DocumentText;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** The registry of a mine: read, edited, its versions, and what waits for a second person. */
@RestController
public class RegistryController {
  private static final int MOST_ROWS = 50;
  private static final int LONGEST_REASON = 1_000;
  private final Access access;
  private final Present present;
  private final Store store;
  private final RegistryDesk desk;

  public RegistryController(Access access, Present present, Store store, RegistryDesk desk) {
    this.access = access;
    this.present = present;
    this.store = store;
    this.desk = desk;
  }

  @GetMapping("/api/mines/{mine}/registry")
  public ResponseEntity<RegistryView> registry(@PathVariable String mine, Principal who) {
    Account account = seen(mine, who);
    return tagged(current(mine), account);
  }

  @GetMapping("/api/mines/{mine}/registry/versions")
  public List<VersionView> versions(
      @PathVariable String mine,
      @RequestParam(required = false) @Nullable Long before,
      Principal who) {
    Account account = seen(mine, who);
    long below = before == null ? Long.MAX_VALUE : before;
    return store.registry().history(mine, below, MOST_ROWS).stream()
        .map(each -> VersionView.of(each, access.readsNames(account, mine)))
        .toList();
  }

  @GetMapping("/api/mines/{mine}/registry/versions/{version}")
  public RegistryView version(
      @PathVariable String mine, @PathVariable long version, Principal who) {
    Account account = seen(mine, who);
    Version found = store.registry().version(mine, version);
    if (found == null) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no version " + version);
    }
    return RegistryView.of(found, access.readsNames(account, mine));
  }

  /** What a registry is to be, and why. */
  public record EditBody(
      @Nullable Map<String, Object> document, @Nullable String why, @Nullable String backTest) {}

  @PutMapping("/api/mines/{mine}/registry")
  public ResponseEntity<?> edit(
      @PathVariable String mine,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
      @RequestBody EditBody body,
      Principal who) {
    Account account = seen(mine, who);
    if (match == null) {
      throw new Refusals.Problem(
          HttpStatus.PRECONDITION_REQUIRED, "say in If-Match which version was changed");
    }
    Document document = document(body.document());
    staysInScope(account, mine, document);
    wasTried(mine, document, body.backTest());
    long held = current(mine).version();
    if (!EntityTags.names(match, held)) {
      throw stale(held);
    }
    RegistryAnswer answer =
        desk.edit(
            new Edit(
                mine,
                held,
                document,
                account.name(),
                reason(body.why(), "why"),
                Origin.PERSON,
                body.backTest()));
    return answered(answer, mine, account);
  }

  @GetMapping("/api/mines/{mine}/registry/changes")
  public List<ChangeView> changes(@PathVariable String mine, Principal who) {
    Account account = seen(mine, who);
    return store.changes().of(mine, MOST_ROWS).stream()
        .map(each -> ChangeView.of(each, access.readsNames(account, mine)))
        .toList();
  }

  /** What becomes of a change that waits. */
  public enum Decision {
    ALLOW,
    REFUSE
  }

  /** A decision; a proposal of a file may be completed with it. */
  public record DecisionBody(
      @Nullable Decision decision,
      @Nullable String reason,
      @Nullable Map<String, Object> document) {}

  @PostMapping("/api/mines/{mine}/registry/changes/{id}")
  public ResponseEntity<?> decide(
      @PathVariable String mine,
      @PathVariable String id,
      @RequestBody DecisionBody body,
      Principal who) {
    Account account = seen(mine, who);
    Change change = store.changes().find(id);
    if (change == null || !change.mine().equals(mine)) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no change " + id);
    }
    if (body.decision() == null) {
      throw new Refusals.Problem(HttpStatus.BAD_REQUEST, "a decision is ALLOW or REFUSE");
    }
    if (change.state() == State.PROPOSED && !Access.mayEdit(account)) {
      throw new Refusals.Problem(HttpStatus.FORBIDDEN, "a proposal is for those who may edit");
    }
    String reason = reason(body.reason(), "reason");
    if (body.decision() == Decision.REFUSE) {
      return answered(desk.refuse(id, account.name(), reason), mine, account);
    }
    Document completed = body.document() == null ? null : document(body.document());
    staysInScope(account, mine, completed == null ? change.document() : completed);
    return answered(desk.allow(id, account.name(), reason, completed), mine, account);
  }

  private ResponseEntity<?> answered(RegistryAnswer answer, String mine, Account account) {
    if (answer instanceof RegistryAnswer.Waiting waiting) {
      return ResponseEntity.accepted()
          .body(ChangeView.of(waiting.change(), access.readsNames(account, mine)));
    } else if (answer instanceof RegistryAnswer.Stale stale) {
      throw stale(stale.current());
    } else if (answer instanceof RegistryAnswer.Unsound unsound) {
      throw new Refusals.Problem(
          HttpStatus.UNPROCESSABLE_CONTENT, "the registry cannot hold so", unsound.problems());
    } else if (answer instanceof RegistryAnswer.NotAllowed not) {
      throw new Refusals.Problem(HttpStatus.CONFLICT, not.reason());
    } else if (answer instanceof RegistryAnswer.Gone) {
      return ResponseEntity.noContent().build();
    }
    return tagged(current(mine), account);
  }

  private ResponseEntity<RegistryView> tagged(Version version, Account account) {
    return ResponseEntity.ok()
        .eTag("\"" + version.version() + "\"")
        .body(RegistryView.of(version, access.readsNames(account, version.mine())));
  }

  private Version current(String mine) {
    return Objects.requireNonNull(store.registry().newest(mine), "a mine that is seen is kept");
  }

  private Account seen(String mine, Principal who) {
    Account account = Refusals.account(present, who);
    if (!access.sees(account, mine)) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no mine " + mine);
    }
    return account;
  }

  /** Nobody gives a mine away to where the own scope does not reach. */
  private static void staysInScope(Account account, String mine, Document document) {
    String path = "";
    if (document.get("jurisdiction") instanceof List<?> codes) {
      path = String.join("/", codes.stream().map(String::valueOf).toList()) + "/" + mine;
    }
    if (!Access.covers(account, path)) {
      throw new Refusals.Problem(
          HttpStatus.UNPROCESSABLE_CONTENT, "the jurisdiction lies outside of your scope");
    }
  }

  /** A back-test that is named was run for this mine and this very document. */
  private void wasTried(String mine, Document document, @Nullable String backTest) {
    Job job = backTest == null ? null : new BackTestRows(store.database()).find(backTest);
    boolean fits =
        job != null
            && job.mine().equals(mine)
            && job.document().equals(DocumentText.digest(document));
    if (backTest != null && !fits) {
      throw new Refusals.Problem(
          HttpStatus.BAD_REQUEST, "no back-test " + backTest + " was run for this registry");
    }
  }

  private static Document document(@Nullable Map<String, Object> body) {
    if (body == null) {
      throw new Refusals.Problem(HttpStatus.BAD_REQUEST, "a registry needs its document");
    }
    try {
      return new Document(body);
    } catch (IllegalArgumentException e) {
      throw new Refusals.Problem(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
  }

  private static String reason(@Nullable String text, String what) {
    if (text == null || text.isBlank() || text.length() > LONGEST_REASON) {
      throw new Refusals.Problem(
          HttpStatus.BAD_REQUEST, "say " + what + ", in at most " + LONGEST_REASON + " characters");
    }
    return text;
  }

  private static Refusals.Problem stale(long held) {
    return new Refusals.Problem(
        HttpStatus.PRECONDITION_FAILED,
        "version " + held + " holds now; look at it and change that one");
  }
}
