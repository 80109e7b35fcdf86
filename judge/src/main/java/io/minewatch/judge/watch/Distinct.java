package io.minewatch.judge.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * One value for each slot, of which many are the same: each is kept once, and two bytes a slot say
 * which.
 */
public final class Distinct<T> {
  private final List<T> values = new ArrayList<>();
  private final char[] which;

  /** Makes the value of each slot. */
  public Distinct(int slots, IntFunction<T> of) {
    Map<T, Integer> known = new HashMap<>();
    which = new char[slots];
    for (int slot = 0; slot < slots; slot++) {
      T value = of.apply(slot);
      Integer place = known.putIfAbsent(value, values.size());
      if (place == null) {
        values.add(value);
      }
      which[slot] = (char) (place == null ? values.size() - 1 : place);
    }
  }

  public T of(int slot) {
    return values.get(which[slot]);
  }
}
