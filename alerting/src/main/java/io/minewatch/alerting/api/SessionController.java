package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.access.SignedIn;
import io.minewatch.alerting.desk.Register;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.AccountRows.Role;
import io.minewatch.alerting.oidc.OidcSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
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
  private final @Nullable OidcSettings provider;

  /**
   * Sessions of those whom the manager knows.
   *
   * @param provider of identities, null where there is none
   */
  public SessionController(
      AuthenticationManager manager,
      Present present,
      Register register,
      @Nullable OidcSettings provider) {
    this.provider = provider;
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
    Sessions.begin(who, null, request, response);
  }

  /**
   * How one may sign in.
   *
   * @param provider host of the provider of identities; null where there is none
   */
  public record Ways(@Nullable String provider) {}

  /** The ways in; a local account is always one. */
  @GetMapping("/api/session")
  public Ways ways() {
    return new Ways(provider == null ? null : provider.issuer().getHost());
  }

  /**
   * A session that has ended.
   *
   * @param leave where the person still is signed in, and is to sign out
   */
  public record Ended(String leave) {}

  /** Ends the session; 204 where that is all. */
  @DeleteMapping("/api/session")
  public ResponseEntity<Ended> signOut(HttpServletRequest request) {
    String leave = Sessions.end(request);
    return leave == null ? ResponseEntity.noContent().build() : ResponseEntity.ok(new Ended(leave));
  }

  /**
   * Who one is.
   *
   * @param until when a sign-in by the provider ends however busy one is; null for one that does
   *     not
   */
  public record Me(String user, String name, Role role, String scope, @Nullable Instant until) {}

  @GetMapping("/api/me")
  public Me me(Principal principal) {
    Account account = Refusals.account(present, principal);
    SignedIn who = Present.behind(principal);
    return new Me(
        account.name(),
        account.display(),
        account.role(),
        account.scope(),
        who == null ? null : who.until());
  }
}
