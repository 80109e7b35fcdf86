package io.minewatch.judge.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.TailingsItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaterTest {
  private static final Aggregation LAW = new Aggregation(4, 3, 2, 4);
  private static final PumpTerms DAY_IN_TWENTY_HOURS = new PumpTerms(20.0 / 24);

  private static List<PointColour> colours(String text) {
    return Stream.of(text.split(" ")).map(WaterTest::colour).toList();
  }

  private static PointColour colour(String letter) {
    return switch (letter) {
      case "n" -> PointColour.NONE;
      case "u" -> PointColour.UNKNOWN;
      case "b" -> PointColour.BLUE;
      case "y" -> PointColour.YELLOW;
      case "o" -> PointColour.ORANGE;
      default -> PointColour.RED;
    };
  }

  @ParameterizedTest(name = "{0} makes {1}")
  @CsvSource({
    "n n n, NONE",
    "b n n, BLUE",
    "b b b n, BLUE",
    "b b b b, YELLOW",
    "b b b b b, YELLOW",
    "b b b y, YELLOW",
    "y y n, YELLOW",
    "y y y, ORANGE",
    "y y o, ORANGE",
    "y y y b b b b, ORANGE",
    "o n n, ORANGE",
    "o o, RED",
    "o r, RED",
    "r n n, RED",
    "u n n, UNKNOWN",
    "u u u, UNKNOWN",
    "u b, BLUE",
    "u b b b b, YELLOW"
  })
  void pointsMakeTheirItem(String points, PointColour expected) {
    assertThat(LAW.item(colours(points))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "items {0} make {1}")
  @CsvSource({
    "n n n n, NONE",
    "b b b n, BLUE",
    "b b b b, YELLOW",
    "b b b r, RED",
    "o o, ORANGE",
    "u n, UNKNOWN"
  })
  void itemsMakeThePond(String items, PointColour expected) {
    assertThat(LAW.pond(colours(items))).isEqualTo(expected);
  }

  @Test
  void whatNobodyReadsIsNotGreen() {
    assertThat(LAW.item(List.of())).isEqualTo(PointColour.UNKNOWN);
    assertThat(LAW.pond(List.of()).isGreen()).isFalse();
    assertThat(PointColour.UNKNOWN.isGreen()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aWorsePointNeverMakesAMilderItem(long seed) {
    Random random = new Random(seed);
    PointColour[] all = PointColour.values();
    for (int i = 0; i < 2_000; i++) {
      List<PointColour> points = new ArrayList<>();
      for (int p = 0; p <= random.nextInt(8); p++) {
        points.add(all[random.nextInt(all.length)]);
      }
      PointColour before = LAW.item(points);
      int place = random.nextInt(points.size());
      points.set(place, points.get(place).worse(all[random.nextInt(all.length)]));
      Collections.shuffle(points, random);
      assertThat(LAW.item(points)).as("seed %d", seed).isGreaterThanOrEqualTo(before);
    }
  }

  @ParameterizedTest(name = "a beach of {0} m is {1}")
  @CsvSource({
    "150.1, NONE",
    "150, BLUE",
    "100.1, BLUE",
    "100, YELLOW",
    "70, ORANGE",
    "50.1, ORANGE",
    "50, RED",
    "0, RED",
    "NaN, UNKNOWN"
  })
  void aShortBeachIsDangerous(double length, PointColour expected) {
    DesignLevels levels = new DesignLevels(TailingsItem.BEACH_LENGTH, 150, 100, 70, 50);
    assertThat(levels.colour(length)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "a pond at {0} m is {1}")
  @CsvSource({
    "337.99, NONE",
    "338, BLUE",
    "338.5, YELLOW",
    "339, ORANGE",
    "339.49, ORANGE",
    "339.5, RED"
  })
  void aHighPondIsDangerous(double level, PointColour expected) {
    DesignLevels levels = new DesignLevels(TailingsItem.POND_LEVEL, 338, 338.5, 339, 339.5);
    assertThat(levels.colour(level)).isEqualTo(expected);
  }

  @Test
  void levelsThatLieTheWrongWayRoundAreRefused() {
    assertThat(TailingsItem.FREEBOARD.danger()).isEqualTo(Side.LOW);
    assertThat(TailingsItem.PHREATIC_DEPTH.danger()).isEqualTo(Side.LOW);
    for (TailingsItem item : TailingsItem.values()) {
      double sign = item.danger() == Side.HIGH ? 1 : -1;
      new DesignLevels(item, sign, 2 * sign, 3 * sign, 4 * sign);
      assertThatThrownBy(() -> new DesignLevels(item, -sign, -2 * sign, -3 * sign, -4 * sign))
          .hasMessageContaining(item.name());
      assertThatThrownBy(() -> new DesignLevels(item, sign, 2 * sign, 2 * sign, 4 * sign))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest(name = "{0} m3/h: {1}")
  @CsvSource({
    "0, ENOUGH", "250, ENOUGH", "250.1, STANDBY_NEEDED", "425, STANDBY_NEEDED",
    "425.1, NO_MARGIN", "510, NO_MARGIN", "510.1, BEYOND", "NaN, UNKNOWN"
  })
  void inflowIsHeldAgainstTheSetsOfPumps(double inflow, PumpState expected) {
    Pumps pumps = new Pumps(300, 210, 300);
    assertThat(PumpJudge.judge(inflow, pumps, DAY_IN_TWENTY_HOURS)).isEqualTo(expected);
  }

  @Test
  void theSumpFillsByWhatIsNotLifted() {
    Pumps pumps = new Pumps(300, 210, 300);
    assertThat(PumpJudge.hoursUntilFull(300, 1_200, pumps)).isInfinite();
    assertThat(PumpJudge.hoursUntilFull(301, 1_200, pumps)).isCloseTo(1_200, within(1e-6));
    assertThat(PumpJudge.hoursUntilFull(900, 1_200, pumps)).isEqualTo(2);
    assertThat(PumpJudge.hoursUntilFull(900, -5, pumps)).isZero();
    assertThat(PumpJudge.hoursUntilFull(Double.NaN, 1_200, pumps)).isNaN();
    assertThat(PumpJudge.hoursUntilFull(900, 1_200, new Pumps(300, 210, Double.NaN))).isNaN();
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> new Aggregation(1, 3, 2, 4)).hasMessageContaining("at least 2");
    assertThatThrownBy(() -> new Pumps(0, 1, 1)).hasMessageContaining("working > 0");
    assertThatThrownBy(() -> new PumpTerms(1.1)).hasMessageContaining("was 1.1");
  }
}
