package io.minewatch.dashboards.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.minewatch.dashboards.board.ShownLimit;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.reading.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of the dashboards are those of the rule packs, and of nothing else. */
class ShownRowsTest {
  private static final Path RULES = Path.of("../rules");
  private static final String PACK = "cn-coal-2025.yaml";
  private static final String FACE = "  - id: \"536-2\"";

  @TempDir private Path folder;

  @Test
  void everyMeasureOfTheGasBoardHasTheLinesOfARowOfItsOwn() throws Exception {
    Map<Measure, ShownLimit> limits = ShownRows.of(RULES);
    assertThat(limits)
        .containsKeys(Measure.METHANE, Measure.CARBON_MONOXIDE, Measure.OXYGEN, Measure.AIR_SPEED);
    assertThat(limits.get(Measure.OXYGEN).side()).isEqualTo(Side.LOW);
    JsonNode gas = gas(RULES);
    assertThat(gas).allSatisfy(panel -> assertThat(steps(panel).size()).isGreaterThan(1));
    assertThat(limits.values())
        .allSatisfy(limit -> assertThat(limit.source().pack()).startsWith("cn-coal-2025:"));
  }

  @Test
  void anotherNumberInThePackIsAnotherLine() throws Exception {
    JsonNode before = methane(gas(RULES));
    Path changed = changed(row -> row.replace("alarm: 1.0", "alarm: 0.9"));
    JsonNode after = methane(gas(changed));
    assertThat(steps(after).get(1).path("value").doubleValue()).isEqualTo(0.9);
    assertThat(steps(before).get(1).path("value").doubleValue()).isNotEqualTo(0.9);
    assertThat(after.path("description").textValue()).contains("alarm 0.9", "536-2");
  }

  @Test
  void aRowThatIsGoneIsNamed() throws Exception {
    Path changed = changed(row -> row.replace(FACE, "  - id: \"536-2-gone\""));
    assertThatThrownBy(() -> Emitter.files(changed))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cn-coal-2025:536-2");
  }

  @Test
  void aRowWithoutAnAlarmIsNamed() throws Exception {
    Path changed = changed(row -> row.replace("    alarm: 1.0\n", ""));
    assertThatThrownBy(() -> Emitter.files(changed))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cn-coal-2025:536-2");
  }

  private static JsonNode gas(Path rules) throws IOException {
    return new ObjectMapper()
        .readTree(Emitter.files(rules).get("minewatch-gas.json"))
        .get("panels");
  }

  private static JsonNode methane(JsonNode panels) {
    return StreamSupport.stream(panels.spliterator(), false)
        .filter(panel -> panel.path("title").textValue().contains("methane"))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode steps(JsonNode panel) {
    return panel.path("fieldConfig").path("defaults").path("thresholds").path("steps");
  }

  /** A copy of the pack in which one row reads otherwise. */
  private Path changed(UnaryOperator<String> row) throws IOException {
    String all = Files.readString(RULES.resolve(PACK));
    int from = all.indexOf(FACE);
    int to = all.indexOf("  - id:", from + 1);
    String text = row.apply(all.substring(from, to));
    assertThat(text).isNotEqualTo(all.substring(from, to));
    Files.writeString(folder.resolve(PACK), all.substring(0, from) + text + all.substring(to));
    return folder;
  }
}
