package io.minewatch.ingest.sparkplug.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Quality;
import io.minewatch.ingest.sparkplug.Tahu;
import io.minewatch.ingest.sparkplug.message.Message;
import io.minewatch.ingest.sparkplug.message.NodeId;
import io.minewatch.ingest.sparkplug.message.SparkplugTopic;
import io.minewatch.ingest.sparkplug.names.PointNames;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.tahu.message.model.Metric.MetricBuilder;
import org.eclipse.tahu.message.model.MetricDataType;
import org.junit.jupiter.api.Test;

class EdgeNodesTest {
  private static final NodeId NODE = new NodeId("g", "e");
  private static final Instant NOW = Instant.ofEpochMilli(Tahu.AT + 5_000);

  private final EdgeNodes nodes = new EdgeNodes(PointNames.own());
  private Instant now = NOW;

  private Outcome take(String type, String device, Message message) {
    SparkplugTopic topic =
        SparkplugTopic.parse("spBv1.0/g/" + type + "/e" + (device.isEmpty() ? "" : "/" + device));
    assertThat(topic).isNotNull();
    return nodes.take(topic, message, now);
  }

  private static MetricBuilder methane(double value) {
    return Tahu.data(1, MetricDataType.Double, value);
  }

  private Outcome nodeBirth(long life) {
    return take(
        "NBIRTH",
        "",
        Tahu.message(0, Tahu.life(life), Tahu.born("fan", 9, MetricDataType.Boolean, true)));
  }

  private Outcome deviceBirth(long sequence, String first, String second) {
    return take(
        "DBIRTH",
        "d",
        Tahu.message(
            sequence,
            Tahu.born(first, 1, MetricDataType.Double, 0.1),
            Tahu.born(second, 2, MetricDataType.Double, 0.2)));
  }

  private void born() {
    assertThat(nodeBirth(7).rebirths()).isEmpty();
    assertThat(deviceBirth(1, "CH4", "CO").values()).hasSize(2);
  }

  @Test
  void aBirthTellsValuesAndAliasesAndDataFollows() {
    assertThat(nodeBirth(7).values())
        .containsExactly(new PointValue("e:fan", 1, "", Tahu.AT, Quality.GOOD, Lane.LIVE));
    Outcome device = deviceBirth(1, "CH4", "CO");
    assertThat(device.values()).extracting(PointValue::point).containsExactly("e:d:CH4", "e:d:CO");

    Outcome data = take("DDATA", "d", Tahu.message(2, methane(0.5)));

    assertThat(data.values())
        .containsExactly(
            new PointValue("e:d:CH4", 0.5, "", Tahu.AT + 1_000, Quality.GOOD, Lane.LIVE));
    assertThat(data.rebirths()).isEmpty();
    assertThat(data.refused()).isEmpty();
  }

  @Test
  void dataWithoutABirthIsRefusedAndABirthAskedForAndNotInAFlood() {
    Outcome first = take("DDATA", "d", Tahu.message(17, methane(0.5)));
    assertThat(first.values()).isEmpty();
    assertThat(first.refused()).singleElement().asString().contains("no birth was heard");
    assertThat(first.refusedMetrics()).isEqualTo(1);
    assertThat(first.rebirths()).containsExactly(NODE);

    assertThat(take("DDATA", "d", Tahu.message(18, methane(0.5))).rebirths()).isEmpty();
    now = now.plus(Asking.FIRST_WAIT);
    assertThat(take("DDATA", "d", Tahu.message(19, methane(0.5))).rebirths()).hasSize(1);
    now = now.plus(Asking.FIRST_WAIT);
    assertThat(take("DDATA", "d", Tahu.message(20, methane(0.5))).rebirths()).isEmpty();
    now = now.plus(Asking.FIRST_WAIT);
    assertThat(take("DDATA", "d", Tahu.message(21, methane(0.5))).rebirths()).hasSize(1);
  }

  @Test
  void theCountRunsFrom255To0() {
    born();
    for (int i = 2; i < 600; i++) {
      Outcome data = take("DDATA", "d", Tahu.message(i % 256, methane(0.5)));
      assertThat(data.rebirths()).as("message %d", i).isEmpty();
      assertThat(data.values()).hasSize(1);
    }
  }

  @Test
  void afterAGapAliasesAreHeldUntilABirthOfTheSameLifeSaysTheSame() {
    born();
    Outcome gap = take("DDATA", "d", Tahu.message(5, methane(0.5)));
    assertThat(gap.rebirths()).containsExactly(NODE);
    assertThat(gap.values()).isEmpty();
    assertThat(take("DDATA", "d", Tahu.message(6, methane(0.6))).values()).isEmpty();

    assertThat(nodeBirth(7).values()).hasSize(1);
    Outcome device = deviceBirth(1, "CH4", "CO");

    assertThat(device.values())
        .extracting(PointValue::value)
        .as("the held ones first, in order, then the birth's")
        .containsExactly(0.5, 0.6, 0.1, 0.2);
    assertThat(device.refused()).isEmpty();
  }

  @Test
  void heldValuesNeverGoToAnotherPointWhenAliasesWereDealtAnew() {
    born();
    assertThat(take("DDATA", "d", Tahu.message(5, methane(0.5))).values()).isEmpty();

    nodeBirth(7);
    Outcome swapped = deviceBirth(1, "CO", "CH4");
    assertThat(swapped.values()).extracting(PointValue::value).containsExactly(0.1, 0.2);
    assertThat(swapped.refusedMetrics()).isEqualTo(1);
  }

