package io.minewatch.alerting.document;

import static io.minewatch.alerting.document.ProtectedMine.FULL;
import static io.minewatch.alerting.document.ProtectedMine.add;
import static io.minewatch.alerting.document.ProtectedMine.expect;
import static io.minewatch.alerting.document.ProtectedMine.lowered;
import static io.minewatch.alerting.document.ProtectedMine.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What limits, own values and rows of packs protect from, and when they protect less. */
class ProtectionOfLimitsTest {
  @TempDir static Path folder;

  private static final String OWN_STRICT =
      "{point: T1-0101, rule: 'cn-coal-2025:536-2', alarm: 0.8, cut: [1.2], restore: 0.7,"
          + " by: 总工, why: 邻近采空区, date: '2026-11-01'}";
  private static final String OWN_STRICTER = OWN_STRICT.replace("0.8", "0.7").replace("1.2", "1.1");

  @Test
  void whatHoldsAtAPointIsComparedWhoeverSetIt() {
    Document own = add(FULL, "own", OWN_STRICT);
    Document stricter = add(FULL, "own", OWN_STRICTER);
    expect(lowered(FULL, own), "none");
    expect(lowered(own, stricter), "none");
    expect(lowered(stricter, own), "point T1-0101: cn-coal-2025:536-2: ALARM from 0.7 to 0.8");
    expect(lowered(stricter, own), "CUT from 1.1 to 1.2");
    expect(lowered(own, FULL), "ALARM from 0.8 to 1.0");
    expect(lowered(own, FULL), "restore from 0.7 to 1.0");
    Document elsewhere = with(FULL, "points", "T1-0101 location", "chamber");
    expect(lowered(FULL, elsewhere), "point T1-0101: location class from coal-face to chamber");
    expect(lowered(FULL, elsewhere), "rule cn-coal-2025:536-2 no longer holds");
  }

  @Test
  void otherWordsAndSourcesOfTheSameRulesLowerNothing() throws IOException {
    Plan reworded =
        plan(
            text ->
                text.replaceAll("(?m)^(    clause: \")", "$1新版 ")
                    .replaceAll("(?m)^(    date: \")\\d{4}", "$11999")
                    .replaceAll("(?m)^(    name: \"?)(\\p{IsHan})", "$1新$2")
                    .replaceAll("(?m)^(    nameEnglish: \"?)(\\p{L})", "$1new $2")
                    .replace("confidence: PROPOSAL", "confidence: LOW"));
    Plan before = plan(text -> text);
    assertThat(before.rules()).noneMatch(reworded.rules()::contains);
    assertThat(loweredBy(before, reworded)).isEmpty();
    assertThat(loweredBy(reworded, before)).isEmpty();
  }

  @ParameterizedTest(name = "a gate that {0} and then {1}: {2}")
  @CsvSource({
    "LETS_HIGH_THROUGH, LETS_ALL_THROUGH, none",
    "LETS_LOW_THROUGH, LETS_ALL_THROUGH, none",
    "BOTH_WAYS, LETS_ALL_THROUGH, none",
    "BOTH_WAYS, LETS_HIGH_THROUGH, none",
    "LETS_ALL_THROUGH, LETS_HIGH_THROUGH, rule platform:gate-water-level changes",
    "LETS_HIGH_THROUGH, LETS_LOW_THROUGH, rule platform:gate-water-level changes",
    "LETS_LOW_THROUGH, BOTH_WAYS, rule platform:gate-water-level changes"
  })
  void aGateThatKeepsBackLessProtectsMore(String was, String is, String words) throws IOException {
    expect(loweredBy(gated(was, "floor: 0.1"), gated(is, "floor: 0.1")), words);
    expect(
        loweredBy(gated(was, "floor: 0.1"), gated(is, "floor: 0.2")),
        "rule platform:gate-water-level changes");
  }

  private static Plan gated(String guard, String floor) throws IOException {
    return plan(
        text -> {
          int row = text.indexOf("  - id: gate-water-level");
          return row < 0
              ? text
              : text.substring(0, row)
                  + text.substring(row)
                      .replaceFirst("guard: \\w+", "guard: " + guard)
                      .replaceFirst("floor: [0-9.]+", floor);
        });
  }

  @Test
  void aRowThatIsNewRaises() throws IOException {
    Plan before = plan(text -> text.replaceFirst("(?s)  - id: outage-unseen.*?PROPOSAL\n", ""));
    Plan after = plan(text -> text);
    expect(loweredBy(before, after), "none");
    expect(loweredBy(after, before), "rule platform:outage-unseen no longer holds");
  }

  private static List<Lowering> loweredBy(Plan before, Plan after) {
    return Protection.lowered(
        new Protection.State(FULL, before), new Protection.State(FULL, after));
  }

  /** What packs that somebody has written anew make of the demo mine. */
  private static Plan plan(UnaryOperator<String> anew) throws IOException {
    Path rules = Files.createDirectories(folder.resolve("rules"));
    try (Stream<Path> packs = Files.list(Path.of("../rules"))) {
      for (Path pack : packs.toList()) {
        Files.writeString(rules.resolve(pack.getFileName()), anew.apply(Files.readString(pack)));
      }
    }
    Problems problems = new Problems();
    MineEntry entry = MineLoader.read(FULL, RulePackLoader.load(rules), problems);
    assertThat(problems.found()).isEmpty();
    return entry.plan();
  }
}
