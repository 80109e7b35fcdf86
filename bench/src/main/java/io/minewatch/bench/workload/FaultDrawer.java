package io.minewatch.bench.workload;

import io.minewatch.bench.script.Calendar;
import io.minewatch.bench.script.Fault;
import io.minewatch.bench.script.Rulebook;
import io.minewatch.bench.script.Scenario;
import io.minewatch.domain.plan.LimitRule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws what goes wrong at the points of one mine; at most one fault a point. */
final class FaultDrawer {
  /** One point in so many has a fault in each period of the script. */
  private static final int FAULTY = 45;

  /** One point in so many takes part in the flood. */
  private static final int FLOODED = 100;

  /** So many faults in a period of a paced run, some a second, whatever the number of mines. */
  private static final int FAULTS_OF_A_NATION = 1_000;

  private static final int ANY_START = 1 << 20;

  private static final Map<String, LimitRule> RULES = byId(Rulebook.rules());
  private static final Map<String, LimitRule> OF_A_REGISTRY = byId(Rulebook.rulesOfARegistry());

  private static final List<Scenario> SCENARIOS = List.of(Scenario.values());

  private final Mix mix;
  private final String mine;
  private final Random random;

  FaultDrawer(Mix mix, String mine, Random random) {
    this.mix = mix;
    this.mine = mine;
    this.random = random;
  }

  private int faultyInANation() {
    return Math.max(
        FAULTY, mix.mines() * mix.meanPoints() * mix.pace().times() / FAULTS_OF_A_NATION);
  }

  private static Map<String, LimitRule> byId(List<LimitRule> rules) {
    return rules.stream().collect(Collectors.toMap(LimitRule::id, Function.identity()));
  }

  /** The point whose spike ends each period; it must clear at once. */
  Fault lastWord(PointSlot point, long skewMillis) {
    return fault(point, rule(point, 0), Calendar.LAST_WORD, Scenario.SPIKE, skewMillis);
  }

  @Nullable Fault draw(PointSlot point, long skewMillis) {
    List<String> rules = point.kind().rules();
    boolean faulty = random.nextInt(mix.isPaced() ? faultyInANation() : FAULTY) == 0;
    boolean flooded = random.nextInt(FLOODED) == 0 && mix.alarms() == Mix.Alarms.FLOOD;
    int which = rules.isEmpty() ? 0 : random.nextInt(rules.size());
    int start = random.nextInt(mix.isPaced() ? ANY_START : Calendar.LAST_START);
    Scenario wanted = SCENARIOS.get(random.nextInt(SCENARIOS.size()));
    if (rules.isEmpty() || !(faulty || flooded)) {
      return null;
    }
    LimitRule rule = rule(point, which);
    if (!faulty) {
      return fault(point, rule, Calendar.FLOOD, Scenario.SPIKE, skewMillis);
    }
    Scenario fitting = wanted.steps() <= rule.steps().size() ? wanted : Scenario.CHATTER;
    // In a paced run faults begin all the time: in any cycle after which the script still has room.
    int room = Calendar.PERIOD_CYCLES - fitting.beats().size();
    return fault(point, rule, 1 + start % room, fitting, skewMillis);
  }

  private LimitRule rule(PointSlot point, int which) {
    Map<String, LimitRule> rules = mix.isPaced() ? OF_A_REGISTRY : RULES;
    return Objects.requireNonNull(rules.get(point.kind().rules().get(which)));
  }

  private Fault fault(
      PointSlot point, LimitRule rule, int cycle, Scenario scenario, long skewMillis) {
    return new Fault(mine, point.name(), point.kind(), rule, cycle, scenario, skewMillis);
  }
}
