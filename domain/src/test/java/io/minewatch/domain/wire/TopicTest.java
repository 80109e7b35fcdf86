package io.minewatch.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {
  private static final MineCode MINE = new MineCode("140921021337");

  @ParameterizedTest
  @EnumSource(Topic.Kind.class)
  void everyTopicIsReadBackTheSame(Topic.Kind kind) {
    Topic topic =
        Topic.filter(kind).contains("+/+/")
            ? Topic.of(kind, MINE, new GatewayId("gw-01"))
            : Topic.of(kind, MINE);

    assertThat(Topic.parse(topic.toString())).isEqualTo(topic);
    assertThat(Topic.mineOf(topic.toString())).isEqualTo(MINE.value());
  }

  @Test
  void spellsTheTopicsOfTheDesign() {
    assertThat(Topic.of(Topic.Kind.READINGS, MINE, new GatewayId("gw-01")))
        .hasToString("mw/v1/140921021337/gw-01/readings");
    assertThat(Topic.of(Topic.Kind.REJECTED, MINE)).hasToString("mw/v1/rejected/140921021337");
    assertThat(Topic.filter(Topic.Kind.PLAN)).isEqualTo("mw/v1/+/plan");
    assertThat(Topic.filter(Topic.Kind.READINGS, MINE)).isEqualTo("mw/v1/140921021337/+/readings");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mw/v1/",
        "mw/v2/140921021337/plan",
        "mw/v1/140921021337",
        "mw/v1/140921021337/gw-01/nonsense",
        "mw/v1/14092102133$/plan",
        "mw/v1/140921021337/gw 01/readings",
        "mw/v1/rejected/x"
      })
  void whatIsNotOursIsNull(String text) {
    assertThat(Topic.parse(text)).isNull();
  }
}
