package io.minewatch.alerting.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.plan.FlatRule;
import io.minewatch.domain.plan.LostRule;
import io.minewatch.domain.plan.PlausibleRule;
import io.minewatch.domain.plan.PointRule;
import io.minewatch.domain.plan.TrendRule;
import io.minewatch.domain.reading.Measure;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No measure is left out of gate, trend, loss and flat line without a word: here the words are. */
class ListedMeasuresTest {
  private static final RulePacks PACKS = RulePackLoader.load(Path.of("../rules"));

  /** A switch has two values: both jump, none drifts, and most stand still for days. */
  private static final Set<Measure> SWITCHES = Set.of(Measure.SWITCH);

  /** Humidity is recorded and judged by no rule. Drainage jumps whenever a pump is switched. */
  private static final Set<Measure> WITHOUT_A_GATE = Set.of(Measure.HUMIDITY, Measure.DRAINAGE);

  /** No limit to head for: rain falls as it likes, the others have no limit in any pack. */
  private static final Set<Measure> WITHOUT_A_COURSE =
      Set.of(Measure.HUMIDITY, Measure.DRAINAGE, Measure.RAINFALL, Measure.PRESSURE);

  /** Dry weather and a calm slope stand still; dust lies at nothing between shifts. */
  private static final Set<Measure> MAY_STAND_STILL =
      Set.of(
          Measure.HUMIDITY, Measure.DRAINAGE, Measure.RAINFALL, Measure.DUST, Measure.DISPLACEMENT);

  private static Set<Measure> without(Class<? extends PointRule> kind) {
    Set<Measure> found = EnumSet.noneOf(Measure.class);
    for (Measure measure : Measure.values()) {
      if (PACKS.earlyAt("", measure, Set.of("high-gas")).stream().noneMatch(kind::isInstance)) {
        found.add(measure);
      }
    }
    found.removeAll(SWITCHES);
    return found;
  }

  @Test
  void everyMeasureHasAGateBeforeItButThese() {
    assertThat(without(PlausibleRule.class)).isEqualTo(WITHOUT_A_GATE);
  }

  @Test
  void everyMeasureThatCanHeadForALimitIsWatchedOnItsWayAndMissedWhenItIsLost() {
    assertThat(without(TrendRule.class)).isEqualTo(WITHOUT_A_COURSE);
    assertThat(without(LostRule.class)).isEqualTo(WITHOUT_A_COURSE);
  }

  @Test
  void everyMeasureThatMovesIsFoundWhenItStandsStillButThese() {
    assertThat(without(FlatRule.class)).isEqualTo(MAY_STAND_STILL);
  }
}
