package io.minewatch.validation.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTest {
  @Test
  void countsWhatWasSaidAgainstWhatWasTrue() {
    Confusion c = new Confusion();
    for (int i = 0; i < 8; i++) {
      c.add(Outcome.FAULTY, Outcome.faultyIf(i < 6));
    }
    for (int i = 0; i < 100; i++) {
      c.add(Outcome.GOOD, Outcome.faultyIf(i < 2));
    }

    assertThat(c.recall()).isEqualTo(0.75);
    assertThat(c.falseAlarmRate()).isEqualTo(0.02);
    assertThat(c.f1()).isEqualTo(0.75);
    assertThat(c.cell()).isEqualTo("0.750 / 0.0200 / 0.750");
  }

  @Test
  void joinsStretchesThatLieCloseAndCountsThoseThatAreMet() {
    Spans spans = new Spans(2);
    spans.add(1);
    spans.add(3);
    spans.add(6);
    spans.add(20, 25);
    assertThat(spans.all())
        .containsExactly(new Spans.Span(1, 3), new Spans.Span(6, 6), new Spans.Span(20, 25));

    Spans found = new Spans(0);
    found.add(8);
    found.add(30);
    assertThat(spans.metBy(found, 0, 0)).isZero();
    assertThat(spans.metBy(found, 0, 1)).isZero();
    assertThat(spans.metBy(found, 0, 2)).isEqualTo(1);
    assertThat(spans.metBy(found, 0, 5)).isEqualTo(3);
    assertThat(found.metBy(spans, 2, 0)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1, MORE, yes",
    "1, 2, MORE, **no**",
    "1, 1, MORE, same",
    "1, 2, LESS, yes",
    "2, 1, LESS, **no**",
    "NaN, 1, MORE, ''"
  })
  void saysWhetherOursIsBetter(double ours, double naive, Figure.Aim aim, String better) {
    assertThat(Figure.of("x", ours, naive, aim).better()).isEqualTo(better);
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "0.12345, 0.123", "NaN, none"})
  void writesNumbersShort(double value, String expected) {
    assertThat(Figure.number(value)).isEqualTo(expected);
  }
}
