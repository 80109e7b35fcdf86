package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.access.SignedIn;
import io.minewatch.alerting.desk.Register;
import io.minewatch.alerting.journal.AccountRows.Account;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, and who one is. */
@RestController
public class SessionController {
  private final AuthenticationManager manager;
  private final Present present;
  private final Register register;
  private final HttpSessionSecurityContextRepository sessions =
      new HttpSessionSecurityContextRepository();

  public SessionController(AuthenticationManager manager, Present present, Register register) {
    this.manager = manager;
    this.present = present;
    this.register = register;
  }

  /** What a person types. */
  public record Credentials(@Nullable String user, @Nullable String password) {
    @Override
    public String toString() {
      return "credentials of " + user;
    }
  }

  @PostMapping("/api/session")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void signIn(
      @RequestBody Credentials typed, HttpServletRequest request, HttpServletResponse response) {
    Authentication who;
    var asked =
        UsernamePasswordAuthenticationToken.unauthenticated(
            String.valueOf(typed.user()), String.valueOf(typed.password()));
    asked.setDetails(new WebAuthenticationDetails(request));
    try {
      who = manager.authenticate(asked);
    } catch (AuthenticationException e) {
      throw new Refusals.Problem(HttpStatus.UNAUTHORIZED, String.valueOf(e.getMessage()));
    }
    SignedIn known = Present.behind(who);
    Account account = known == null ? null : present.account(known);
    if (account == null) {
      throw new Refusals.Problem(HttpStatus.UNAUTHORIZED, "the account has just changed");
    }
    register.signedIn(account, request.getRemoteAddr());
    HttpSession old = request.getSession(false);
    if (old != null) {
      old.invalidate(); // a session id from before the sign-in is worth nothing after it
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(who);
    SecurityContextHolder.setContext(context);
    sessions.saveContext(context, request, response);
  }

  @DeleteMapping("/api/session")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void signOut(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }

  @GetMapping("/api/me")
  public Map<String, String> me(Principal principal) {
    Account account = Refusals.account(present, principal);
    return Map.of(
        "user", account.name(),
        "name", account.display(),
        "role", account.role().name(),
        "scope", account.scope());
  }
}
