package io.minewatch.alerting.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The registry of one mine as it is written down: mappings, lists, texts, numbers and truth values,
 * with the keys of the mine files. Never changed; two documents that say the same are equal.
 *
 * @param root numbers are {@code Long} when whole, else {@code Double}; a key without a value is as
 *     good as absent
 */
public record Document(Map<String, Object> root) {
  /** Deeper than any registry; keeps a hostile document from the stack. */
  private static final int MAX_DEPTH = 8;

  private static final double WHOLE_BELOW = 1e15;

  public Document {
    root = mapping(root, 0);
  }

  private static Map<String, Object> mapping(Map<?, ?> from, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("a registry is at most " + MAX_DEPTH + " deep");
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : from.entrySet()) {
      Object value = value(entry.getValue(), depth + 1);
      if (value != null) {
        copy.put(String.valueOf(entry.getKey()), value);
      }
    }
    return Collections.unmodifiableMap(copy);
  }

  private static @Nullable Object value(@Nullable Object from, int depth) {
    if (from instanceof Map<?, ?> map) {
      return mapping(map, depth);
    } else if (from instanceof Collection<?> list) {
      List<Object> copy = new ArrayList<>();
      for (Object each : list) {
        Object value = value(each, depth + 1);
        if (value != null) {
          copy.add(value);
        }
      }
      return List.copyOf(copy);
    } else if (from instanceof Number number) {
      return number(number);
    } else if (from == null || from instanceof Boolean) {
      return from;
    }
    return String.valueOf(from);
  }

  private static Object number(Number number) {
    double value = number.doubleValue();
    boolean whole = Math.rint(value) == value && Math.abs(value) < WHOLE_BELOW;
    if (whole) {
      return (long) value;
    }
    return value;
  }

  /** The value of a key, or null. */
  public @Nullable Object get(String key) {
    return root.get(key);
  }

  /** The rows of a list; empty if the document does not hold it. */
  public List<Map<String, Object>> rows(String key) {
    List<Map<String, Object>> rows = new ArrayList<>();
    if (root.get(key) instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof Map<?, ?> map) {
          rows.add(mapping(map, 1));
        }
      }
    }
    return rows;
  }

  /** The same without what only the mine's own staff may read: names and cards of people. */
  public Document masked() {
    List<Object> people = new ArrayList<>();
    for (Map<String, Object> row : rows(FieldChange.PEOPLE)) {
      Object leader = row.getOrDefault("leader", false);
      people.add(Map.of("id", FieldChange.masked(String.valueOf(row.get("id"))), "leader", leader));
    }
    return people.isEmpty() ? this : with(FieldChange.PEOPLE, people).withoutLeaders();
  }

  /** Shifts name their leaders by the ids of people. */
  private Document withoutLeaders() {
    List<Object> shifts = new ArrayList<>();
    for (Map<String, Object> row : rows(FieldChange.LEADERS)) {
      Object led = row.getOrDefault("people", List.of());
      List<?> people = led instanceof List<?> list ? list : List.of();
      shifts.add(
          Map.of(
              "id",
              row.getOrDefault("id", ""),
              "people",
              people.stream().map(each -> FieldChange.masked(String.valueOf(each))).toList()));
    }
    return shifts.isEmpty() ? this : with(FieldChange.LEADERS, shifts);
  }

  /** The same with another value of a key. */
  public Document with(String key, Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(root);
    copy.put(key, value);
    return new Document(copy);
  }
}
