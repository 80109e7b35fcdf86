package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All kinds of early warning and maintenance together, over courses that nobody wrote by hand. */
class EarlyPropertyTest {
  private static final int POINTS = 3;

  private record Input(int second, ReadingBatch batch, long number) {}

  /** Gas that climbs, falls, jumps, shakes, stands still, fails and stays away. */
  private static List<Input> inputs(long seed) {
    Random random = new Random(seed);
    List<Input> all = new ArrayList<>();
    double[] level = new double[POINTS];
    double[] climb = new double[POINTS];
    int second = 0;
    for (int round = 0; round < 1_500; round++) {
      second += random.nextInt(60) == 0 ? 150 : 10;
      ReadingBatch batch = new ReadingBatch();
      for (int p = 0; p < POINTS; p++) {
        climb[p] = random.nextInt(80) == 0 ? 0.006 * random.nextGaussian() : climb[p];
        level[p] = Math.min(1.6, Math.max(0, level[p] + climb[p]));
        double noise = p == 0 ? 0 : 0.02 * random.nextGaussian();
        double spike = random.nextInt(150) == 0 ? 1 : 0;
        if (random.nextInt(12) > 0) {
          Quality[] kinds = Quality.values();
          Quality quality =
              random.nextInt(40) == 0 ? kinds[random.nextInt(kinds.length)] : Quality.GOOD;
          batch.add("T" + p, level[p] + noise + spike, "", Bench.millis(second), quality);
        }
      }
      all.add(new Input(second, batch, round));
    }
    return all;
  }

  private static List<Finding> feed(Bench mine, Input input) {
    List<Finding> told = new ArrayList<>();
    mine.readings(input.batch(), input.second(), input.number());
    told.addAll(mine.last.findings());
    mine.timeIs(input.second());
    told.addAll(mine.last.findings());
    return told;
  }

  private static List<Finding> run(List<Input> inputs) {
    Bench mine = new Bench(Early.everything(POINTS));
    List<Finding> all = new ArrayList<>();
    inputs.forEach(input -> all.addAll(feed(mine, input)));
    return all;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void factsAreNumberedWithoutAGapAndNothingIsToldAfterTheEnd(long seed) {
    List<Finding> all = run(inputs(seed));
    Map<FindingId, List<Finding>> byId = new LinkedHashMap<>();
    all.forEach(f -> byId.computeIfAbsent(f.id(), id -> new ArrayList<>()).add(f));

    assertThat(all).extracting(Finding::check).contains(Check.CHANGE, Check.TREND, Check.LIMIT);
    for (List<Finding> facts : byId.values()) {
      for (int i = 0; i < facts.size(); i++) {
        Finding fact = facts.get(i);
        assertThat(fact.fact()).as("%s", fact).isEqualTo(i);
        assertThat(fact.rule()).isEqualTo(facts.get(0).rule());
        assertThat(fact.limit()).as("%s", fact).isFinite();
        assertThat(fact.peak()).as("%s", fact).isFinite();
        assertThat(fact.kind() == FindingKind.CLEARED && i < facts.size() - 1).isFalse();
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13})
  void savingAndRestoringAndPlansThatChangeNothingChangeNothing(long seed) {
    List<Input> inputs = inputs(seed);
    Bench mine = new Bench(Early.everything(POINTS));
    List<Finding> all = new ArrayList<>();
    int round = 0;
    for (Input input : inputs) {
      all.addAll(feed(mine, input));
      if (round++ % 23 == 0) {
        mine.memory = ListTape.copy(mine.memory);
      }
    }

    assertThat(all).isEqualTo(run(inputs));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23})
  void aPlanThatSaysTheSameCarriesEverythingOver(long seed) {
    List<Input> inputs = inputs(seed);
    Bench mine = new Bench(Early.everything(POINTS));
    List<Finding> all = new ArrayList<>();
    long version = 1;
    for (Input input : inputs) {
      all.addAll(feed(mine, input));
      if (input.number() % 97 == 0) {
        Plan next = mine.memory.plan().as(++version, mine.memory.plan().effectiveFrom());
        mine.plan(input.second(), next);
        all.addAll(mine.last.findings());
      }
    }

    assertThat(all.stream().map(EarlyPropertyTest::withoutVersion))
        .isEqualTo(run(inputs).stream().map(EarlyPropertyTest::withoutVersion).toList());
  }

  private static String withoutVersion(Finding f) {
    return f.id() + " " + f.fact() + " " + f.kind() + " " + f.severity() + " " + f.detail();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32})
  void doublesAndLateOnesChangeNothing(long seed) {
    List<Input> inputs = inputs(seed);
    Bench mine = new Bench(Early.everything(POINTS));
    List<Finding> all = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      all.addAll(feed(mine, inputs.get(i)));
      Input late = inputs.get(Math.max(0, i - (int) (seed % 7)));
      mine.readings(late.batch(), inputs.get(i).second(), late.number());
      assertThat(mine.last.findings()).isEmpty();
    }

    assertThat(all).isEqualTo(run(inputs));
  }
}
