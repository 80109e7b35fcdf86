package io.minewatch.judge.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

  private Distinct(Object[] values, Few which) {
    this.values = values;
    this.which = which;
  }

  /** What is made of each value, once; which slot has which is shared. */
  @SuppressWarnings("unchecked")
  public <U> Distinct<U> map(Function<T, U> to) {
    Object[] made = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      made[i] = to.apply((T) values[i]);
    }
    return new Distinct<>(made, which);
  }

  @SuppressWarnings("unchecked")
  public T of(int slot) {
    return (T) values[which.of(slot)];
  }
}
