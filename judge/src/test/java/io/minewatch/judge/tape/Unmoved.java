package io.minewatch.judge.tape;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every collection that can be reached from an object, with an iterator held on each: one that was
 * changed in between, even to the same content, refuses to go on. Sets of enums do not notice.
 */
public final class Unmoved {
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Held> held = new ArrayList<>();

  private record Held(String where, Iterator<?> iterator) {}

  private Unmoved() {}

  /** Holds all collections below an object of ours. */
  public static Unmoved of(Object root) {
    Unmoved unmoved = new Unmoved();
    unmoved.look(root.getClass().getSimpleName(), root);
    return unmoved;
  }

  /** How many collections with something in them are held. */
  public int size() {
    return held.size();
  }

  /** Those that were changed since. */
  public List<String> changed() {
    List<String> changed = new ArrayList<>();
    for (Held each : held) {
      try {
        each.iterator().next();
      } catch (ConcurrentModificationException e) {
        changed.add(each.where());
      }
    }
    return changed;
  }

  private void look(String where, Object at) {
    if (at == null || at instanceof Enum<?> || !seen.add(at)) {
      return;
    }
    if (at instanceof Map<?, ?> map) {
      hold(where, map.entrySet());
      map.values().forEach(each -> look(where + "[]", each));
    } else if (at instanceof Collection<?> all) {
      hold(where, all);
      all.forEach(each -> look(where + "[]", each));
    } else if (at.getClass().getName().startsWith("io.minewatch.")) {
      fields(where, at);
    }
  }

  private void hold(String where, Collection<?> all) {
    if (!all.isEmpty() && !(all instanceof EnumSet<?>)) {
      held.add(new Held(where, all.iterator()));
    }
  }

  private void fields(String where, Object at) {
    for (Class<?> type = at.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          look(where + "." + field.getName(), value(field, at));
        }
      }
    }
  }

  private static Object value(Field field, Object at) {
    try {
      field.setAccessible(true);
      return field.get(at);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
