package io.minewatch.alerting.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.minewatch.alerting.seal.SealRule.Weight;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SealTest {
  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** Midnight at the mine, and the stop. */
  static final Instant SINCE = Instant.parse("2026-03-01T16:00:00Z");

  static final Duration HOUR = Duration.ofHours(1);
  private static final int WORKED = 240;
  static final Stopped.Worked WORK =
      new Stopped.Worked(SINCE.minus(HOUR.multipliedBy(WORKED)), SINCE);
  static final SealRules RULES =
      SealRules.of(
          List.of(
              rule(Sign.Kind.PERSONS, 9, 1, Weight.ALONE),
              rule(Sign.Kind.HOIST, 0.2, 2, Weight.ALONE),
              rule(Sign.Kind.BELT, 0.2, 1, Weight.ALONE),
              rule(Sign.Kind.FAN, 0.5, 1, Weight.BESIDE_ANOTHER),
              rule(Sign.Kind.POWER, 1.3, 2, Weight.BESIDE_ANOTHER),
              rule(Sign.Kind.NOT_FALLEN, 0.8, 0, Weight.BESIDE_ANOTHER),
              rule(Sign.Kind.HOIST_SHARE, 1.2, 2, Weight.BESIDE_ANOTHER),
              rule(Sign.Kind.HOIST_KEPT, 0.8, 2, Weight.BESIDE_ANOTHER),
              rule(Sign.Kind.NIGHT_PEAKS, 1.2, 2, Weight.BESIDE_ANOTHER),
              rule(Sign.Kind.TRUCKS, 3, 0, Weight.BESIDE_ANOTHER)),
          new SealRules.Night(LocalTime.of(22, 0), LocalTime.of(6, 0), 3),
          Duration.ofHours(24));

  private static SealRule rule(Sign.Kind kind, double limit, int hours, Weight weight) {
    return new SealRule(kind, limit, Duration.ofHours(hours), weight);
  }

  /** Hourly values from so many hours before the stop; the hour counts from it. */
  private static Course course(Watched watched, int until, ToDoubleFunction<Integer> value) {
    TreeMap<Instant, Double> values = new TreeMap<>();
    for (int hour = -WORKED; hour < until; hour++) {
      values.put(SINCE.plus(HOUR.multipliedBy(hour)), value.applyAsDouble(hour));
    }
    return new Course(watched, watched.name(), values);
  }

  /** Shifts of eight hours. */
  private static Stopped at(int hour) {
    Instant shift = SINCE.plus(HOUR.multipliedBy((hour - 1L) / 8 * 8));
    return new Stopped(SINCE, shift, SINCE.plus(HOUR.multipliedBy(hour)), CHINA, HOUR, WORK);
  }

  private static List<Sign> signs(int hour, Course... courses) {
    return Seal.signs(List.of(courses), at(hour), RULES);
  }

  private static List<Sign.Kind> kinds(int hour, Course... courses) {
    return signs(hour, courses).stream().map(Sign::kind).toList();
  }

  private static boolean night(int hour) {
    int clock = Math.floorMod(hour, 24);
    return clock >= 22 || clock < 6;
  }

  @ParameterizedTest(name = "{0}: {3} hours of {2} are {4} signs")
  @CsvSource({
    "PERSONS, 0, 9, 8, 0",
    "PERSONS, 0, 10, 1, 1",
    "HOIST, 0, 0.2, 8, 0",
    "HOIST, 0, 0.3, 1, 0",
    "HOIST, 0, 0.3, 2, 1",
    "BELT, 0, 0.21, 1, 1",
    "BELT, 0, 0.2, 4, 0",
    "TRUCKS, 0, 1, 3, 0",
    "TRUCKS, 0, 1, 4, 1",
    "FAN, 0, 0.6, 1, 1",
    "FAN, 0, 0.5, 3, 0",
    "FAN, 1, 1, 4, 0",
    "POWER, 1000, 1301, 1, 0",
    "POWER, 1000, 1301, 2, 1",
    "POWER, 1000, 1300, 4, 0"
  })
  void aSignIsAboveItsLimitForItsTimeOfOneShift(
      Watched watched, double rest, double value, int hours, int expected) {
    int shift = 48;
    Course course =
        course(
            watched,
            shift + 8,
            hour -> hour < 0 ? 5_000 : hour >= shift && hour < shift + hours ? value : rest);
    assertThat(signs(shift + 8, course)).hasSize(expected);
    assertThat(signs(shift, course)).as("before the shift").isEmpty();
    assertThat(signs(shift + 8, course(watched, shift, hour -> hour < 0 ? 5_000 : rest)))
        .as("unheard")
        .isEmpty();
  }

  @Test
  void aFanThatRunsByNightAloneIsToldAndOneThatRunsAlwaysIsNot() {
    Course nights = course(Watched.FAN, 56, hour -> hour >= 0 && night(hour) ? 1 : 0);
    assertThat(signs(56, nights)).extracting(Sign::kind).containsExactly(Sign.Kind.FAN);
    assertThat(signs(56, course(Watched.FAN, 56, hour -> 1))).isEmpty();
    assertThat(signs(16, nights)).as("not a day and a night at rest yet").isEmpty();
  }

  @Test
  void whatWasBeforeTheStopIsHeldAgainstNobody() {
    Course people = course(Watched.PERSONS, 4, hour -> hour < 0 ? 200 : 5);
    Course belt = course(Watched.BELT, 4, hour -> hour < 0 ? 1 : 0);
    Instant early = SINCE.minus(HOUR.multipliedBy(4));
    Stopped across = new Stopped(SINCE, early, SINCE.plus(HOUR.multipliedBy(4)), CHINA, HOUR, WORK);
    assertThat(Seal.signs(List.of(people, belt), across, RULES)).isEmpty();
  }

  @Test
  void pumpsAreLeftOutWhereTheirPowerIsKnown() {
    Course power = course(Watched.POWER, 56, hour -> hour < 0 ? 5_000 : hour < 48 ? 1_000 : 1_900);
    Course pumps = course(Watched.PUMP_POWER, 56, hour -> hour < 48 ? 100 : 950);
    assertThat(signs(56, power, pumps)).as("rain").isEmpty();
    assertThat(signs(56, power))
        .singleElement()
        .satisfies(one -> assertThat(one.kind()).isEqualTo(Sign.Kind.POWER))
        .satisfies(one -> assertThat(one.words()).contains("1.90 > 1.30", "用电高于停产基线"));
    Course dark = course(Watched.PUMP_POWER, 48, hour -> 100);
    assertThat(signs(56, power, dark)).as("a meter that is dark explains nothing").hasSize(1);
  }

  @Test
  void aStopThatLetsNothingFallIsTold() {
    assertThat(signs(40, course(Watched.POWER, 40, hour -> hour < 0 ? 5_000 : 4_100)))
        .extracting(Sign::kind)
        .containsExactly(Sign.Kind.NOT_FALLEN);
    assertThat(signs(40, course(Watched.POWER, 40, hour -> hour < 0 ? 5_000 : 4_000))).isEmpty();
    assertThat(signs(20, course(Watched.POWER, 20, hour -> 5_000)))
        .as("less than a day and a night at rest")
        .isEmpty();
  }

  /** The published case: 9.7 % of the power before, above 13 % in a stoppage of ten days. */
  @Test
  void thePublishedCaseIsAClue() {
    int now = 240;
    ToDoubleFunction<Integer> all = hour -> hour < 0 ? 5_000 : night(hour) ? 3_000 : 2_000;
    Course power = course(Watched.POWER, now, all);
    Course hoist =
        course(
            Watched.HOIST_POWER, now, hour -> all.applyAsDouble(hour) * (hour < 0 ? 0.097 : 0.131));
    List<Sign> signs = signs(now, power, hoist);
    assertThat(signs).extracting(Sign::kind).contains(Sign.Kind.HOIST_SHARE, Sign.Kind.NIGHT_PEAKS);
    assertThat(signs)
        .filteredOn(each -> each.kind() == Sign.Kind.HOIST_SHARE)
        .singleElement()
        .satisfies(one -> assertThat(one.seen()).isCloseTo(0.131 / 0.097, within(1e-9)));
    assertThat(Seal.isClue(signs, RULES)).isTrue();
    assertThat(kinds(1, power, hoist)).as("an hour of the first shift").isEmpty();
    assertThat(kinds(2, power, hoist)).containsExactly(Sign.Kind.HOIST_SHARE, Sign.Kind.HOIST_KEPT);
    Course upkeep = course(Watched.HOIST_POWER, now, hour -> hour < 0 ? 485 : 50);
    assertThat(kinds(now, power, upkeep))
        .doesNotContain(Sign.Kind.HOIST_SHARE, Sign.Kind.HOIST_KEPT);
    Course runs = course(Watched.HOIST, now, hour -> hour < 0 ? 0.5 : hour % 24 < 12 ? 0.6 : 0);
    assertThat(signs(now - 16, runs))
        .as("the hoist for twelve hours of a day")
        .extracting(Sign::kind)
        .containsExactly(Sign.Kind.HOIST);
  }

  @Test
  void aHoistThatStandsByHasItsShareOfALittleAndIsNoClueByItself() {
    Course power = course(Watched.POWER, 24, hour -> hour < 0 ? 5_000 : 700);
    Course hoist = course(Watched.HOIST_POWER, 24, hour -> hour < 0 ? 485 : 60);
    List<Sign> signs = signs(24, power, hoist);
    assertThat(signs).extracting(Sign::kind).containsExactly(Sign.Kind.HOIST_KEPT);
    assertThat(Seal.isClue(signs, RULES)).isFalse();
  }

  @Test
  void ofNothingThereIsNoMultiple() {
    Course power = course(Watched.POWER, 240, hour -> hour < 0 ? 0 : 700);
    Course hoist = course(Watched.HOIST_POWER, 240, hour -> hour < 0 ? 0 : 60);
    Course pumps = course(Watched.PUMP_POWER, 240, hour -> night(hour) ? 0 : 900);
    assertThat(signs(240, power, hoist)).as("meters that were dead at work").isEmpty();
    assertThat(signs(240, power, pumps)).as("a pump above the whole by day").isEmpty();
  }

  @Test
  void whereTheMineIsNotKnownToHaveWorkedNothingIsComparedWithThat() {
    Course power = course(Watched.POWER, 40, hour -> 700);
    Course hoist = course(Watched.HOIST_POWER, 40, hour -> 60);
    Stopped moved = at(40);
    Stopped unknown = new Stopped(moved.since(), moved.shift(), moved.now(), CHINA, HOUR, null);
    assertThat(Seal.signs(List.of(power, hoist), unknown, RULES)).isEmpty();
    assertThat(kinds(40, power, hoist)).contains(Sign.Kind.NOT_FALLEN, Sign.Kind.HOIST_KEPT);
  }

  @Test
  void aShareCountsOnlyWindowsInWhichBothMetersAreHeard() {
    Course power = course(Watched.POWER, 1, hour -> hour < 0 ? 5_000 : 1_000);
    Course hoist = course(Watched.HOIST_POWER, 8, hour -> hour < 0 ? 485 : 300);
    assertThat(signs(8, power, hoist)).as("one joint hour").isEmpty();
  }

  @Test
  void peaksOfTheNightNeedThreeNightsOfSeven() {
    List<Integer> found = new ArrayList<>();
    for (int nights = 1; nights <= 4; nights++) {
      int peaks = nights;
      Course power =
          course(
              Watched.POWER,
              150,
              hour ->
                  hour < 0 ? 5_000 : night(hour) && (hour + 2) / 24 > 6 - peaks ? 1_250 : 1_000);
      found.add(
          (int)
              signs(150, power).stream()
                  .filter(each -> each.kind() == Sign.Kind.NIGHT_PEAKS)
                  .count());
    }
    assertThat(found).containsExactly(0, 0, 1, 1);
  }

  @Test
  void ofAShiftOfWhichNothingWasHeardNobodyKnows() {
    assertThat(Seal.says(false, 0)).isNull();
    assertThat(Seal.says(false, 1)).isFalse();
    assertThat(Seal.says(true, 0)).isTrue();
    assertThat(Seal.says(true, 1)).isTrue();
  }
}
