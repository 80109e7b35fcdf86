package io.minewatch.alerting.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What opens the metrics to a program that has no account: a bearer token that opens this one
 * address and nothing else. It makes nobody of who brings it.
 */
public final class MetricsToken implements RequestMatcher {
  /** Fewer characters could be guessed. */
  public static final int SHORTEST = 24;

  static final String PATH = "/actuator/prometheus";
  private static final String BEARER = "Bearer ";

  private final RequestMatcher metrics =
      PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, PATH);
  private final byte[] token;

  /**
   * With the token that is asked for.
   *
   * @param token empty for none: then nothing opens
   * @throws IllegalArgumentException if it is too short
   */
  public MetricsToken(String token) {
    if (!token.isEmpty() && token.length() < SHORTEST) {
      throw new IllegalArgumentException("needs at least " + SHORTEST + " characters");
    }
    this.token = token.getBytes(StandardCharsets.UTF_8);
  }

  /** Whether the request asks for the metrics and brings the token. */
  @Override
  public boolean matches(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return token.length > 0
        && header != null
        && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && MessageDigest.isEqual(
            token, header.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8))
        && metrics.matches(request);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MetricsToken that && MessageDigest.isEqual(token, that.token);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(token);
  }

  /** Never shows it. */
  @Override
  public String toString() {
    return token.length == 0 ? "no token opens " + PATH : "a token opens " + PATH;
  }
}
