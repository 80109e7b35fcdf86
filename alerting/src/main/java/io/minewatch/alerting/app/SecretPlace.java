package io.minewatch.alerting.app;

import io.minewatch.alerting.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A secret is in the environment, or in the file that a variable of the same name with {@code
 * _FILE} names.
 */
final class SecretPlace {
  private static final String IN_FILE = "_FILE";
  private static final List<String> NAMES =
      List.of(
          "WEBHOOK_SECRET",
          "MAIL_PASSWORD",
          "SMS_SECRET",
          "SMS_INBOUND_SECRET",
          "VOICE_SECRET",
          OidcReader.SECRET);

  private SecretPlace() {}

  /** Whether a variable, its prefix left out, is such a secret. */
  static boolean isOne(String name) {
    String bare =
        name.endsWith(IN_FILE) ? name.substring(0, name.length() - IN_FILE.length()) : name;
    return NAMES.contains(bare);
  }

  /** The secret of this variable; one that is missing is a problem, and answers an empty text. */
  static String read(String variable, Map<String, String> environment, Problems problems) {
    String file = environment.get(variable + IN_FILE);
    String value = environment.getOrDefault(variable, "");
    if (file != null) {
      try {
        value = Files.readString(Path.of(file)).strip();
      } catch (IOException e) {
        problems.add(variable + IN_FILE, "cannot be read");
        return "";
      }
    }
    if (value.isEmpty()) {
      problems.add(variable, "missing, or " + variable + IN_FILE);
    }
    return value;
  }
}
