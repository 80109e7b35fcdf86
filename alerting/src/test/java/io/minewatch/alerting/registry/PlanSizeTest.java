package io.minewatch.alerting.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.wire.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A plan that the jobs would refuse by its size never leaves: the mine would go on by the old. */
class PlanSizeTest {
  private static final RulePacks PACKS = RulePackLoader.load(Path.of("../rules"));
  private static final Map<String, Object> DEMO =
      Objects.requireNonNull(MineLoader.load(Path.of("../deploy/demo"), PACKS).get("140921021337"))
          .document()
          .root();

  private final Problems problems = new Problems();

  /** The demo mine with at least so many points, each as one that it has. */
  private @Nullable MineEntry mineOf(int points) {
    List<Object> rows = new ArrayList<>((List<?>) Objects.requireNonNull(DEMO.get("points")));
    Map<?, ?> methane =
        rows.stream()
            .map(row -> (Map<?, ?>) row)
            .filter(row -> "METHANE".equals(row.get("measure")))
            .findFirst()
            .orElseThrow();
    while (rows.size() < points) {
      Map<String, Object> row = new LinkedHashMap<>();
      methane.forEach((key, value) -> row.put(String.valueOf(key), value));
      row.put("id", "T-" + rows.size());
      rows.add(row);
    }
    Map<String, Object> root = new LinkedHashMap<>(DEMO);
    root.put("points", rows);
    return MineLoader.read(new Document(root), PACKS, problems);
  }

  @Test
  void aMineOfTwoThousandPointsHasAPlanThatIsRead() throws Exception {
    Plan plan = Objects.requireNonNull(mineOf(2_000)).plan();
    byte[] written = Messages.write(plan);

    assertThat(problems.found()).isEmpty();
    assertThat(Messages.read(written, Plan.class)).isEqualTo(plan);
  }

  @Test
  void aMineWhosePlanNobodyWouldReadIsRefusedWhereItIsWritten() {
    assertThat(mineOf(20_000)).isNull();

    assertThat(problems.found())
        .singleElement()
        .satisfies(
            told ->
                assertThat(told.toString())
                    .containsPattern("the plan has [0-9]+ bytes, at most [0-9]+ are read"));
  }
}
