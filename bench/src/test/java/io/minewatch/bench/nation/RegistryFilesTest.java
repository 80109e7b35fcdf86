package io.minewatch.bench.nation;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.rules.Guidance;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.bench.script.Pace;
import io.minewatch.bench.script.Rulebook;
import io.minewatch.bench.workload.Mine;
import io.minewatch.bench.workload.Mix;
import io.minewatch.bench.workload.Workload;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Step;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What alerting makes of the files is what the oracle of a paced run takes for given. */
class RegistryFilesTest {
  private static final Workload WORKLOAD =
      new Workload(Mix.paced(7, 3, new Mix.Share(30, 40), Pace.STATUTORY));

  @Test
  void alertingMakesTheRulesThatTheScriptIsWrittenFor(@TempDir Path folder) throws Exception {
    RegistryFiles.rules(Path.of("../rules"), folder.resolve("rules"));
    RegistryFiles.mines(WORKLOAD, folder.resolve("mines"));
    RulePacks packs = RulePackLoader.load(folder.resolve("rules"));
    Map<String, MineEntry> mines = MineLoader.load(folder.resolve("mines"), packs);

    assertThat(Guidance.load(folder.resolve("rules"), packs.mineClasses()).advice())
        .isNotEmpty(); // alerting stops without
    assertThat(mines).hasSize(3);
    for (Mine mine : WORKLOAD.mines()) {
      MineEntry entry = Objects.requireNonNull(mines.get(mine.code()));
      assertThat(entry.plan().points())
          .extracting(PointPlan::id)
          .isEqualTo(mine.plan().points().stream().map(PointPlan::id).toList());
      assertThat(entry.plan().points())
          .extracting(PointPlan::period)
          .isEqualTo(mine.plan().points().stream().map(PointPlan::period).toList());
      assertThat(entry.plan().limits())
          .extracting(LimitRule::id)
          .containsExactlyInAnyOrderElementsOf(used(mine));
      for (int i = 0; i < mine.plan().points().size(); i++) {
        assertThat(
                entry.plan().points().get(i).rules().stream().filter(id -> id.startsWith("bench:")))
            .containsExactlyInAnyOrderElementsOf(mine.plan().points().get(i).rules());
      }
      for (LimitRule rule : entry.plan().limits()) {
        LimitRule ours =
            Rulebook.rulesOfARegistry().stream()
                .filter(each -> each.id().equals(rule.id()))
                .findFirst()
                .orElseThrow();
        assertThat(numbers(rule)).as(rule.id()).isEqualTo(numbers(ours));
        assertThat(rule.restore()).isEqualTo(ours.restore());
        assertThat(rule.clearAfter()).isEqualTo(ours.clearAfter());
        assertThat(rule.side()).isEqualTo(ours.side());
      }
    }
  }

  private static Set<String> used(Mine mine) {
    Set<String> used = new HashSet<>();
    mine.plan().points().forEach(point -> used.addAll(point.rules()));
    return used;
  }

  private static List<String> numbers(LimitRule rule) {
    return rule.steps().stream().map(RegistryFilesTest::words).toList();
  }

  private static String words(Step step) {
    return step.act() + " " + step.at() + " " + step.severity();
  }
}