  @Test
  void anotherLifeDropsWhatIsHeldAndSaysSo() {
    born();
    assertThat(take("DDATA", "d", Tahu.message(5, methane(0.5))).values()).isEmpty();

    Outcome birth = nodeBirth(8);
    assertThat(birth.refused()).singleElement().asString().contains("a new life");
    assertThat(deviceBirth(1, "CH4", "CO").values()).hasSize(2);
  }

  @Test
  void whatIsToldByNameIsBelievedAlsoAfterAGap() {
    born();
    Outcome gap =
        take("DDATA", "d", Tahu.message(5, new MetricBuilder("CH4", MetricDataType.Double, 0.9)));
    assertThat(gap.values()).extracting(PointValue::value).containsExactly(0.9);
    assertThat(gap.rebirths()).containsExactly(NODE);
  }

  @Test
  void theDeathOfThisLifeTakesAllPointsOffTheLine() {
    born();
    Outcome death = take("NDEATH", "", Tahu.message(-1, Tahu.life(7)));

    assertThat(death.values())
        .extracting(PointValue::point)
        .containsExactlyInAnyOrder("e:fan", "e:d:CH4", "e:d:CO");
    assertThat(death.values())
        .allSatisfy(
            v -> {
              assertThat(v.quality()).isEqualTo(Quality.OFFLINE_GATEWAY);
              assertThat(v.value()).isNaN();
              assertThat(v.millis()).isEqualTo(now.toEpochMilli());
              assertThat(v.lane()).isEqualTo(Lane.LIVE);
            });
    assertThat(take("DDATA", "d", Tahu.message(2, methane(0.5))).values())
        .as("the dead say nothing")
        .isEmpty();
    assertThat(nodeBirth(8).values()).hasSize(1);
  }

  @Test
  void theDeathOfAnEarlierLifeIsNoDeath() {
    born();
    Outcome late = take("NDEATH", "", Tahu.message(-1, Tahu.life(6)));
    assertThat(late.values()).isEmpty();
    assertThat(late.refused()).singleElement().asString().contains("life 6");
    assertThat(take("DDATA", "d", Tahu.message(2, methane(0.5))).values()).hasSize(1);
  }

  @Test
  void aDeviceThatDiesIsDisconnected() {
    born();
    Outcome death = take("DDEATH", "d", Tahu.message(2));
    assertThat(death.values())
        .extracting(PointValue::quality)
        .containsExactly(Quality.DISCONNECTED, Quality.DISCONNECTED);
    assertThat(
            take("NDATA", "", Tahu.message(3, Tahu.data(9, MetricDataType.Boolean, false)))
                .values())
        .as("the edge node itself lives")
        .hasSize(1);
    assertThat(take("DDATA", "d", Tahu.message(4, methane(0.5))).refused()).hasSize(1);
  }

  @Test
  void whatMeasuresNothingSaysSo() throws Exception {
    born();
    Outcome data = take("DDATA", "d", Tahu.message(2, Tahu.data(1, MetricDataType.Double, null)));
    assertThat(data.values()).extracting(PointValue::quality).containsExactly(Quality.SENSOR_FAULT);
    assertThat(data.values().get(0).value()).isNaN();
  }

  @Test
  void oldValuesGoIntoTheBackfillLane() {
    born();
    Outcome data = take("DDATA", "d", Tahu.message(2, methane(0.5).isHistorical(true)));
    assertThat(data.values()).extracting(PointValue::lane).containsExactly(Lane.BACKFILL);
  }

  @Test
  void aMetricThatIsNoNumberIsToldOnceAtTheBirth() {
    Outcome birth =
        take(
            "NBIRTH",
            "",
            Tahu.message(0, Tahu.life(1), Tahu.born("maker", 1, MetricDataType.String, "x")));
    assertThat(birth.refused()).singleElement().asString().contains("maker").contains("no number");
    Outcome data = take("NDATA", "", Tahu.message(1, Tahu.data(1, MetricDataType.String, "y")));
    assertThat(data.refused()).isEmpty();
    assertThat(data.values()).isEmpty();
  }

  @Test
  void twoMetricsWithOneAliasAreNotGuessedAt() {
    Outcome birth =
        take(
            "NBIRTH",
            "",
            Tahu.message(
                0,
                Tahu.life(1),
                Tahu.born("a", 1, MetricDataType.Double, 1.0),
                Tahu.born("b", 1, MetricDataType.Double, 2.0)));
    assertThat(birth.refused()).singleElement().asString().contains("alias 1");
    Outcome data = take("NDATA", "", Tahu.message(1, methane(0.5)));
    assertThat(data.values()).isEmpty();
    assertThat(data.rebirths()).hasSize(1);
  }

  @Test
  void whenOurLineComesUpEverybodyIsAskedAndDoubted() {
    born();
    NodeId other = new NodeId("g", "expected");
    now = now.plus(Duration.ofMinutes(1));

    assertThat(nodes.doubt(List.of(other), now).rebirths()).containsExactlyInAnyOrder(NODE, other);
    assertThat(take("DDATA", "d", Tahu.message(2, methane(0.5))).values()).isEmpty();
  }
}
