package io.minewatch.alerting.root;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.KeptRoots;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.series.root.RootKey;
import io.minewatch.series.root.RootSum;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final MineCode MINE = new MineCode("140921021337");
  private static final RootKey KEY = new RootKey("a root key of tests, told to nobody");
  private final Comparison comparison = new Comparison();

  private static RootSum found(long count) {
    return RootSum.of(count, 0, new long[4]);
  }

  @ParameterizedTest
  @CsvSource({
    "7, 0, 7, s, SAME",
    "7, 0, 7, x, WAITS",
    "7, 0, 6, x, WAITS",
    "7, 0, 8, x, WAITS",
    "7, 2, 7, s, SAME",
    "7, 2, 7, x, WAITS",
    "7, 2, 6, x, TOLD_AGAIN",
    "7, 2, 5, x, TOLD_AGAIN",
    "7, 2, 4, x, WAITS",
    "7, 2, 8, x, WAITS",
  })
  void onlyWhatMayHaveBeenCountedTwiceExcusesAnotherSum(
      long count, long again, long found, String seal, Compared expected) {
    KeptRoots.Root told = new KeptRoots.Root(Measure.METHANE, count, again, "s");
    assertThat(Comparison.of(told, found(found), seal)).isEqualTo(expected);
  }

  @Test
  void ofAMeasureOfWhichNothingWasWrittenNothingMayBeThere() {
    assertThat(Comparison.of(null, found(0), "x")).isEqualTo(Compared.SAME);
    assertThat(Comparison.of(null, found(1), "x")).isEqualTo(Compared.WAITS);
  }

  @Test
  void somethingElseIsForGoodOnlyWhereItIsStillToldLongAfterItWasRead() {
    assertThat(comparison.isForGood("h", "a", NOW, NOW)).as("the first look").isFalse();
    Instant patient = NOW.plus(Comparison.PATIENCE);
    assertThat(comparison.isForGood("h", "a", patient, patient.minusSeconds(1))).isFalse();
    assertThat(comparison.isForGood("h", "b", patient, patient)).as("more has come").isFalse();
    assertThat(comparison.isForGood("h", "b", patient, patient.plus(Comparison.PATIENCE))).isTrue();
    assertThat(comparison.isForGood("other", "b", patient, patient)).isFalse();
  }

  private static KeptRoots told(Instant at, String key, long count) {
    KeptRoots.Root root = new KeptRoots.Root(Measure.METHANE, count, 0, "s");
    return new KeptRoots(MINE, at, NOW, key, List.of(new KeptRoots.Hour(NOW, List.of(root))));
  }

  @Test
  void whatIsOlderOrOfAnotherKeyOrOfNoMineOfOursIsPassedOver() {
    ToldRoots roots = new ToldRoots(KEY, MINE.value()::equals);
    roots.seen("something else");
    roots.take(told(NOW, "another", 1));
    assertThat(roots.of(MINE.value())).isNull();
    assertThat(roots.news()).isEmpty();
    roots.take(told(NOW, KEY.id(), 1));
    roots.take(told(NOW.minusSeconds(1), KEY.id(), 2));
    assertThat(roots.of(MINE.value())).isEqualTo(told(NOW, KEY.id(), 1));
    assertThat(roots.news()).containsExactly(MINE.value());
    assertThat(roots.news()).isEmpty();

    KeptRoots.Hour hour = told(NOW, KEY.id(), 1).hours().get(0);
    assertThat(roots.isQuiet(MINE.value(), hour)).as("told once").isFalse();
    roots.take(told(NOW.plus(Duration.ofMinutes(5)), KEY.id(), 1));
    assertThat(roots.isQuiet(MINE.value(), hour)).isTrue();
    roots.take(told(NOW.plus(Duration.ofMinutes(10)), KEY.id(), 2));
    assertThat(roots.isQuiet(MINE.value(), told(NOW, KEY.id(), 2).hours().get(0))).isFalse();

    ToldRoots ofOthers = new ToldRoots(KEY, mine -> false);
    ofOthers.take(told(NOW, KEY.id(), 1));
    ToldRoots without = new ToldRoots(null, mine -> true);
    without.take(told(NOW, KEY.id(), 1));
    assertThat(ofOthers.of(MINE.value())).isNull();
    assertThat(without.of(MINE.value())).isNull();
    assertThat(without.sealer()).isNull();
  }
}
