package io.minewatch.alerting.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.PointId;
import io.minewatch.ingest.files.define.PointDefinition;
import io.minewatch.ingest.files.found.FileHead;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thresholds of a mine's own system as limits: only what is stricter, and never what is a slip. */
class StricterLimitsTest {
  private static final RulePacks PACKS = RulePackLoader.load(Path.of("../rules"));
  private static final MineEntry DEMO =
      MineLoader.load(Path.of("../deploy/demo"), PACKS).get("140921021337");
  private static final FileHead HEAD =
      new FileHead("f.txt", "CDDY", DEMO.plan().mine(), Instant.EPOCH, List.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // small is danger: a higher number is the stricter one
        "O2-0101 | % | lowerAlarm 20.5 | alarm=20.5 restore=20.5",
        "O2-0101 | % | lowerAlarm 20.0 | none",
        "O2-0101 | % | lowerAlarm 19.5 | none",
        "O2-0101 | % | upperAlarm 20.5 | none",
        "O2-0101 | ppm | lowerAlarm 205000 | alarm=20.5 restore=20.5",
        "O2-0101 | % | lowerAlarm 205000 | none", // no sensor shows it
        "O2-0101 | % | lowerAlarm 20.5, lowerRelease 20.8 | alarm=20.5 restore=20.8",
        "O2-0101 | % | lowerAlarm 20.5, lowerRelease 20.1 | alarm=20.5 restore=20.5",
        "O2-0101 | % | lowerAlarm 20.89 | alarm=20.89 restore=20.89",
        "O2-0101 | % | lowerAlarm 20.9 | none", // as much as air has
        "V-0101 | m/s | lowerAlarm 15 | none", // metres a minute under the wrong unit
        "V-0101 | m/s | lowerAlarm 2.5 | alarm=2.5 restore=2.5",
        "V-0101 | m/s | lowerAlarm 2.51 | none",
        // a stricter restore alone
        "T1-0101 | % | upperAlarm 1.0, upperCut 1.5, upperRestore 0.8 | alarm=1 cut=[1.5] withdraw=[1.5] restore=0.8",
        // percent and ppm
        "T1-0101 | % | upperAlarm 0.8 | alarm=0.8 cut=[1.5] withdraw=[1.5] restore=0.8",
        "T1-0101 | ppm | upperAlarm 8000 | alarm=0.8 cut=[1.5] withdraw=[1.5] restore=0.8",
        "T1-0101 | ppm | upperAlarm 0.8 | none", // percent under the wrong unit
        "T1-0101 | % | upperAlarm 8000 | none",
        "CO-0101 | ppm | upperAlarm 20 | alarm=20 restore=20",
        "CO-0101 | % | upperAlarm 0.002 | alarm=20 restore=20",
        "CO-0101 | % | upperAlarm 0.0024 | none",
        "CO-0101 | ppm | upperAlarm 0.002 | none",
        // nothing set
        "T1-0101 | % | upperAlarm 0, upperCut 0 | none",
        "T1-0101 | % | upperAlarm 0.09 | none",
        "T1-0101 | % | upperAlarm 0.1 | alarm=0.1 cut=[1.5] withdraw=[1.5] restore=0.1",
        // a cut before the alarm takes the alarm with it
        "T1-0101 | % | upperCut 0.8 | alarm=0.8 cut=[0.8] withdraw=[1.5] restore=0.8",
        "T1-0101 | % | upperAlarm 0.9, upperCut 1.2, upperRestore 0.7 | alarm=0.9 cut=[1.2] withdraw=[1.5] restore=0.7",
        "T2-0101 | % | upperAlarm 0.8 | alarm=0.8 cut=[1] withdraw=[1] restore=0.8",
        // a rule each way at one point
        "V-0101 | m/s | upperAlarm 5, lowerAlarm 0.3 | alarm=0.3 restore=0.3; alarm=5 restore=5"
      })
  void whatTheFileMakes(String point, String unit, String thresholds, String made) {
    Document document =
        StricterLimits.over(DEMO.plan(), DEMO.document(), HEAD, told(point, unit, thresholds));
    assertThat(words(document)).isEqualTo(made);
    Problems problems = new Problems();
    MineLoader.read(document, PACKS, problems);
    assertThat(problems.found()).as("what is made of a file is no problem").isEmpty();
  }

  @Test
  void ofTwoCutsTheFileMeansTheFirstForAtTheSecondTheFanStops() {
    Document document = moved("T1-0201", "series-heading-fan");
    MineEntry mine = read(document);
    List<PointDefinition> told = told("T1-0201", "%", "upperAlarm 0.4, upperCut 0.4");
    Document over = StricterLimits.over(mine.plan(), document, HEAD, told);
    assertThat(words(over)).isEqualTo("alarm=0.4 cut=[0.4, 1.5] restore=0.4");
  }

  @Test
  void anOwnLimitGoesWithThePointOrTheClassThatItIsOf() {
    List<PointDefinition> told = told("T1-0101", "%", "upperAlarm 0.8");
    Document own = StricterLimits.over(DEMO.plan(), DEMO.document(), HEAD, told);
    assertThat(StricterLimits.fitting(DEMO.plan(), own).rows("own")).hasSize(1);

    Document elsewhere = moved("T1-0101", "heading-face").with("own", own.rows("own"));
    MineEntry lawful = read(elsewhere.with("own", List.of()));
    Document fitting = StricterLimits.fitting(lawful.plan(), elsewhere);
    assertThat(fitting.rows("own")).isEmpty();
    assertThat(read(fitting).plan().points()).extracting(PointPlan::id).isNotEmpty();
  }

  /** The demo mine with one point at another class of places. */
  private static Document moved(String point, String location) {
    List<Map<String, Object>> points = new ArrayList<>();
    for (Map<String, Object> row : DEMO.document().rows("points")) {
      Map<String, Object> copy = new LinkedHashMap<>(row);
      if (point.equals(row.get("id"))) {
        copy.put("location", location);
      }
      points.add(copy);
    }
    return DEMO.document().with("points", points);
  }

  private static MineEntry read(Document document) {
    Problems problems = new Problems();
    MineEntry entry = MineLoader.read(document, PACKS, problems);
    problems.stopIfAny();
    return Objects.requireNonNull(entry);
  }

  private static List<PointDefinition> told(String point, String unit, String thresholds) {
    TreeMap<String, Double> at = new TreeMap<>();
    for (String each : thresholds.split(", ", -1)) {
      String[] parts = each.split(" ", -1);
      at.put(parts[0], Double.valueOf(parts[1]));
    }
    return DEMO.plan().points().stream()
        .filter(each -> each.id().value().equals(point))
        .map(
            each ->
                new PointDefinition(new PointId(point), each.measure(), unit, "n", at, Map.of()))
        .toList();
  }

  private static String words(Document document) {
    List<String> rows = new ArrayList<>();
    for (Map<String, Object> row : document.rows("own")) {
      List<String> words = new ArrayList<>();
      row.forEach(
          (key, value) -> {
            if (List.of("alarm", "cut", "withdraw", "restore").contains(key)) {
              words.add(key + "=" + value);
            }
          });
      rows.add(String.join(" ", words));
    }
    return rows.isEmpty() ? "none" : String.join("; ", rows);
  }
}
