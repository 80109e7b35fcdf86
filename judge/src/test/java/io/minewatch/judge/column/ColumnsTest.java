package io.minewatch.judge.column;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.judge.tape.Copies;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns hold what was put into them, whatever came between, and come back from a tape alike. */
class ColumnsTest {
  private static final int SLOTS = 70;
  private static final int STEPS = 4_000;
  private static final long START = 1_767_225_600_000L;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void wholeNumbersAreKeptExactly(long seed) {
    Random random = new Random(seed);
    long[] held = new long[SLOTS];
    Wholes wholes = new Wholes(SLOTS);
    for (int slot = 0; slot < SLOTS; slot++) {
      held[slot] = Wholes.NEVER;
    }
    long[] odd = {0, -1, Wholes.NEVER, Long.MAX_VALUE, Long.MIN_VALUE + 1, Integer.MIN_VALUE};
    for (int step = 0; step < STEPS; step++) {
      int slot = random.nextInt(SLOTS);
      // Half of the seeds stay close together while time goes on for months; the others do not.
      long near = START + step * 86_400_000L / 40 + random.nextInt(1_000_000_000);
      held[slot] = seed % 2 == 0 && random.nextInt(500) == 0 ? odd[random.nextInt(6)] : near;
      held[slot] = random.nextInt(50) == 0 ? Wholes.NEVER : held[slot];
      wholes.set(slot, held[slot]);
      if (random.nextInt(400) == 0) {
        Wholes again = new Wholes(SLOTS);
        Copies.copy(wholes::pass, again::pass);
        wholes = again;
      }
      for (int each = 0; each < SLOTS; each++) {
        assertThat(wholes.get(each)).as("seed %d step %d", seed, step).isEqualTo(held[each]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void everySlotThatHasAPlaceHasOneOfItsOwn(long seed) {
    Random random = new Random(seed);
    Places places = new Places(SLOTS * 3);
    Map<Integer, Integer> taken = new HashMap<>();
    int often = seed % 2 == 0 ? 2 : 30; // few are astir, or many
    for (int step = 0; step < STEPS; step++) {
      int slot = random.nextInt(SLOTS * 3);
      if (random.nextInt(often) == 0 || taken.size() > SLOTS * 2) {
        taken.put(slot, places.take(slot));
      } else {
        places.give(slot);
        taken.remove(slot);
      }
      if (random.nextInt(200) == 0) {
        Places again = restored(places, random);
        taken.replaceAll((each, place) -> again.of(each));
        places = again;
      }
      Set<Integer> apart = new HashSet<>(taken.values());
      assertThat(apart).hasSameSizeAs(taken.values());
      assertThat(places.isEmpty()).isEqualTo(taken.isEmpty());
      for (int each = 0; each < SLOTS * 3; each++) {
        assertThat(places.of(each)).isEqualTo(taken.getOrDefault(each, -1));
        assertThat(places.of(each)).isLessThan(places.length());
      }
    }
  }

  /** Brought back over others that had places of their own; what is told beside each comes back. */
  private static Places restored(Places from, Random random) {
    Places to = new Places(SLOTS * 3);
    for (int i = 0; i < 5; i++) {
      to.take(random.nextInt(SLOTS * 3));
    }
    Map<Integer, Integer> told = new HashMap<>();
    Copies.copy(
        tape -> from.pass(tape, slot -> tape.whole(slot * 7)),
        tape -> to.pass(tape, slot -> told.put(slot, tape.whole(0))));
    told.forEach((slot, beside) -> assertThat(beside).isEqualTo(slot * 7));
    for (int slot = 0; slot < SLOTS * 3; slot++) {
      assertThat(told.containsKey(slot)).isEqualTo(from.has(slot));
    }
    return to;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void flagsAreKeptCarriedAndComeBack(long seed) {
    Random random = new Random(seed);
    boolean[] held = new boolean[SLOTS];
    Flags flags = new Flags(SLOTS);
    for (int step = 0; step < STEPS; step++) {
      int slot = random.nextInt(SLOTS);
      held[slot] = random.nextBoolean();
      if (held[slot]) {
        flags.set(slot);
      } else {
        flags.clear(slot);
      }
      if (random.nextInt(200) == 0) {
        flags = moved(flags, random);
      }
      for (int each = 0; each < SLOTS; each++) {
        assertThat(flags.get(each)).as("seed %d step %d", seed, step).isEqualTo(held[each]);
      }
    }
  }

  /** Restored or carried over, to where other flags stood. */
  private static Flags moved(Flags from, Random random) {
    Flags to = new Flags(SLOTS);
    to.set(random.nextInt(SLOTS));
    if (random.nextBoolean()) {
      Copies.copy(from::pass, to::pass);
    } else {
      for (int slot = 0; slot < SLOTS; slot++) {
        to.carry(slot, from, slot);
      }
    }
    return to;
  }
}
