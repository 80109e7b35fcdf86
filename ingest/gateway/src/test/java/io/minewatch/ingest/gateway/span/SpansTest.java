package io.minewatch.ingest.gateway.span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpansTest {
  private static final int NUMBERS = 40;

  @Test
  void joinsNeighboursAndIsWrittenAsRuns() {
    Spans spans = Spans.of(3, 5);
    spans.add(7);
    assertThat(spans).hasToString("3-5,7");
    spans.add(6);
    assertThat(spans).hasToString("3-7");
    spans.remove(4, 5);
    assertThat(spans).hasToString("3,6-7");
    assertThat(Spans.parse("3,6-7")).isEqualTo(spans);
    assertThat(Spans.parse("")).isEqualTo(new Spans());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1-", "5-3", "1,,2", "-4"})
  void refusesWhatIsNoListOfRuns(String text) {
    assertThatThrownBy(() -> Spans.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isTheSameAsASetOfNumbersWhateverIsDoneToIt() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Spans spans = new Spans();
      TreeSet<Long> model = new TreeSet<>();
      for (int step = 0; step < 60; step++) {
        change(random, spans, model);
        String why = "seed " + seed + ", step " + step;
        assertSame(spans, model, why);
        Spans other = some(random);
        TreeSet<Long> both = new TreeSet<>(model);
        both.retainAll(numbers(other));
        assertSame(spans.and(other), both, why);
        TreeSet<Long> left = new TreeSet<>(model);
        left.removeAll(numbers(other));
        assertSame(spans.without(other), left, why);
        int most = random.nextInt(NUMBERS);
        assertSame(
            spans.lowest(most),
            model.stream().limit(most).collect(Collectors.toCollection(TreeSet::new)),
            why);
      }
    }
  }

  private static void change(Random random, Spans spans, NavigableSet<Long> model) {
    long from = random.nextInt(NUMBERS);
    long through = from + random.nextInt(6);
    boolean adds = random.nextInt(5) < 3;
    if (adds) {
      spans.add(from, through);
    } else {
      spans.remove(from, through);
    }
    for (long n = from; n <= through; n++) {
      if (adds) {
        model.add(n);
      } else {
        model.remove(n);
      }
    }
  }

  private static Spans some(Random random) {
    Spans spans = new Spans();
    for (int i = 0; i < 4; i++) {
      long from = random.nextInt(NUMBERS);
      spans.add(from, from + random.nextInt(5));
    }
    return spans;
  }

  private static NavigableSet<Long> numbers(Spans spans) {
    NavigableSet<Long> numbers = new TreeSet<>();
    for (Span span : spans.list()) {
      for (long n = span.from(); n <= span.through(); n++) {
        numbers.add(n);
      }
    }
    return numbers;
  }

  private static void assertSame(Spans spans, NavigableSet<Long> model, String why) {
    assertThat(numbers(spans)).as(why).isEqualTo(model);
    assertThat(spans.count()).as(why).isEqualTo(model.size());
    assertThat(spans.isEmpty()).as(why).isEqualTo(model.isEmpty());
    for (long n = 0; n < NUMBERS + 10; n++) {
      assertThat(spans.contains(n)).as(why).isEqualTo(model.contains(n));
    }
    if (!model.isEmpty()) {
      assertThat(spans.first()).as(why).isEqualTo(model.first());
      assertThat(spans.last()).as(why).isEqualTo(model.last());
    }
  }
}
