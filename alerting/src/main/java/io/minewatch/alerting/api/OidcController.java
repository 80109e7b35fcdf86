package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.SignedIn;
import io.minewatch.alerting.desk.VouchedAccounts;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.oidc.Claims.Granted;
import io.minewatch.alerting.oidc.Claims.Refused;
import io.minewatch.alerting.oidc.Claims.Standing;
import io.minewatch.alerting.oidc.Failed;
import io.minewatch.alerting.oidc.Failed.Why;
import io.minewatch.alerting.oidc.Identity;
import io.minewatch.alerting.oidc.OidcSettings;
import io.minewatch.alerting.oidc.Provider;
import io.minewatch.alerting.oidc.Provider.Back;
import io.minewatch.alerting.oidc.Provider.Vouched;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The way to the provider of identities and back. A person comes by following addresses, so what
 * fails leads to the console's sign-in page, which says it, and never to a problem document.
 */
@RestController
public class OidcController {
  private static final Logger LOG = LoggerFactory.getLogger(OidcController.class);

  /**
   * Holds the key of a sign-in that has begun. Unlike that of the session it comes along when the
   * provider sends the person back, as that is a step from another site.
   */
  private static final String COOKIE = "MINEWATCH_OIDC";

  /** Where a browser says that a step comes from. */
  private static final String FROM = "Sec-Fetch-Site";

  private final @Nullable OidcSettings settings;
  private final @Nullable Provider provider;
  private final VouchedAccounts accounts;
  private final Access access;
  private final Streams streams;

  /**
   * The way to this provider.
   *
   * @param settings null where there is none
   */
  public OidcController(
      @Nullable OidcSettings settings,
      VouchedAccounts accounts,
      Access access,
      Streams streams,
      Clock clock) {
    this.settings = settings;
    this.provider = settings == null ? null : new Provider(settings, clock);
    this.accounts = accounts;
    this.access = access;
    this.streams = streams;
  }

  /** Leads to the provider; who is led here by a foreign page signs in at the console. */
  @GetMapping("/api/oidc/start")
  public ResponseEntity<Void> start(
      @RequestHeader(name = FROM, required = false) @Nullable String from,
      HttpServletRequest request,
      HttpServletResponse response) {
    Provider at = provider();
    if ("cross-site".equals(from)) {
      return to(home());
    }
    try {
      Provider.Begun begun = at.begin(request);
      keep(response, begun.key(), Provider.VALID);
      return to(begun.to());
    } catch (Failed e) {
      return failed(e);
    } catch (RuntimeException e) {
      return broken(e);
    }
  }

  /** Where the provider sends people back, whatever came of it. */
  @GetMapping("/api/oidc/back")
  public ResponseEntity<Void> back(
      @CookieValue(name = COOKIE, required = false) @Nullable String key,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String code,
      @RequestParam(required = false) @Nullable String error,
      HttpServletRequest request,
      HttpServletResponse response) {
    Provider at = provider();
    keep(response, "", Duration.ZERO);
    try {
      Vouched vouched = at.end(new Back(key, state, code, error));
      Account account = admitted(vouched, request.getRemoteAddr());
      SignedIn who = SignedIn.vouched(account, vouched.until());
      Sessions.end(vouched.before()); // its own cookie does not come along from another site
      Sessions.begin(
          UsernamePasswordAuthenticationToken.authenticated(who, null, List.of()),
          vouched.leave(),
          request,
          response);
      return to(home());
    } catch (Failed e) {
      return failed(e);
    } catch (RuntimeException e) {
      return broken(e);
    }
  }

  private Account admitted(Vouched vouched, String address) throws Failed {
    Standing standing = vouched.standing();
    if (standing instanceof Granted granted) {
      return admitted(vouched.identity(), granted, address);
    }
    String reason = standing instanceof Refused refused ? refused.reason() : "";
    if (accounts.notGranted(vouched.identity(), reason, address)) {
      streams.accountsChanged();
    }
    throw notGranted(vouched.identity(), reason);
  }

  /** A scope may be the code of a mine, which stays when the mine comes to another county. */
  private Account admitted(Identity who, Granted granted, String address) throws Failed {
    String path = access.path(granted.scope());
    String scope = path.isEmpty() ? granted.scope() : path;
    if (!access.isScope(scope)) {
      String reason = "no mine lies in the scope '" + scope + "'";
      accounts.refused(who, reason, address);
      throw notGranted(who, reason);
    }
    Granted placed = new Granted(granted.role(), scope, granted.display());
    Optional<Account> account = accounts.signedIn(who, placed, address);
    if (account.isEmpty()) {
      accounts.refused(who, "the account is barred here", address);
      throw notGranted(who, "the account is barred here");
    }
    streams.accountsChanged();
    return account.get();
  }

  private static Failed notGranted(Identity who, String reason) {
    return new Failed(Why.NOT_GRANTED, who.account() + ": " + reason);
  }

  private Provider provider() {
    if (provider == null) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no provider of identities is configured");
    }
    return provider;
  }

  private String home() {
    return settings == null ? "/" : settings.home();
  }

  private ResponseEntity<Void> failed(Failed failed) {
    Level level = failed.isAnybodys() ? Level.DEBUG : Level.WARN; // nobody may fill the log
    LOG.atLevel(level)
        .log("a sign-in by the provider failed, {}: {}", failed.why(), failed.getMessage());
    String code = failed.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return to(home() + "?signin=" + code);
  }

  private ResponseEntity<Void> broken(RuntimeException e) {
    LOG.error("a sign-in by the provider failed by a fault of ours", e);
    return to(home() + "?signin=failed");
  }

  private static ResponseEntity<Void> to(String place) {
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(place)).build();
  }

  /** Beside the cookie of a session that begins, which a header of the answer would replace. */
  private void keep(HttpServletResponse response, String key, Duration age) {
    ResponseCookie cookie =
        ResponseCookie.from(COOKIE, key)
            .httpOnly(true)
            .secure(home().startsWith("https:"))
            .sameSite("Lax")
            .path("/api/oidc")
            .maxAge(age)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
