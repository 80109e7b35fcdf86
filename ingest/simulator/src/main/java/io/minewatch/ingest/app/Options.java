package io.minewatch.ingest.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a program: {@code --key value} on the command line, else {@code MINEWATCH_KEY} in the
 * environment. Passwords come from the environment only. All problems are gathered and told
 * together.
 */
final class Options {
  private final Map<String, String> given = new HashMap<>();
  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();

  Options(String[] arguments, Map<String, String> environment, Set<String> known) {
    this.environment = environment;
    for (int i = 0; i < arguments.length; i += 2) {
      String key = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
      if (!known.contains(key)) {
        problems.add("no such setting: " + arguments[i] + "; known: " + known);
      } else if (i + 1 == arguments.length) {
        problems.add(arguments[i] + " needs a value");
      } else {
        given.put(key, arguments[i + 1]);
      }
    }
  }

  @Nullable String optional(String key) {
    String value = given.get(key);
    return value != null ? value : environment.get(variable(key));
  }

  /** A secret: never from the command line, where other users of the machine can read it. */
  String secret(String key) {
    return environment.getOrDefault(variable(key), "");
  }

  <T> @Nullable T required(String key, Function<String, T> of) {
    String text = optional(key);
    if (text == null) {
      problems.add("--" + key + " or " + variable(key) + " is needed");
      return null;
    }
    return read(key, text, of);
  }

  <T> @Nullable T withDefault(String key, String otherwise, Function<String, T> of) {
    String text = optional(key);
    return read(key, text == null ? otherwise : text, of);
  }

  private <T> @Nullable T read(String key, String text, Function<String, T> of) {
    try {
      return of.apply(text);
    } catch (RuntimeException e) {
      problems.add("--" + key + " '" + text + "': " + e.getMessage());
      return null;
    }
  }

  /**
   * To be called after the last setting was asked for.
   *
   * @throws IllegalArgumentException with all problems, if there are any
   */
  void refuseProblems() {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
  }

  private static String variable(String key) {
    return "MINEWATCH_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
