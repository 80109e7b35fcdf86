package io.minewatch.judge.feed;

import static io.minewatch.judge.feed.Numbering.Seen.DUPLICATE;
import static io.minewatch.judge.feed.Numbering.Seen.FILLS;
import static io.minewatch.judge.feed.Numbering.Seen.NEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.Receipt;
import io.minewatch.judge.tape.MemoryTape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberingTest {
  private static Numbering.Seen see(Numbering numbering, long number, long at) {
    return numbering.see(number, at, null, new Holes());
  }

  private static Numbering after(String numbers) {
    Numbering numbering = new Numbering("s1", 1, 0);
    for (String number : numbers.isBlank() ? new String[0] : numbers.trim().split(" +")) {
      see(numbering, Long.parseLong(number), Long.parseLong(number) * 10);
    }
    return numbering;
  }

  private static String gaps(Numbering numbering) {
    return numbering.gaps().stream()
        .map(gap -> gap.from() + "-" + gap.to())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest(name = "after [{0}] number {1} is {2}; then through {3}, gaps [{4}]")
  @CsvSource({
    "'', 0, NEXT, 0, ''",
    "'', 3, NEXT, 3, 0-2",
    "0 1 2, 3, NEXT, 3, ''",
    "0 1 2, 2, DUPLICATE, 2, ''",
    "0 1 2, 0, DUPLICATE, 2, ''",
    "0 1, 5, NEXT, 5, 2-4",
    "0 5, 3, FILLS, 5, 1-2 4-4",
    "0 5, 1, FILLS, 5, 2-4",
    "0 5, 4, FILLS, 5, 1-3",
    "0 5, 5, DUPLICATE, 5, 1-4",
    "0 5 3, 3, DUPLICATE, 5, 1-2 4-4",
    "0 5 3 4, 2, FILLS, 5, 1-1",
    "0 5 3 4 2, 1, FILLS, 5, ''",
    "5, 0, FILLS, 5, 1-4",
    "0 1000000, 17, FILLS, 1000000, 1-16 18-999999",
    "0 1000000 17, 17, DUPLICATE, 1000000, 1-16 18-999999"
  })
  void tellsNewNumbersFromThoseSeen(
      String before, long number, Numbering.Seen seen, long through, String gaps) {
    Numbering numbering = after(before);

    assertThat(see(numbering, number, 0)).isEqualTo(seen);
    assertThat(numbering.highest()).isEqualTo(through);
    assertThat(gaps(numbering)).isEqualTo(gaps);
  }

  @Test
  void aBacklogFarBelowTheLiveHeadIsTakenOnceAndClosesItsGap() {
    Numbering numbering = after("0 1 2");
    int live = 500_000;
    for (int back = 3; back < 250_000; back++) {
      assertThat(see(numbering, live++, 0)).isEqualTo(NEXT);
      assertThat(see(numbering, back, 0)).isEqualTo(FILLS);
      assertThat(see(numbering, back, 0)).isEqualTo(DUPLICATE);
    }

    assertThat(gaps(numbering)).isEqualTo("250000-499999");
    assertThat(numbering.missing()).isEqualTo(250_000);
    assertThat(numbering.recovered()).isEqualTo(249_997);
  }

  @Test
  void saysBetweenWhenAndWhenMessagesAreMissing() {
    Numbering numbering = after("0 1 2 7 8 9");
    see(numbering, 5, 1_000);

    assertThat(numbering.missingFrom()).isEqualTo(20);
    assertThat(numbering.missingUntil()).isEqualTo(70);
    assertThat(numbering.missing()).isEqualTo(3);
    assertThat(numbering.recovered()).isEqualTo(1);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithANaiveSetWhateverTheOrderAndThroughRestores(long seed) {
    Random random = new Random(seed);
    Numbering numbering = new Numbering("s1", 1, 0);
    BitSet naive = new BitSet();
    int head = 0;
    for (int i = 0; i < 20_000; i++) {
      boolean ahead = random.nextInt(3) > 0;
      head += ahead ? 1 + (random.nextInt(60) == 0 ? random.nextInt(4) : 0) : 0;
      int number = ahead ? head : random.nextInt(head + 1);
      boolean isNew = !naive.get(number);
      Numbering.Seen expected = !isNew ? DUPLICATE : number >= naive.length() ? NEXT : FILLS;
      assertThat(see(numbering, number, i))
          .as("number %d, seed %d", number, seed)
          .isEqualTo(expected);
      naive.set(number);
      if (random.nextInt(500) == 0) {
        numbering = restored(numbering);
      }
    }

    assertThat(numbering.forgotten()).isZero();
    assertThat(numbering.gaps()).isEqualTo(missing(naive));
    assertThat(numbering.missing()).isEqualTo(naive.length() - naive.cardinality());
  }

  private static List<Receipt.Gap> missing(BitSet seen) {
    List<Receipt.Gap> gaps = new ArrayList<>();
    for (int from = seen.nextClearBit(0); from < seen.length(); ) {
      int to = seen.nextSetBit(from) - 1;
      gaps.add(new Receipt.Gap(from, to));
      from = seen.nextClearBit(to + 1);
    }
    return gaps;
  }

  private static Numbering restored(Numbering numbering) {
    MemoryTape tape = new MemoryTape();
    numbering.record(tape);
    return Numbering.play(tape.rewind());
  }

  @Test
  void withTooManyGapsWhatIsMissingStaysMissingAndWhatIsForgottenIsCounted() {
    Numbering numbering = new Numbering("s1", 1, 0);
    boolean[] came = new boolean[10_000];
    for (int number = 0; number < came.length; number += 2) {
      see(numbering, number, number);
      came[number] = true;
    }

    assertThat(numbering.gaps()).hasSize(Numbering.MOST_GAPS);
    assertThat(numbering.forgotten()).isEqualTo(4_999 - Numbering.MOST_GAPS);
    assertThat(numbering.missing()).isEqualTo(4_999 + numbering.forgotten());
    for (Receipt.Gap gap : numbering.gaps()) {
      Arrays.fill(came, (int) gap.from(), (int) gap.to() + 1, false);
    }
    for (int number = 1; number < came.length - 1; number += 2) {
      assertThat(came[number]).as("%d never came and is safe", number).isFalse();
      assertThat(see(numbering, number, 0)).isEqualTo(FILLS);
    }
  }

  @Test
  void howeverItIsTreatedItsMemoryIsBounded() {
    Numbering numbering = new Numbering("s1", 1, 0);
    Random random = new Random(5);
    for (int i = 0; i < 200_000; i++) {
      see(numbering, Math.abs(random.nextLong() % 1_000_000_000_000L), i);
    }
    MemoryTape tape = new MemoryTape();
    numbering.record(tape);

    assertThat(numbering.gapCount()).isLessThanOrEqualTo(Numbering.MOST_GAPS);
    assertThat(tape.size()).isLessThanOrEqualTo(12 + 4 * Numbering.MOST_GAPS);
  }

  @ParameterizedTest(name = "after [{0}] {1} to {2} given up: {3} lost, gaps [{4}]")
  @CsvSource({
    "0 9, 1, 8, 8, ''",
    "0 9, 0, 9, 8, ''",
    "0 9, 3, 5, 3, 1-2 6-8",
    "0 9, 1, 3, 3, 4-8",
    "0 9, 7, 20, 2, 1-6",
    "0 4 9, 2, 6, 4, 1-1 7-8",
    "0 1 2, 0, 2, 0, ''",
    "'', 0, 7, 0, ''"
  })
  void whatTheSenderGaveUpIsNoGapAnyMore(
      String before, long first, long last, long lost, String gaps) {
    Numbering numbering = after(before);
    long missing = numbering.missing();

    assertThat(numbering.giveUp(first, last).count()).isEqualTo(lost);
    assertThat(gaps(numbering)).isEqualTo(gaps);
    assertThat(numbering.missing()).isEqualTo(missing - lost);
  }
}
