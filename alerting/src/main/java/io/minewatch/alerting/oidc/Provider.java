package io.minewatch.alerting.oidc;

import io.minewatch.alerting.oidc.Failed.Why;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * The provider of identities, spoken to by the code flow of OpenID Connect with PKCE. It is looked
 * up at the first sign-in and not at the start: a provider that is away takes nobody's local
 * account from him.
 *
 * <p>What counts is the signed token alone: issuer, audience, nonce, time and signature are checked
 * by Spring Security; nothing is asked for at other places.
 */
public final class Provider {
  /** How long a sign-in that has begun may take. */
  public static final Duration VALID = Attempts.VALID;

  /** After which it is looked up anew; what was known is used on while it does not answer. */
  private static final Duration KNOWN = Duration.ofHours(1);

  /** One that did not answer is not asked again before. */
  private static final Duration AWAY = Duration.ofSeconds(5);

  /** Requests that wait for it at once: a provider that hangs must not stop the console. */
  private static final int MOST_WAITING = 16;

  private final OidcSettings settings;
  private final Clock clock;
  private final Lookup lookup;
  private final Attempts attempts = new Attempts();
  private final Semaphore waiting = new Semaphore(MOST_WAITING);
  private volatile @Nullable Known known;
  private @Nullable Instant awayAt;

  private record Known(
      ClientRegistration registration,
      OidcAuthorizationCodeAuthenticationProvider tokens,
      Instant at) {
    /** Never shows the client's secret, as that of the registration would. */
    @Override
    public String toString() {
      return "provider as of " + at;
    }
  }

  /** The provider of these settings, of which nothing is known yet. */
  public Provider(OidcSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.lookup = new Lookup(settings, clock);
  }

  /**
   * A sign-in that has begun.
   *
   * @param key for the browser to keep, and to bring back
   * @param to where the person goes now
   */
  public record Begun(String key, String to) {}

  /**
   * What came back with the browser.
   *
   * @param key that it has kept
   */
  public record Back(
      @Nullable String key,
      @Nullable String state,
      @Nullable String code,
      @Nullable String error) {}

  /**
   * Somebody whom the provider vouches for.
   *
   * @param leave where the person signs out at the provider too; null if it has no such place
   * @param until when the word has to be given anew
   * @param before the session that was there when it began, which ends now; null for none
   */
  public record Vouched(
      Identity identity,
      Claims.Standing standing,
      @Nullable String leave,
      Instant until,
      @Nullable HttpSession before) {}

  /** Begins a sign-in. */
  public Begun begin(HttpServletRequest request) throws Failed {
    ClientRegistration registration = known().registration();
    DefaultOAuth2AuthorizationRequestResolver requests =
        new DefaultOAuth2AuthorizationRequestResolver(id -> registration, "/api/oidc/none");
    Consumer<OAuth2AuthorizationRequest.Builder> asks =
        OAuth2AuthorizationRequestCustomizers.withPkce();
    if (!settings.prompt().isEmpty()) {
      asks = asks.andThen(each -> each.additionalParameters(Map.of("prompt", settings.prompt())));
    }
    requests.setAuthorizationRequestCustomizer(asks);
    OAuth2AuthorizationRequest begun =
        Objects.requireNonNull(
            requests.resolve(request, registration.getRegistrationId()), "it is registered");
    String key =
        attempts.keep(begun, request.getSession(false), request.getRemoteAddr(), clock.instant());
    return new Begun(key, begun.getAuthorizationRequestUri());
  }

  /** Who has come back. */
  public Vouched end(Back back) throws Failed {
    Attempts.Begun attempt = back.key() == null ? null : attempts.take(back.key(), clock.instant());
    if (attempt == null) {
      throw new Failed(Why.EXPIRED, "no sign-in was begun by this browser, or too long ago");
    }
    OAuth2AuthorizationRequest begun = attempt.request();
    if (!Objects.equals(begun.getState(), back.state())) {
      throw new Failed(Why.NOT_TRUSTED, "it came back with another state");
    }
    if (back.error() != null) {
      throw new Failed(Why.REFUSED, "the provider says " + back.error());
    }
    String code = back.code();
    if (code == null || code.isBlank()) {
      throw Failed.empty("it came back with neither a code nor an error");
    }
    OAuth2AuthorizationResponse answer =
        OAuth2AuthorizationResponse.success(code)
            .redirectUri(settings.back())
            .state(String.valueOf(back.state()))
            .build();
    Known at = known();
    OAuth2LoginAuthenticationToken asked =
        new OAuth2LoginAuthenticationToken(
            at.registration(), new OAuth2AuthorizationExchange(begun, answer));
    take();
    try {
      Authentication token = Objects.requireNonNull(at.tokens().authenticate(asked));
      OidcUser user = (OidcUser) Objects.requireNonNull(token.getPrincipal());
      return vouched(user, at.registration(), attempt.session());
    } catch (AuthenticationException e) {
      throw new Failed(
          Failed.isAway(e) ? Why.UNREACHABLE : Why.NOT_TRUSTED, String.valueOf(e.getMessage()));
    } finally {
      waiting.release();
    }
  }

  private void take() throws Failed {
    if (!waiting.tryAcquire()) {
      throw new Failed(Why.UNREACHABLE, "too many wait for it already");
    }
  }

  private Vouched vouched(
      OidcUser user, ClientRegistration registration, @Nullable HttpSession before) throws Failed {
    Identity identity;
    try {
      identity =
          new Identity(
              settings.issuer().toString(), Objects.requireNonNullElse(user.getSubject(), ""));
    } catch (IllegalArgumentException e) {
      throw new Failed(Why.NOT_TRUSTED, String.valueOf(e.getMessage()));
    }
    return new Vouched(
        identity,
        settings.claims().of(user.getClaims()),
        SignOut.at(registration, settings, user.getIdToken().getTokenValue()),
        clock.instant().plus(settings.session()),
        before);
  }

  private Known known() throws Failed {
    Known last = known;
    if (last != null && clock.instant().isBefore(last.at().plus(KNOWN))) {
      return last;
    }
    take();
    try {
      return lookedUp();
    } finally {
      waiting.release();
    }
  }

  private synchronized Known lookedUp() throws Failed {
    Known last = known;
    Instant now = clock.instant();
    if (last != null && now.isBefore(last.at().plus(KNOWN))) {
      return last; // another one has asked meanwhile
    }
    if (awayAt != null && now.isBefore(awayAt.plus(AWAY))) {
      return orAway(last, new Failed(Why.UNREACHABLE, "it did not answer just now"));
    }
    try {
      ClientRegistration registration = lookup.registration();
      OidcAuthorizationCodeAuthenticationProvider tokens =
          new OidcAuthorizationCodeAuthenticationProvider(
              lookup.tokens(), asked -> new DefaultOidcUser(Set.of(), asked.getIdToken()));
      tokens.setJwtDecoderFactory(lookup.decoders(registration));
      last = new Known(registration, tokens, now);
      known = last;
      return last;
    } catch (Failed e) {
      awayAt = clock.instant();
      return orAway(last, e);
    }
  }

  /** What was known is used on. */
  private static Known orAway(@Nullable Known last, Failed failed) throws Failed {
    if (last == null) {
      throw failed;
    }
    return last;
  }
}
