package io.minewatch.judge.watch;

import io.minewatch.judge.tape.Tape;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Gives room in the columns of a memory to those few slots about which there is something to
 * remember: four bytes a slot, and the columns only as long as there were slots astir at once.
 */
public final class Places {
  private final int[] placeOf;
  private int[] free = {};
  private int freed;
  private int used;

  /** For so many slots. */
  public Places(int slots) {
    placeOf = new int[slots];
  }

  public int slots() {
    return placeOf.length;
  }

  /** The place of a slot, or -1 for none. */
  public int of(int slot) {
    return placeOf[slot] - 1;
  }

  /** The place of a slot; one that has none gets one. It may hold what another left there. */
  public int take(int slot) {
    if (placeOf[slot] == 0) {
      int place = freed > 0 ? free[--freed] : used++;
      placeOf[slot] = place + 1;
    }
    return placeOf[slot] - 1;
  }

  /** Whether no slot has a place. */
  public boolean isEmpty() {
    return used == freed;
  }

  /** How long the columns must be. */
  public int length() {
    return used;
  }

  /** Nothing more is to be remembered of a slot. */
  public void give(int slot) {
    if (placeOf[slot] != 0) {
      if (freed == free.length) {
        free = Arrays.copyOf(free, Math.max(4, freed * 2));
      }
      free[freed++] = placeOf[slot] - 1;
      placeOf[slot] = 0;
    }
  }

  /**
   * Saves or brings back which slots have a place, and tells each of them in their order; which
   * place it was is not kept.
   */
  public void pass(Tape tape, IntConsumer passes) {
    for (int slot = 0; slot < placeOf.length; slot++) {
      if (tape.flag(placeOf[slot] != 0)) {
        take(slot);
        passes.accept(slot);
      } else {
        give(slot);
      }
    }
  }
}
