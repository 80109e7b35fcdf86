package io.minewatch.alerting.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two documents. Lists of rows are compared row by row under the row's id, so
 * that an order of rows says nothing; other lists are compared as a whole.
 */
public final class Diff {
  private final List<FieldChange> found = new ArrayList<>();

  private Diff() {}

  /** The differences, in the order of the first document, then what is new. */
  public static List<FieldChange> between(Document before, Document after) {
    Diff diff = new Diff();
    diff.mappings(List.of(), before.root(), after.root());
    return List.copyOf(diff.found);
  }

  private void mappings(List<String> path, Map<?, ?> before, Map<?, ?> after) {
    Set<Object> keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (Object key : keys) {
      values(with(path, String.valueOf(key)), before.get(key), after.get(key));
    }
  }

  private void values(List<String> path, @Nullable Object before, @Nullable Object after) {
    if (before == null ? after == null : before.equals(after)) {
      return;
    }
    if (isMapping(before) && isMapping(after)) {
      mappings(path, orEmpty(before), orEmpty(after));
    } else if (isRows(before) && isRows(after)) {
      rows(path, byId(before), byId(after));
    } else {
      found.add(new FieldChange(path, before, after));
    }
  }

  private void rows(List<String> path, Map<String, Object> before, Map<String, Object> after) {
    Set<String> ids = new LinkedHashSet<>(before.keySet());
    ids.addAll(after.keySet());
    for (String id : ids) {
      Object was = before.get(id);
      Object is = after.get(id);
      if (was == null || is == null) {
        found.add(new FieldChange(with(path, id), was, is));
      } else {
        values(with(path, id), was, is);
      }
    }
  }

  private static boolean isMapping(@Nullable Object value) {
    return value == null || value instanceof Map;
  }

  private static Map<?, ?> orEmpty(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static boolean isRows(@Nullable Object value) {
    return value == null
        || (value instanceof List<?> list && list.stream().allMatch(each -> each instanceof Map));
  }

  private static Map<String, Object> byId(@Nullable Object value) {
    Map<String, Object> rows = new LinkedHashMap<>();
    if (value instanceof List<?> list) {
      list.forEach(each -> rows.put(id((Map<?, ?>) each), each));
    }
    return rows;
  }

  /** A row is named by its id; a mine's own value by the point and rule over which it lies. */
  private static String id(Map<?, ?> row) {
    Object id = row.get("id");
    return id == null ? row.get("point") + " " + row.get("rule") : String.valueOf(id);
  }

  private static List<String> with(List<String> path, String next) {
    List<String> longer = new ArrayList<>(path);
    longer.add(next);
    return longer;
  }
}
