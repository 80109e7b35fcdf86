package io.minewatch.ingest.sparkplug.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.ingest.sparkplug.message.NodeId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointNamesTest {
  private static final NodeId NODE = new NodeId("east", "plc1");

  private static final PointNames NAMES =
      PointNames.parse(
          List.of(
              "# 井下",
              PointNames.HEAD,
              "",
              "east/plc1,face3,CH4,T1-0101,/100",
              "east/plc1,,power,P-1,",
              "east/*,*,Properties/*,-,"));

  @Test
  void aRowSaysPointAndUnit() {
    assertThat(NAMES.point(NODE, "face3", "CH4").point())
        .isEqualTo(new PointNames.Point("T1-0101", "/100"));
    assertThat(NAMES.point(NODE, "", "power").point()).isEqualTo(new PointNames.Point("P-1", ""));
  }

  @Test
  void whatIsLeftOutOnPurposeIsNotRefused() {
    PointNames.NoPoint none = NAMES.point(NODE, "face3", "Properties/Maker").none();
    assertThat(none).isNotNull();
    assertThat(none.isLeftOut()).isTrue();
  }

  @Test
  void withoutARowTheOwnPathIsTheName() {
    assertThat(NAMES.point(NODE, "face4", "gas/CH4").point())
        .isEqualTo(new PointNames.Point("plc1:face4:gas:CH4", ""));
    assertThat(NAMES.point(NODE, "", "up").point()).isEqualTo(new PointNames.Point("plc1:up", ""));
    PointNames.NoPoint none = NAMES.point(NODE, "face4", "甲烷").none();
    assertThat(none).isNotNull();
    assertThat(none.reason()).contains("甲烷").contains("give it a row");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "east/plc1,face3,CH4,T1-0101",
        "east/plc1,face3,CH4,T1 0101,",
        "east/plc1,face3,*,T1-0101,",
      })
  void aWrongRowIsNamedByItsLine(String row) {
    assertThatThrownBy(() -> PointNames.parse(List.of(PointNames.HEAD, row)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("line 2: ");
    assertThatThrownBy(() -> PointNames.parse(List.of(row))).hasMessageContaining("first line");
  }
}
