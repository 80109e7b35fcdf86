package io.minewatch.alerting.oidc;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a person signs out at the provider too. */
final class SignOut {
  /** Of a token that goes along: many servers take 8 KB of an address. */
  private static final int LONGEST_HINT = 4_096;

  private SignOut() {}

  /** The address, or null if the provider has no such place, or none that is safe. */
  static @Nullable String at(ClientRegistration registration, OidcSettings settings, String token) {
    Map<String, Object> told = registration.getProviderDetails().getConfigurationMetadata();
    if (!(told.get("end_session_endpoint") instanceof String place) || !isSafe(place)) {
      return null;
    }
    UriComponentsBuilder leave = UriComponentsBuilder.fromUriString(place);
    if (token.length() <= LONGEST_HINT) {
      leave.queryParam("id_token_hint", token);
    }
    return leave
        .queryParam("client_id", "{client}")
        .queryParam("post_logout_redirect_uri", "{home}")
        .encode()
        .buildAndExpand(settings.clientId(), settings.home())
        .toUriString();
  }

  private static boolean isSafe(String place) {
    try {
      return OidcSettings.isSafe(URI.create(place));
    } catch (IllegalArgumentException e) { // no address at all
      return false;
    }
  }
}
