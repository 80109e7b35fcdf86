package io.minewatch.ingest.gateway.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Takes values out of a flat YAML file and of the environment, which comes before the file: the key
 * {@code broker-uri} is the variable {@code MINEWATCH_GATEWAY_BROKER_URI}. Gathers all problems.
 */
final class SettingsReader {
  static final String PREFIX = "MINEWATCH_GATEWAY_";

  private static final String FILE = "-file";

  private final Map<String, String> given = new HashMap<>();
  private final Set<String> fromFile = new HashSet<>();
  private final Set<String> known = new HashSet<>();
  private final Set<String> problems = new TreeSet<>();

  /**
   * Loads what is given.
   *
   * @param file null for none
   */
  SettingsReader(@Nullable Path file, Map<String, String> environment) {
    if (file != null) {
      load(file);
    }
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX)) {
            String key = name.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
            given.put(key.replace('_', '-'), value);
            fromFile.remove(key.replace('_', '-'));
          }
        });
  }

  private void load(Path file) {
    try (Reader text = Files.newBufferedReader(file)) {
      Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
      if (!(root instanceof Map<?, ?> map)) {
        problems.add(file + ": must be a map of keys and values");
        return;
      }
      map.forEach((key, value) -> given.put(String.valueOf(key), String.valueOf(value)));
      fromFile.addAll(given.keySet());
    } catch (IOException | YAMLException e) {
      problems.add(file + ": cannot be read: " + e.getMessage());
    }
  }

  /** A value that must be there; null, and a problem, if it is not or does not fit. */
  <T> @Nullable T required(String key, Function<String, T> parse) {
    T value = optional(key, parse);
    if (value == null && !given.containsKey(key)) {
      problems.add(key + ": is missing");
    }
    return value;
  }

  /** A value with a default. */
  <T> T or(String key, T usual, Function<String, T> parse) {
    T value = optional(key, parse);
    return value == null ? usual : value;
  }

  /** A value that may be missing. */
  <T> @Nullable T optional(String key, Function<String, T> parse) {
    known.add(key);
    String text = given.get(key);
    if (text == null) {
      return null;
    }
    try {
      return parse.apply(text);
    } catch (RuntimeException e) {
      problems.add(key + ": '" + text + "' does not fit: " + e.getMessage());
      return null;
    }
  }

  /** A secret out of the environment or of a file of its own; empty if there is none. */
  String secret(String key) {
    known.add(key);
    if (fromFile.contains(key)) {
      problems.add(key + ": a secret belongs in the environment or in " + key + FILE);
      return "";
    }
    Path file = optional(key + FILE, Path::of);
    String text = given.get(key);
    if (text != null && file != null) {
      problems.add(key + ": is given twice, as a variable and as a file");
    }
    if (text != null || file == null) {
      return text == null ? "" : text;
    }
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      problems.add(key + FILE + ": cannot read " + e.getMessage());
      return "";
    }
  }

  /** Whether a value was given. */
  boolean has(String key) {
    known.add(key);
    return given.containsKey(key);
  }

  /** Adds a problem. */
  void refuse(String key, String why) {
    problems.add(key + ": " + why);
  }

  /** Something that refuses to be made: a problem. */
  <T> @Nullable T attempt(String key, java.util.function.Supplier<T> make) {
    try {
      return make.get();
    } catch (RuntimeException e) {
      problems.add(key + ": " + e.getMessage());
      return null;
    }
  }

  /** What is wrong, unknown keys included; empty if nothing is. */
  List<String> problems() {
    for (String key : given.keySet()) {
      if (!known.contains(key)) {
        problems.add(key + ": no such setting");
      }
    }
    return new ArrayList<>(problems);
  }
}
