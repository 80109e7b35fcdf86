package io.minewatch.alerting.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import io.minewatch.alerting.notify.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The provider of identities, and what its word is worth here.
 *
 * @param issuer as it stands in its tokens
 * @param secret of this client at the provider
 * @param console where people reach the console: the provider sends them back there
 * @param algorithm by which its tokens are signed; no other one is taken
 * @param prompt what the provider is to ask even somebody whom it knows: {@code login} for the
 *     password anew, {@code select_account} for who it is; empty for nothing, where no screen is
 *     shared
 * @param session after which a person has to be vouched for anew, however busy
 */
public record OidcSettings(
    URI issuer,
    String clientId,
    Secret secret,
    URI console,
    String algorithm,
    String prompt,
    Duration session,
    Claims claims) {
  /** A day: who has left must not stay signed in for longer. */
  private static final Duration LONGEST_SESSION = Duration.ofHours(24);

  private static final List<String> PROMPTS = List.of("login", "select_account", "");

  public OidcSettings {
    requireSafe("issuer", issuer);
    requireSafe("console", console);
    if (clientId.isEmpty()) {
      throw new IllegalArgumentException("clientId is empty");
    }
    // Symmetric ones would let everybody who knows the client's secret make tokens.
    if (!JWSAlgorithm.Family.SIGNATURE.contains(JWSAlgorithm.parse(algorithm))) {
      throw new IllegalArgumentException(
          "algorithm is one of " + JWSAlgorithm.Family.SIGNATURE + ", was " + algorithm);
    }
    if (!PROMPTS.contains(prompt)) {
      throw new IllegalArgumentException("prompt is one of " + PROMPTS + ", was " + prompt);
    }
    if (session.isNegative() || session.isZero() || session.compareTo(LONGEST_SESSION) > 0) {
      throw new IllegalArgumentException("session is above zero and at most " + LONGEST_SESSION);
    }
  }

  /** Anything but TLS is for the same machine alone. */
  private static void requireSafe(String what, URI address) {
    if (!isSafe(address) || address.getQuery() != null || address.getFragment() != null) {
      throw new IllegalArgumentException(
          what + " is https, or http on this machine, without query and fragment: " + address);
    }
  }

  static boolean isSafe(URI address) {
    String host = String.valueOf(address.getHost());
    boolean local = host.equals("127.0.0.1") || host.equals("localhost");
    return address.getHost() != null
        && ("https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && local));
  }

  /** Where the provider sends people back; to be registered there. */
  public String back() {
    return console.toString().replaceFirst("/$", "") + "/api/oidc/back";
  }

  /** The console itself. */
  public String home() {
    return console.toString().replaceFirst("/$", "") + "/";
  }
}
