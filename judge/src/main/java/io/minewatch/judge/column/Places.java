package io.minewatch.judge.column;

import io.minewatch.judge.tape.Tape;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Gives room in the columns of a memory to those few slots about which there is something to
 * remember: one bit a slot, 16 bytes and more for one that has a place, and the columns only as
 * long as there were slots astir at once. When more than one in {@value #MANY} has a place it takes
 * four bytes a slot from then on.
 */
public final class Places {
  private static final int MANY = 8;
  private static final int LEAST = 8;
  private static final int EMPTY = -1;

  private final int slots;

  /** One bit a slot: whether it has a place. */
  private final long[] has;

  /** The slots that have one, by hash, the next free entry taken; at most half full. */
  private int[] keys = {};

  /** Beside each key its place; by slot once there are many. */
  private int[] placeOf = {};

  private boolean isDense;
  private int[] free = {};
  private int freed;
  private int used;

  /** For so many slots. */
  public Places(int slots) {
    this.slots = slots;
    has = new long[(slots + Long.SIZE - 1) / Long.SIZE];
  }

  public int slots() {
    return slots;
  }

  /** The place of a slot, or -1 for none. */
  public int of(int slot) {
    return has(slot) ? placeOf[isDense ? slot : entry(slot)] : -1;
  }

  /** Whether a slot has a place. */
  public boolean has(int slot) {
    return (has[slot >>> 6] & (1L << slot)) != 0;
  }

  /** The place of a slot; one that has none gets one. It may hold what another left there. */
  public int take(int slot) {
    if (has(slot)) {
      return of(slot);
    }
    int place = freed > 0 ? free[--freed] : used++;
    if (!isDense && (used - freed) * MANY > slots) {
      spread();
    } else if (!isDense && (used - freed) * 2 > keys.length) {
      rehash(Math.max(LEAST, keys.length * 2));
    }
    has[slot >>> 6] |= 1L << slot;
    put(slot, place);
    return place;
  }

  private void put(int slot, int place) {
    int at = isDense ? slot : entry(slot);
    placeOf[at] = place;
    if (!isDense) {
      keys[at] = slot;
    }
  }

  /** Where a slot stands among the keys, or is to stand. */
  private int entry(int slot) {
    int at = hash(slot);
    while (keys[at] != slot && keys[at] != EMPTY) {
      at = (at + 1) & (keys.length - 1);
    }
    return at;
  }

  private int hash(int slot) {
    int mixed = slot * 0x9E3779B1;
    return (mixed ^ (mixed >>> 16)) & (keys.length - 1);
  }

  private void rehash(int length) {
    int[] oldKeys = keys;
    int[] oldPlaces = placeOf;
    keys = new int[length];
    placeOf = new int[length];
    Arrays.fill(keys, EMPTY);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != EMPTY) {
        put(oldKeys[i], oldPlaces[i]);
      }
    }
  }

  private void spread() {
    int[] bySlot = new int[slots];
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != EMPTY) {
        bySlot[keys[i]] = placeOf[i];
      }
    }
    placeOf = bySlot;
    keys = new int[0];
    isDense = true;
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
    if (!has(slot)) {
      return;
    }
    if (freed == free.length) {
      free = Arrays.copyOf(free, Math.max(4, freed * 2));
    }
    free[freed++] = of(slot);
    has[slot >>> 6] &= ~(1L << slot);
    if (!isDense) {
      remove(entry(slot));
    }
  }

  /** Takes out an entry, and moves up those behind it that would not be found any more. */
  private void remove(int entry) {
    int hole = entry;
    int at = entry;
    keys[hole] = EMPTY;
    while (true) {
      at = (at + 1) & (keys.length - 1);
      if (keys[at] == EMPTY) {
        return;
      }
      int away = (at - hash(keys[at])) & (keys.length - 1);
      int toHole = (at - hole) & (keys.length - 1);
      if (away >= toHole) {
        keys[hole] = keys[at];
        placeOf[hole] = placeOf[at];
        keys[at] = EMPTY;
        hole = at;
      }
    }
  }

  /**
   * Saves or brings back which slots have a place, and tells each of them in their order; which
   * place it was is not kept.
   */
  public void pass(Tape tape, IntConsumer passes) {
    for (int word = 0; word < has.length; word++) {
      long astir = tape.whole(has[word]);
      int end = Math.min(slots, (word + 1) * Long.SIZE);
      for (int slot = word * Long.SIZE; slot < end; slot++) {
        boolean isAstir = (astir & (1L << slot)) != 0;
        if (tape.isPlaying() && isAstir) {
          take(slot);
        } else if (tape.isPlaying()) {
          give(slot);
        }
        if (isAstir) {
          passes.accept(slot);
        }
      }
    }
  }
}
