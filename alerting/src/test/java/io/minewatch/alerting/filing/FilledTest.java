package io.minewatch.alerting.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Sensor;
import io.minewatch.domain.reading.PointId;
import io.minewatch.ingest.files.found.FileResult;
import io.minewatch.ingest.files.load.Tables;
import io.minewatch.ingest.files.read.Arrival;
import io.minewatch.ingest.files.read.FileReader;
import io.minewatch.ingest.files.read.FileRules;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a definition file makes of a registry: the line to a point, and its sensor's range. */
class FilledTest {
  private static final RulePacks PACKS = RulePackLoader.load(Path.of("../rules"));
  private static final String MINE = "140921021337";
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:02Z");
  private static final MineEntry DEMO =
      Objects.requireNonNull(MineLoader.load(Path.of("../deploy/demo"), PACKS).get(MINE));

  private static FileResult.Taken file(String type, String record) {
    String text = MINE + ";示范煤矿;2026-01-01 08:00:00~" + record + "~||";
    Arrival arrival =
        new Arrival(
            MINE + "_" + type + "_20260101080000.txt",
            text.getBytes(StandardCharsets.UTF_8),
            NOW,
            NOW);
    return (FileResult.Taken)
        new FileReader(Tables.formats(), Tables.words(), FileRules.NATIONAL).read(arrival);
  }

  private static String point(String substation, String high, String low) {
    return "T1-0101;01;%s;环境瓦斯;MN;%%;%s;%s;;;;;;;;;;;工作面;1;2;3;;2026-01-01 07:00:00"
        .formatted(substation, high, low);
  }

  private static MineEntry read(Document document) {
    Problems problems = new Problems();
    MineEntry read = MineLoader.read(document, PACKS, problems);
    problems.stopIfAny();
    return Objects.requireNonNull(read);
  }

  private static Sensor sensor(MineEntry mine) {
    return mine.plan().points().stream()
        .filter(each -> each.id().equals(new PointId("T1-0101")))
        .map(PointPlan::sensor)
        .findAny()
        .orElseThrow();
  }

  @Test
  void substationAndRangeOfTheFileStandInThePlan() {
    MineEntry filled = read(Filled.by(DEMO, file("CDDY", point("F1", "4", "0"))));

    assertThat(sensor(filled).substation()).isEqualTo("F1");
    assertThat(sensor(filled).lowest()).isZero();
    assertThat(sensor(filled).highest()).isEqualTo(4);
  }

  @Test
  void theSameFileAgainChangesNothing() {
    FileResult.Taken file = file("CDDY", point("F1", "4", "0"));
    MineEntry filled = read(Filled.by(DEMO, file));

    assertThat(Filled.by(filled, file)).isEqualTo(filled.document());
  }

  @Test
  void aRangeThatAPersonEnteredAsAWholeNumberIsNoOtherRange() {
    MineEntry filled = read(Filled.by(DEMO, file("CDDY", point("F1", "4", "0"))));
    Document entered =
        filled
            .document()
            .with(
                "points",
                filled.document().rows("points").stream()
                    .map(FilledTest::withWholeNumber)
                    .toList());

    assertThat(Filled.by(read(entered), file("CDDY", point("F1", "4", "0")))).isEqualTo(entered);
  }

  private static Map<String, Object> withWholeNumber(Map<String, Object> row) {
    Map<String, Object> other = new LinkedHashMap<>(row);
    other.computeIfPresent("highest", (key, value) -> 4L);
    return other;
  }

  /**
   * Where stations are listed, a file must not fail because that of the substations comes later.
   */
  @Test
  void aSubstationThatNobodyListedYetIsListedBesideTheStationsOfTheMine() {
    MineEntry listed = read(Filled.by(DEMO, file("RYJZ", "s-1;一号基站;0;0;0;大巷")));

    MineEntry filled = read(Filled.by(listed, file("CDDY", point("F1", "4", "0"))));

    assertThat(filled.document().rows("stations"))
        .extracting(row -> row.get("id"))
        .isEqualTo(List.of("s-1", "F1"));
    MineEntry named = read(Filled.by(filled, file("FZDY", "F1;一号分站;1;2;3;2026-01-01 07:00:00")));
    assertThat(named.document().rows("stations"))
        .extracting(row -> row.get("name"))
        .isEqualTo(List.of("一号基站", "一号分站"));
  }
}
