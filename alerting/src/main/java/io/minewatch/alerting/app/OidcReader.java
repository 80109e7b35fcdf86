package io.minewatch.alerting.app;

import io.minewatch.alerting.journal.AccountRows.Role;
import io.minewatch.alerting.notify.Secret;
import io.minewatch.alerting.oidc.Claims;
import io.minewatch.alerting.oidc.OidcSettings;
import io.minewatch.alerting.yaml.Fields;
import io.minewatch.alerting.yaml.Problems;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the provider of identities of the settings file. */
final class OidcReader {
  static final String SECRET = "OIDC_SECRET";

  /** One shift of twelve hours, and the handover. */
  private static final Duration SESSION = Duration.ofHours(14);

  private OidcReader() {}

  static @Nullable OidcSettings read(
      Fields fields, Map<String, String> environment, Problems problems) {
    String secret = SecretPlace.read(AlertingSettings.PREFIX + SECRET, environment, problems);
    OidcSettings read = null;
    try {
      read =
          new OidcSettings(
              URI.create(fields.text("issuer")),
              fields.text("clientId"),
              new Secret(secret),
              URI.create(fields.text("console")),
              fields.text("algorithm", "RS256"),
              fields.text("prompt", "login"),
              fields.duration("session", SESSION),
              claims(fields));
    } catch (IllegalArgumentException e) {
      fields.problem(String.valueOf(e.getMessage()));
    }
    fields.refuseOthers();
    return read;
  }

  private static Claims claims(Fields fields) {
    Map<String, Role> roles = new TreeMap<>();
    for (Fields row : fields.rows("roles")) {
      put(row, roles, row.constant("role", Role.class));
    }
    Map<String, String> scopes = new TreeMap<>();
    for (Fields row : fields.rows("scopes")) {
      put(row, scopes, row.text("scope"));
    }
    return new Claims(
        fields.text("roleClaim"),
        roles,
        fields.text("scopeClaim"),
        scopes,
        fields.text("nameClaim", "name"));
  }

  private static <T> void put(Fields row, Map<String, T> rows, T means) {
    String value = row.text("value");
    if (value.isEmpty() || rows.put(value, means) != null) {
      row.problem("value is empty, or there twice");
    }
    row.refuseOthers();
  }
}
