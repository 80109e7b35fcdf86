package io.minewatch.alerting.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.alerting.rules.Guidance.Advice;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.finding.Hazard;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.Confidence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guidance that is shipped. */
class GuidanceTest {
  private static final Path RULES = Path.of("../rules");
  private static final Set<String> CLASSES = RulePackLoader.load(RULES).mineClasses();
  private static final Guidance SHIPPED = Guidance.load(RULES, CLASSES);

  private static List<String> at(Hazard hazard, Severity severity, String mine) {
    return SHIPPED.to(Set.of(mine)).stream()
        .filter(each -> each.hazard() == hazard && severity.compareTo(each.from()) >= 0)
        .filter(each -> each.to() == null || severity.compareTo(each.to()) <= 0)
        .map(Advice::id)
        .toList();
  }

  @Test
  void beyondTheCutPeopleComeOutFirstAndNobodyIsSentIn() {
    assertThat(at(Hazard.GAS, Severity.RED, "high-gas"))
        .startsWith("gas-withdraw")
        .doesNotContain("gas-measure");
    assertThat(at(Hazard.FEED, Severity.RED, "high-gas"))
        .startsWith("feed-rising")
        .doesNotContain("feed-measure");
    assertThat(at(Hazard.GAS, Severity.BLUE, "high-gas")).contains("gas-measure");
  }

  @Test
  void noMineIsShownTheLawOfAnotherKindOfMine() {
    for (String other : List.of("metal-nonmetal", "us-coal", "tailings-pond", "generic")) {
      assertThat(SHIPPED.to(Set.of(other)))
          .as(other)
          .noneMatch(each -> each.source().clause().contains("煤矿安全规程"));
    }
    assertThat(SHIPPED.to(Set.of("high-gas")))
        .noneMatch(each -> each.source().clause().contains("非煤"));
  }

  @Test
  void whatNoTextSaysIsAProposalAndEveryHazardHasSomethingToSay() {
    assertThat(SHIPPED.advice())
        .allMatch(
            each ->
                each.source().clause().contains("没有查到")
                    == (each.source().confidence() == Confidence.PROPOSAL));
    for (Hazard hazard : Hazard.values()) {
      assertThat(SHIPPED.advice()).as(hazard.name()).anyMatch(each -> each.hazard() == hazard);
    }
  }

  @Test
  void adviceThatNobodyWouldBeShownIsRefused(@TempDir Path folder) throws Exception {
    String shipped = Files.readString(RULES.resolve(Guidance.FILE));
    refused(folder, shipped.replaceFirst("high-gas", "high-gass"), "high-gass");
    refused(
        folder, shipped.replaceFirst("from: \\w+", "from: RED\n    to: BLUE"), "from RED to BLUE");
  }

  /** A tailings pond needs no pack of coal mines: what is for them is then shown to nobody. */
  @Test
  void adviceForMinesOfWhichThereIsNoPackStopsNothing() {
    Guidance few = Guidance.load(RULES, Set.of("open-pit"));
    assertThat(few.advice()).hasSameSizeAs(SHIPPED.advice());
    assertThat(few.to(Set.of("open-pit"))).isEqualTo(SHIPPED.to(Set.of("open-pit")));
  }

  private static void refused(Path folder, String pack, String why) throws Exception {
    Files.writeString(folder.resolve(Guidance.FILE), pack);
    assertThatThrownBy(() -> Guidance.load(folder, CLASSES))
        .isInstanceOf(Problems.BadFiles.class)
        .hasMessageContaining(why);
  }
}
