package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MineJudgePropertyTest {
  private static final int POINTS = 3;
  private static final int ROUNDS = 400;

  /** One input: a message, or the passing of time when the batch is null. */
  private record Input(int second, ReadingBatch batch, long number) {}

  /** Readings that walk across the limits, fail, come late, stay away; and time between them. */
  private static List<Input> inputs(long seed) {
    Random random = new Random(seed);
    List<Input> all = new ArrayList<>();
    double[] level = new double[POINTS];
    int second = 0;
    for (int round = 0; round < ROUNDS; round++) {
      second += random.nextInt(20) == 0 ? 120 : 1 + random.nextInt(15);
      ReadingBatch batch = new ReadingBatch();
      for (int p = 0; p < POINTS; p++) {
        level[p] = Math.min(2.2, Math.max(0, level[p] + random.nextGaussian() * 0.3));
        if (random.nextInt(10) > 0) {
          int late = random.nextInt(12) == 0 ? 30 : 0;
          double value = Math.round(level[p] * 20) / 20.0; // often exactly at a limit
          batch.add("T" + p, value, "", Bench.millis(second - late), quality(random));
        }
      }
      all.add(new Input(second, batch, round));
      all.add(new Input(second, null, -1));
    }
    return all;
  }

  private static Quality quality(Random random) {
    Quality[] all = Quality.values();
    return random.nextInt(8) == 0 ? all[random.nextInt(all.length)] : Quality.GOOD;
  }

  private static void feed(Bench mine, Input input, List<Finding> into) {
    if (input.batch() == null) {
      mine.timeIs(input.second());
    } else {
      mine.readings(input.batch(), input.second(), input.number());
    }
    into.addAll(mine.last.findings());
  }

  private static List<Finding> run(List<Input> inputs, int raiseAfter, int clearAfter) {
    Bench mine = new Bench(Plans.methane(POINTS, raiseAfter, clearAfter));
    List<Finding> all = new ArrayList<>();
    inputs.forEach(input -> feed(mine, input, all));
    return all;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theFactsOfOneExcursionAreNumberedWithoutAGapAndAlternateLegally(long seed) {
    for (int delay : new int[] {0, 25}) {
      Map<FindingId, List<Finding>> byId = new LinkedHashMap<>();
      List<Finding> all = run(inputs(seed), delay, delay);
      all.forEach(f -> byId.computeIfAbsent(f.id(), id -> new ArrayList<>()).add(f));

      assertThat(byId).hasSizeGreaterThan(5);
      byId.values().forEach(MineJudgePropertyTest::checkOne);
    }
  }

  private static void checkOne(List<Finding> facts) {
    boolean blind = false;
    int raised = 0;
    double peak = 0;
    for (int i = 0; i < facts.size(); i++) {
      Finding fact = facts.get(i);
      assertThat(fact.fact()).isEqualTo(i);
      assertThat(fact.onset()).isEqualTo(facts.get(0).onset());
      assertThat(fact.peak()).isGreaterThanOrEqualTo(peak);
      peak = fact.peak();
      Set<FindingKind> legal =
          blind
              ? EnumSet.of(FindingKind.SEEN, FindingKind.CLEARED, FindingKind.RAISED)
              : EnumSet.of(FindingKind.BLIND, FindingKind.CLEARED, FindingKind.RAISED);
      assertThat(fact.kind()).isIn(i == 0 ? EnumSet.of(FindingKind.OPENED) : legal);
      raised += fact.kind() == FindingKind.RAISED ? 1 : 0;
      assertThat(raised).isLessThanOrEqualTo(1);
      assertThat(i < facts.size() - 1 && fact.kind() == FindingKind.CLEARED).isFalse();
      blind = fact.kind() == FindingKind.BLIND || (blind && fact.kind() == FindingKind.RAISED);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void aReplayGivesTheSameFacts(long seed) {
    assertThat(run(inputs(seed), 25, 25)).isEqualTo(run(inputs(seed), 25, 25)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void savingAndRestoringAfterEachInputChangesNothing(long seed) {
    Bench mine = new Bench(Plans.methane(POINTS, 25, 25));
    List<Finding> all = new ArrayList<>();
    for (Input input : inputs(seed)) {
      feed(mine, input, all);
      mine.memory = ListTape.copy(mine.memory);
    }

    assertThat(all).isEqualTo(run(inputs(seed), 25, 25));
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34})
  void doublingEveryMessageChangesNothingWhetherNumberedOrNot(long seed) {
    List<Input> doubled = new ArrayList<>();
    for (Input input : inputs(seed)) {
      doubled.add(input);
      doubled.add(new Input(input.second(), input.batch(), seed % 2 == 0 ? input.number() : -1));
    }

    assertThat(run(doubled, 25, 25)).isEqualTo(run(inputs(seed), 25, 25));
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43, 44, 45, 46})
  void agreesWithANaiveScanOnTrustedSeries(long seed) {
    Random random = new Random(seed);
    Bench mine = new Bench(Plans.methane(1, 0, 0));
    double[] values = new double[3_000];
    double level = 0.6;
    List<Finding> all = new ArrayList<>();
    for (int row = 0; row < values.length; row++) {
      level = Math.max(0, level + (0.7 - level) * 0.05 + random.nextGaussian() * 0.15);
      values[row] = row == values.length - 1 ? 0 : Math.round(level * 20) / 20.0;
      mine.reading(row, "T0", values[row]);
      all.addAll(mine.last.findings());
    }

    List<NaiveScan.Found> expected = NaiveScan.scan(values, 1.0, 1.5, 1.0);
    assertThat(expected).hasSizeGreaterThan(10);
    assertThat(found(all)).isEqualTo(expected);
  }

  private static List<NaiveScan.Found> found(List<Finding> facts) {
    Map<FindingId, NaiveScan.Found> found = new LinkedHashMap<>();
    for (Finding fact : facts) {
      int row = row(fact);
      var before = found.getOrDefault(fact.id(), new NaiveScan.Found(row, -1, -1, 0));
      int cut = fact.kind() == FindingKind.RAISED ? row : before.cut();
      int end = fact.kind() == FindingKind.CLEARED ? row : -1;
      found.put(fact.id(), new NaiveScan.Found(before.onset(), cut, end, fact.peak()));
    }
    return List.copyOf(found.values());
  }

  private static int row(Finding fact) {
    return (int) ((fact.measured().toEpochMilli() - Bench.START) / 1000);
  }
}
