package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.access.SignedIn;
import io.minewatch.alerting.chain.Verdict;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.view.IncidentView;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every refusal leaves as a problem document (RFC 9457). */
@RestControllerAdvice
public class Refusals extends ResponseEntityExceptionHandler {
  /** A request that cannot be granted, with words for a person. */
  static final class Problem extends RuntimeException {
    private final HttpStatus status;
    private final List<String> problems;

    Problem(HttpStatus status, String detail) {
      this(status, detail, List.of());
    }

    /** With every single thing that is wrong. */
    Problem(HttpStatus status, String detail, List<String> problems) {
      super(detail, null, false, false);
      this.status = status;
      this.problems = List.copyOf(problems);
    }
  }

  @ExceptionHandler(Problem.class)
  ProblemDetail problem(Problem problem) {
    ProblemDetail detail =
        ProblemDetail.forStatusAndDetail(problem.status, String.valueOf(problem.getMessage()));
    if (!problem.problems.isEmpty()) {
      detail.setProperty("problems", problem.problems);
    }
    return detail;
  }

  /** An act that the chain refuses, and the incident as it is. */
  static ResponseEntity<Object> refused(Verdict.Refused refused, IncidentView view) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refused.words());
    problem.setTitle("refused");
    problem.setProperty("refusal", refused.refusal().name());
    problem.setProperty("words", refused.refusal().chinese());
    problem.setProperty("incident", view);
    return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
  }

  /** The account behind a signed-in name; one that was removed meanwhile is nobody any more. */
  static Account account(Present present, Principal principal) {
    SignedIn who = Present.behind(principal);
    Account account = who == null ? null : present.account(who);
    if (account == null) {
      throw new Problem(HttpStatus.UNAUTHORIZED, "sign in first");
    }
    return account;
  }
}
