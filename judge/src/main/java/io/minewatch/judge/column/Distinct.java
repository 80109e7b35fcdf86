package io.minewatch.judge.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** One value for each slot, of which many are the same: each is kept once. */
public final class Distinct<T> {
  private final Object[] values;
  private final Few which;

  /** Makes the value of each slot. */
  public Distinct(int slots, IntFunction<T> of) {
    List<T> found = new ArrayList<>();
    Map<T, Integer> known = new HashMap<>();
    char[] numbers = new char[slots];
    for (int slot = 0; slot < slots; slot++) {
      T value = of.apply(slot);
      Integer place = known.putIfAbsent(value, found.size());
      if (place == null) {
        found.add(value);
      }
      numbers[slot] = (char) (place == null ? found.size() - 1 : place);
    }
    values = found.toArray();
    which = new Few(numbers);
  }

  @SuppressWarnings("unchecked")
  public T of(int slot) {
    return (T) values[which.of(slot)];
  }
}
