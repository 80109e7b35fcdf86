package io.minewatch.judge.tape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * Saves a memory or brings it back: one method of the memory serves both ways, so the two cannot
 * drift apart. Each call takes the value that is held; a recording tape writes it and gives it
 * back, a playing tape ignores it and gives the value read. The order of calls is the format.
 *
 * <p>Recording changes nothing: a checkpoint is written while judging goes on and copies the same
 * memory. What a collection held is put in place of it only while the tape is playing.
 */
public interface Tape {
  /** Whether values come from the tape. */
  boolean isPlaying();

  byte small(byte held);

  int whole(int held);

  long whole(long held);

  double real(double held);

  String text(String held);

  default float real(float held) {
    return Float.intBitsToFloat(whole(Float.floatToRawIntBits(held)));
  }

  /** One yes or no. */
  default boolean flag(boolean held) {
    return small((byte) (held ? 1 : 0)) != 0;
  }

  /** All values of a column; its length is known to both sides. */
  default void column(long[] held) {
    for (int i = 0; i < held.length; i++) {
      held[i] = whole(held[i]);
    }
  }

  /** All values of a column; its length is known to both sides. */
  default void column(double[] held) {
    for (int i = 0; i < held.length; i++) {
      held[i] = real(held[i]);
    }
  }

  /** All values of a column; its length is known to both sides. */
  default void column(float[] held) {
    for (int i = 0; i < held.length; i++) {
      held[i] = real(held[i]);
    }
  }

  /** All values of a column; its length is known to both sides. */
  default void column(int[] held) {
    for (int i = 0; i < held.length; i++) {
      held[i] = whole(held[i]);
    }
  }

  /** All values of a column, small counts; its length is known to both sides. */
  default void column(char[] held) {
    for (int i = 0; i < held.length; i++) {
      held[i] = (char) whole((int) held[i]);
    }
  }

  /** All values of a column; its length is known to both sides. */
  default void column(byte[] held) {
    for (int i = 0; i < held.length; i++) {
      held[i] = small(held[i]);
    }
  }

  /** A list with its length: {@code record} saves one item, {@code play} brings one back. */
  default <T> List<T> list(Collection<T> held, Function<T, T> record, Function<Tape, T> play) {
    int size = whole(held.size());
    List<T> items = new ArrayList<>();
    Iterator<T> old = held.iterator();
    for (int i = 0; i < size; i++) {
      items.add(isPlaying() ? play.apply(this) : record.apply(old.next()));
    }
    return items;
  }
}
