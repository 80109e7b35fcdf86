package io.minewatch.alerting.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.alerting.seal.SealRule.Weight;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SealRulesTest {
  @Test
  void whatHasAnotherExplanationIsAClueOnlyBesideASignOfAnotherSource() {
    Sign power = new Sign(Sign.Kind.POWER, "", 2, 1.3, SealTest.SINCE);
    Sign nights = new Sign(Sign.Kind.NIGHT_PEAKS, "", 2, 1.2, SealTest.SINCE);
    Sign fan = new Sign(Sign.Kind.FAN, "F1", 1, 0.5, SealTest.SINCE);
    Sign otherFan = new Sign(Sign.Kind.FAN, "F2", 1, 0.5, SealTest.SINCE);
    Sign belt = new Sign(Sign.Kind.BELT, "B1", 1, 0.2, SealTest.SINCE);
    assertThat(Seal.isClue(List.of(), SealTest.RULES)).isFalse();
    assertThat(Seal.isClue(List.of(power), SealTest.RULES)).isFalse();
    assertThat(Seal.isClue(List.of(power, nights), SealTest.RULES)).as("one meter").isFalse();
    assertThat(Seal.isClue(List.of(fan, otherFan), SealTest.RULES)).isFalse();
    assertThat(Seal.isClue(List.of(power, fan), SealTest.RULES)).isTrue();
    assertThat(Seal.isClue(List.of(belt), SealTest.RULES)).isTrue();
  }

  @Test
  void refusesWhatIsNoCourseAndNoRule() {
    TreeMap<Instant, Double> negative = new TreeMap<>();
    negative.put(SealTest.SINCE, -1.0);
    assertThatThrownBy(() -> new Course(Watched.POWER, "P", negative)).hasMessageContaining("P at");
    assertThatThrownBy(() -> new SealRule(Sign.Kind.BELT, Double.NaN, SealTest.HOUR, Weight.ALONE))
        .hasMessageContaining("above zero");
    assertThatThrownBy(
            () ->
                SealRules.of(
                    List.of(SealTest.RULES.of(Sign.Kind.BELT)),
                    SealTest.RULES.night(),
                    SealTest.RULES.rest()))
        .hasMessageContaining("no rule for");
    assertThatThrownBy(
            () ->
                new Stopped(
                    SealTest.SINCE.plus(SealTest.HOUR),
                    SealTest.SINCE,
                    SealTest.SINCE,
                    SealTest.CHINA,
                    SealTest.HOUR,
                    SealTest.WORK))
        .hasMessageContaining("begun");
  }
}
