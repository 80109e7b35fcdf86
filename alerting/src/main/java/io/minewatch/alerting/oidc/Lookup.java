package io.minewatch.alerting.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.minewatch.alerting.oidc.Failed.Why;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How the provider is asked: each question has an end in time, and each answer one in bytes. */
final class Lookup {
  /** A person waits for it. */
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private static final int MOST_BYTES = 1 << 20;
  private static final String ID = "provider";
  private static final JsonMapper JSON = new JsonMapper();

  private final OidcSettings settings;
  private final Clock clock;

  Lookup(OidcSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** What the provider says of itself. */
  ClientRegistration registration() throws Failed {
    String issuer = settings.issuer().toString();
    URI at = URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
    try {
      String text = retriever().retrieveResource(at.toURL()).getContent();
      Map<String, Object> told = JSON.readValue(text, new TypeReference<Map<String, Object>>() {});
      if (!issuer.equals(told.get("issuer"))) {
        throw new Failed(Why.UNREACHABLE, at + " is the place of another issuer");
      }
      for (String place : new String[] {"authorization_endpoint", "token_endpoint", "jwks_uri"}) {
        if (!OidcSettings.isSafe(URI.create(String.valueOf(told.get(place))))) {
          throw new Failed(Why.UNREACHABLE, at + ": " + place + " is not https");
        }
      }
      return ClientRegistrations.fromOidcConfiguration(told)
          .registrationId(ID)
          .clientId(settings.clientId())
          .clientSecret(settings.secret().value())
          .redirectUri(settings.back())
          .scope("openid", "profile")
          .build();
    } catch (IOException | JacksonException | IllegalArgumentException | IllegalStateException e) {
      throw new Failed(Why.UNREACHABLE, at + ": " + e.getMessage());
    }
  }

  private static DefaultResourceRetriever retriever() {
    int millis = (int) TIMEOUT.toMillis();
    return new DefaultResourceRetriever(millis, millis, MOST_BYTES);
  }

  /** What changes a code for a token. */
  RestClientAuthorizationCodeTokenResponseClient tokens() {
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(TIMEOUT).build());
    requests.setReadTimeout(TIMEOUT); // of the whole answer
    RestClientAuthorizationCodeTokenResponseClient client =
        new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(
        RestClient.builder()
            .requestFactory(requests)
            .requestInterceptor(
                (request, body, next) -> new ShortAnswer(next.execute(request, body), MOST_BYTES))
            .configureMessageConverters(
                all ->
                    all.addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return client;
  }

  /** What checks a token: its signature by the provider's keys of now, then what it says. */
  JwtDecoderFactory<ClientRegistration> decoders(ClientRegistration registration) throws Failed {
    String keys = registration.getProviderDetails().getJwkSetUri();
    JWKSource<SecurityContext> source;
    try {
      source =
          JWKSourceBuilder.create(URI.create(keys).toURL(), retriever())
              .retrying(true)
              .refreshAheadCache(false)
              .build();
    } catch (MalformedURLException e) {
      throw new Failed(Why.UNREACHABLE, "its keys lie nowhere: " + keys);
    }
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(JWSAlgorithm.parse(settings.algorithm()), source));
    processor.setJWTClaimsSetVerifier((claims, context) -> {}); // the validator looks at them
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    decoder.setClaimSetConverter(
        new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
    JwtTimestampValidator times = new JwtTimestampValidator();
    times.setClock(clock);
    OidcIdTokenValidator token = new OidcIdTokenValidator(registration);
    token.setClock(clock);
    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, token));
    return asked -> decoder;
  }
}
