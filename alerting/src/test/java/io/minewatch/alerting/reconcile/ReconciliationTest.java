package io.minewatch.alerting.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.minewatch.alerting.reconcile.Verdict.Disagreement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
  static final Instant BEGIN = Instant.parse("2026-01-01T16:00:00Z");
  static final Duration SHIFT = Duration.ofHours(8);
  static final ReconcileRules RULES =
      new ReconcileRules(28, 14, 9, 3, 4, 0.1, 0.03, Duration.ofHours(4));

  private static final int SLOTS = 3;

  /** The night is the last shift of the day. */
  private static final int NIGHT = 2;

  private static final int DAYS = 30;
  private static final int BEFORE = DAYS * SLOTS;

  static Instant begin(int shift) {
    return BEGIN.plus(SHIFT.multipliedBy(shift));
  }

  /** What no two shifts have alike: some per cent more or less, always the same. */
  private static double about(double value, int shift, int salt) {
    return value * (1 + 0.02 * (Math.floorMod(shift * 7 + salt * 5, 5) - 2) / 2);
  }

  private static List<ShiftBook> shifts(int many, IntFunction<Map<Factor, Double>> values) {
    List<ShiftBook> shifts = new ArrayList<>();
    for (int shift = 0; shift < many; shift++) {
      shifts.add(new ShiftBook(begin(shift), shift % SLOTS, values.apply(shift), Map.of()));
    }
    return shifts;
  }

  private static Map<Factor, Double> of(Object... all) {
    Map<Factor, Double> values = new EnumMap<>(Factor.class);
    for (int i = 0; i < all.length; i += 2) {
      values.put((Factor) all[i], ((Number) all[i + 1]).doubleValue());
    }
    return values;
  }

  private static List<Verdict> judged(List<ShiftBook> shifts) {
    return new Reconciliation(shifts, Instant.MIN, RULES).since(Instant.MIN);
  }

  private static Verdict last(List<ShiftBook> shifts) {
    List<Verdict> all = judged(shifts);
    return all.get(all.size() - 1);
  }

  private static List<Pair> pairs(Verdict verdict) {
    return verdict.disagreements().stream().map(Disagreement::pair).toList();
  }

  /** An honest shift: whatever it takes follows from what it says it brought out. */
  private static Map<Factor, Double> honest(int shift) {
    double output = 1_000 * (1 + 0.3 * Math.sin(shift)) * (shift % SLOTS == 0 ? 0.2 : 1);
    return of(
        Factor.OUTPUT,
        output,
        Factor.PEOPLE,
        about(80 + 0.04 * output, shift, 1),
        Factor.POWER,
        about(10_000 + 14 * output, shift, 2),
        Factor.GAS,
        about(3_000 + 9 * output, shift, 3),
        Factor.INFLOW,
        about(900, shift, 4));
  }

  private static Map<Factor, Double> more(int shift, Map<Factor, Double> parts) {
    Map<Factor, Double> values = honest(shift);
    parts.forEach((factor, part) -> values.merge(factor, part, (all, by) -> all * (1 + by)));
    return values;
  }

  /**
   * The published case (docs/sources.md, R36): a stop is declared for ten days, the hoist's share
   * of the power goes from 9.7 % to over 13 %, with regular peaks at night.
   */
  private static Map<Factor, Double> published(int shift, double share, double peak) {
    boolean stopped = shift >= BEFORE;
    boolean night = shift % SLOTS == NIGHT;
    double power = about(40_000, shift, 2) * (!stopped ? 1 : night ? 0.4 * peak : 0.4);
    double hoist = about(power * (stopped ? share : 0.097), shift, 3);
    double output = stopped ? 0 : about(900, shift, 1);
    return of(Factor.OUTPUT, output, Factor.POWER, power, Factor.HOIST_POWER, hoist);
  }

  @Test
  void thePublishedCaseIsAClueInTheThirdNightAndSaysWhichSharesSinceWhenAndByHowMuch() {
    List<Verdict> all = judged(shifts(BEFORE + 30, shift -> published(shift, 0.132, 1.6)));
    assertThat(all.subList(0, BEFORE + 8)).noneMatch(Verdict::clue);
    Verdict third = all.get(BEFORE + 8);
    assertThat(third.clue()).as("a night, the third").isTrue();
    assertThat(pairs(third)).containsExactly(Pair.POWER_BEFORE, Pair.HOIST_POWER);
    Disagreement hoist = third.disagreements().get(1);
    assertThat(hoist.since()).isEqualTo(begin(BEFORE));
    assertThat(hoist.newest().over()).isCloseTo(0.132 / 0.097 - 1, within(0.03));
    assertThat(hoist.words())
        .contains("提升用电量／用电量", "power of the hoist by power", "since " + begin(BEFORE));
    Disagreement nights = third.disagreements().get(0);
    assertThat(nights.shifts()).isEqualTo(3);
    assertThat(nights.since()).isEqualTo(begin(BEFORE + NIGHT));
    assertThat(nights.newest().over()).isCloseTo(0.6, within(0.1));
  }

  @Test
  void aStopThatIsKeptIsNoClueThoughTheWholePowerFalls() {
    assertThat(judged(shifts(BEFORE + 30, shift -> published(shift, 0.097, 1))))
        .noneMatch(Verdict::clue);
    Verdict hoistAlone = last(shifts(BEFORE + 30, shift -> published(shift, 0.132, 1)));
    assertThat(pairs(hoistAlone)).containsExactly(Pair.HOIST_POWER);
    assertThat(hoistAlone.clue()).as("a hoist that stands by has one cause").isFalse();
  }

  @Test
  void whatFollowsFromTheOutputIsExpectedHoweverMuchThatChanges() {
    List<Verdict> all = judged(shifts(BEFORE + 30, ReconciliationTest::honest));
    assertThat(all).noneMatch(Verdict::clue);
    assertThat(all).allSatisfy(each -> assertThat(each.disagreements()).isEmpty());
    Residual power =
        all.get(BEFORE).residuals().stream()
            .filter(each -> each.pair() == Pair.POWER_OUTPUT)
            .findFirst()
            .orElseThrow();
    assertThat(power.baseline()).isEqualTo(28);
    assertThat(power.over()).isCloseTo(0, within(0.05));
  }

  @Test
  void peopleAndPowerThatTheOutputDoesNotExplainAreAClueFromTheThirdShiftOn() {
    Map<Factor, Double> face = of(Factor.PEOPLE, 0.25, Factor.POWER, 0.3);
    List<Verdict> all =
        judged(shifts(BEFORE + 3, shift -> shift < BEFORE ? honest(shift) : more(shift, face)));
    assertThat(all.get(BEFORE + 1).clue()).isFalse();
    Verdict third = all.get(BEFORE + 2);
    assertThat(third.clue()).isTrue();
    assertThat(pairs(third)).contains(Pair.PEOPLE_OUTPUT, Pair.POWER_OUTPUT);
    assertThat(third.disagreements()).allMatch(each -> each.since().equals(begin(BEFORE)));
  }

  @Test
  void oneThingAloneIsNoClueNorIsWhatOneHarmlessCauseMoves() {
    Map<Factor, Double> meter = of(Factor.POWER, 0.3);
    Map<Factor, Double> rain = of(Factor.POWER, 0.3, Factor.INFLOW, 0.9);
    Map<Factor, Double> gasToo = of(Factor.POWER, 0.3, Factor.INFLOW, 0.9, Factor.GAS, 0.4);
    assertThat(since(meter).clue()).isFalse();
    assertThat(pairs(since(meter))).contains(Pair.POWER_OUTPUT);
    assertThat(since(rain).clue()).as("pumps").isFalse();
    assertThat(since(gasToo).clue()).isTrue();
  }

  private static Verdict since(Map<Factor, Double> parts) {
    return last(shifts(BEFORE + 6, shift -> shift < BEFORE ? honest(shift) : more(shift, parts)));
  }

  @Test
  void thePowerOfThePumpsIsTheRains() {
    Verdict verdict =
        last(
            shifts(
                BEFORE + 6,
                shift -> {
                  Map<Factor, Double> values = honest(shift);
                  double pumps = shift < BEFORE ? 500 : 9_000;
                  values.put(Factor.PUMP_POWER, pumps);
                  values.merge(Factor.POWER, pumps, Double::sum);
                  return values;
                }));
    assertThat(verdict.disagreements()).isEmpty();
  }

  @Test
  void peopleWhoStandWhereNoPlanKnowsAPlaceAreAClueByThemselves() {
    List<ShiftBook> shifts = new ArrayList<>();
    for (int shift = 0; shift < 12; shift++) {
      double hours = shift % SLOTS == NIGHT ? 30 : 1;
      Map<String, Double> stood = Map.of("x-7", hours);
      shifts.add(new ShiftBook(begin(shift), shift % SLOTS, Map.of(), stood));
    }
    List<Verdict> all = judged(shifts);
    assertThat(all.get(7).clue()).as("two nights").isFalse();
    assertThat(all.get(8).clue()).isTrue();
    assertThat(all.get(9).stood()).containsExactly(new Verdict.Stood("x-7", 30, begin(NIGHT), 3));
    assertThat(all.get(9).stood().get(0).words()).contains("计划外地点有人停留", "x-7: 30.0 h");
  }

  @Test
  void whatIsNotKnownCountsNeitherForNorAgainst() {
    Map<Factor, Double> face = of(Factor.PEOPLE, 0.25, Factor.POWER, 0.3);
    Verdict verdict =
        last(
            shifts(
                BEFORE + 9,
                shift -> {
                  Map<Factor, Double> values = shift < BEFORE ? honest(shift) : more(shift, face);
                  if (shift % 2 == 0) {
                    values.clear();
                  }
                  return values;
                }));
    assertThat(verdict.residuals()).as("an even shift").isEmpty();
    assertThat(verdict.clue()).as("four of nine were known").isTrue();
  }

  @Test
  void whatWasBeforeOtherWorkplacesIsNoBaseline() {
    Map<Factor, Double> face = of(Factor.PEOPLE, 0.25, Factor.POWER, 0.3);
    List<ShiftBook> shifts =
        shifts(BEFORE + 60, shift -> shift < BEFORE ? honest(shift) : more(shift, face));
    List<Verdict> all = new Reconciliation(shifts, begin(BEFORE), RULES).since(begin(BEFORE));
    assertThat(all).hasSize(60).noneMatch(Verdict::clue);
    assertThat(all.get(0).residuals()).as("too little is known").isEmpty();
    assertThat(all.get(59).residuals()).isNotEmpty();
  }

  @Test
  void ofNothingThereIsNoMultiple() {
    Verdict verdict =
        last(
            shifts(
                BEFORE + 6,
                shift -> {
                  double blasted = shift < BEFORE ? 0 : 40;
                  return of(Factor.OUTPUT, about(900, shift, 1), Factor.EXPLOSIVES, blasted);
                }));
    assertThat(verdict.residuals()).isEmpty();
  }

  @Test
  void refusesShiftsOutOfOrderAndWhatIsNoValueAndNoRule() {
    List<ShiftBook> shifts = shifts(2, ReconciliationTest::honest);
    assertThatThrownBy(
            () -> new Reconciliation(List.of(shifts.get(1), shifts.get(0)), Instant.MIN, RULES))
        .hasMessageContaining("follow one another");
    assertThatThrownBy(() -> new ShiftBook(BEGIN, 0, of(Factor.POWER, -1), Map.of()))
        .hasMessageContaining("POWER of the shift");
    assertThatThrownBy(() -> new ShiftBook(BEGIN, 0, Map.of(), Map.of("x", Double.NaN)))
        .hasMessageContaining("x of the shift");
    assertThatThrownBy(() -> new ReconcileRules(2, 2, 9, 3, 4, 0.1, 0.03, SHIFT))
        .hasMessageContaining("at least 3 shifts");
    assertThatThrownBy(() -> new ReconcileRules(28, 14, 2, 3, 4, 0.1, 0.03, SHIFT))
        .hasMessageContaining("recent ones");
    assertThatThrownBy(() -> new ReconcileRules(28, 14, 9, 3, 0, 0.1, 0.03, SHIFT))
        .hasMessageContaining("above zero");
    assertThatThrownBy(() -> new ReconcileRules(28, 14, 9, 3, 4, 0.1, 0.03, Duration.ZERO))
        .hasMessageContaining("stand for a time");
  }
}
