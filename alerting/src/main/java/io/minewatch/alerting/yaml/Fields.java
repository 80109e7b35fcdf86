package io.minewatch.alerting.yaml;

import io.minewatch.alerting.document.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * One mapping of a YAML file. A getter that does not find what it needs adds a problem and answers
 * a harmless stand-in, so that one pass finds every problem; nobody uses the stand-ins, because a
 * start with problems stops.
 */
public final class Fields {
  private final String where;
  private final Map<String, Object> values;
  private final Problems problems;
  private final Set<String> asked = new HashSet<>();

  private Fields(String where, Map<String, Object> values, Problems problems) {
    this.where = where;
    this.values = values;
    this.problems = problems;
  }

  /** Reads a file; a missing or unreadable one is a problem and answers an empty mapping. */
  public static Fields read(Path file, Problems problems) {
    String name = String.valueOf(file.getFileName());
    if (!Files.isRegularFile(file)) {
      problems.add(name, "missing, looked for " + file);
      return new Fields(name, Map.of(), problems);
    }
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      Object root = new Yaml(new SafeConstructor(options)).load(Files.readString(file));
      return of(name, root, problems);
    } catch (IOException | YAMLException e) {
      problems.add(name, "cannot be read: " + e.getMessage());
      return new Fields(name, Map.of(), problems);
    }
  }

  /** A mapping from elsewhere; anything else is a problem and answers an empty one. */
  public static Fields of(String where, @Nullable Object value, Problems problems) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> values.put(String.valueOf(key), each));
    } else {
      problems.add(where, "is no mapping");
    }
    return new Fields(where, values, problems);
  }

  /** Everything that is written in it. */
  public Document document() {
    return new Document(values);
  }

  public String where() {
    return where;
  }

  public void problem(String what) {
    problems.add(where, what);
  }

  public boolean has(String key) {
    asked.add(key);
    return values.get(key) != null;
  }

  /** A required text; empty is allowed only where the key is written with an empty value. */
  public String text(String key) {
    Object value = get(key);
    return value == null ? "" : String.valueOf(value);
  }

  public String text(String key, String otherwise) {
    return has(key) ? text(key) : otherwise;
  }

  public double number(String key) {
    Object value = get(key);
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value != null) {
      problem(key + " is no number: " + value);
    }
    return 0;
  }

  public int integer(String key, int otherwise) {
    return has(key) ? (int) number(key) : otherwise;
  }

  public Duration duration(String key) {
    return duration(key, get(key));
  }

  public Duration duration(String key, Duration otherwise) {
    return has(key) ? duration(key) : otherwise;
  }

  private Duration duration(String key, @Nullable Object value) {
    try {
      return value == null ? Duration.ofSeconds(1) : Duration.parse(String.valueOf(value));
    } catch (DateTimeParseException e) {
      problem(key + " is no ISO 8601 duration: " + value);
      return Duration.ofSeconds(1);
    }
  }

  public List<Duration> durations(String key) {
    return list(key).stream().map(each -> duration(key, each)).toList();
  }

  public <E extends Enum<E>> E constant(String key, Class<E> type) {
    Object value = get(key);
    E[] all = type.getEnumConstants();
    for (E each : all) {
      if (value != null && each.name().equals(String.valueOf(value).toUpperCase(Locale.ROOT))) {
        return each;
      }
    }
    if (value != null) {
      problem(key + " is none of " + List.of(all) + ": " + value);
    }
    return all[0];
  }

  public List<String> texts(String key) {
    return list(key).stream().map(String::valueOf).toList();
  }

  public List<Double> numbers(String key) {
    List<Double> numbers = new ArrayList<>();
    for (Object each : list(key)) {
      if (each instanceof Number number) {
        numbers.add(number.doubleValue());
      } else {
        problem(key + " holds no number: " + each);
      }
    }
    return numbers;
  }

  /** The mappings of a required list; each is called by its id, else by its place. */
  public List<Fields> rows(String key) {
    List<Fields> rows = new ArrayList<>();
    for (Object each : list(key)) {
      Object id = each instanceof Map<?, ?> map ? map.get("id") : null;
      String name = id == null ? key + "[" + rows.size() + "]" : "row " + id;
      rows.add(of(where + ", " + name, each, problems));
    }
    return rows;
  }

  public Fields part(String key) {
    Object value = get(key);
    return value == null
        ? new Fields(where + "." + key, Map.of(), problems)
        : of(where + "." + key, value, problems);
  }

  private List<Object> list(String key) {
    Object value = get(key);
    if (value instanceof List<?> list) {
      return new ArrayList<>(list);
    }
    if (value != null) {
      problem(key + " is no list");
    }
    return List.of();
  }

  /** Refuses every key that nobody asked for. */
  public void refuseOthers() {
    for (String key : values.keySet()) {
      if (!asked.contains(key)) {
        problem("unknown key '" + key + "'");
      }
    }
  }

  private @Nullable Object get(String key) {
    if (!has(key)) {
      problem(key + " is missing");
    }
    return values.get(key);
  }
}
