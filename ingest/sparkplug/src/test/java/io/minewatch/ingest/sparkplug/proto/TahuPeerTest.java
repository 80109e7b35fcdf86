package io.minewatch.ingest.sparkplug.proto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.wire.WireException;
import io.minewatch.ingest.sparkplug.Tahu;
import io.minewatch.ingest.sparkplug.message.DataType;
import io.minewatch.ingest.sparkplug.message.Message;
import io.minewatch.ingest.sparkplug.message.Metric;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.eclipse.tahu.message.SparkplugBPayloadDecoder;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.PropertyDataType;
import org.eclipse.tahu.message.model.PropertySet.PropertySetBuilder;
import org.eclipse.tahu.message.model.PropertyValue;
import org.eclipse.tahu.message.model.SparkplugBPayload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Tahu's encoder writes we read, what we write Tahu's decoder reads. */
@SuppressWarnings("JavaUtilDate") // it is what Tahu takes
class TahuPeerTest {
  static Arguments[] numbers() {
    return new Arguments[] {
      Arguments.of(MetricDataType.Int8, (byte) -128, -128.0),
      Arguments.of(MetricDataType.Int8, (byte) 127, 127.0),
      Arguments.of(MetricDataType.Int16, (short) -32_768, -32_768.0),
      Arguments.of(MetricDataType.Int32, Integer.MIN_VALUE, -2_147_483_648.0),
      Arguments.of(MetricDataType.Int32, -1, -1.0),
      Arguments.of(MetricDataType.Int64, Long.MIN_VALUE, -0x1p63),
      Arguments.of(MetricDataType.Int64, 1L << 40, 0x1p40),
      Arguments.of(MetricDataType.UInt8, (short) 255, 255.0),
      Arguments.of(MetricDataType.UInt16, 65_535, 65_535.0),
      Arguments.of(MetricDataType.UInt32, 4_294_967_295L, 4_294_967_295.0),
      Arguments.of(MetricDataType.UInt64, new BigInteger("18446744073709551615"), 0x1p64),
      Arguments.of(MetricDataType.Float, 0.75f, 0.75),
      Arguments.of(MetricDataType.Double, -0.01, -0.01),
      Arguments.of(MetricDataType.Boolean, true, 1.0),
      Arguments.of(MetricDataType.Boolean, false, 0.0),
    };
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("numbers")
  void aNumberOfEachTypeIsReadAsItWasMeant(MetricDataType type, Object value, double number) {
    Metric metric = Tahu.read(Tahu.born("CH4", 7, type, value)).get(0);

    assertThat(metric.name()).isEqualTo("CH4");
    assertThat(metric.alias()).isEqualTo(7);
    assertThat(metric.millis()).isEqualTo(Tahu.AT);
    assertThat(metric.number(DataType.UNKNOWN)).isEqualTo(number);
    Metric untyped =
        new Metric(
            "",
            7,
            DataType.UNKNOWN,
            metric.form(),
            metric.bits(),
            Tahu.AT,
            Metric.Age.PRESENT,
            Metric.NO_QUALITY,
            "");
    assertThat(untyped.number(type.toIntValue())).as("by the type of the birth").isEqualTo(number);
    assertThat(untyped.number(DataType.UNKNOWN)).isNaN();
  }

  static Arguments[] others() {
    return new Arguments[] {
      Arguments.of(MetricDataType.String, "1.5"),
      Arguments.of(MetricDataType.Text, "1.5"),
      Arguments.of(MetricDataType.DateTime, new Date(Tahu.AT)),
      Arguments.of(MetricDataType.Bytes, new byte[] {1, 2}),
      Arguments.of(MetricDataType.DoubleArray, new Double[] {1.5}),
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void whatIsNoNumberGivesNone(MetricDataType type, Object value) {
    Metric metric = Tahu.read(Tahu.born("CH4", 7, type, value)).get(0);

    assertThat(metric.number(DataType.UNKNOWN)).isNaN();
  }

  @Test
  void nullHistoryQualityAndUnitAreRead() throws Exception {
    var properties =
        new PropertySetBuilder()
            .addProperty("engUnit", new PropertyValue<>(PropertyDataType.String, "ppm"))
            .addProperty("Quality", new PropertyValue<>(PropertyDataType.Int32, 500))
            .createPropertySet();
    Metric metric =
        Tahu.read(
                Tahu.born("CO", 8, MetricDataType.Int32, null)
                    .isHistorical(true)
                    .properties(properties))
            .get(0);

    assertThat(metric.form()).isEqualTo(Metric.Form.NOTHING);
    assertThat(metric.age()).isEqualTo(Metric.Age.HISTORICAL);
    assertThat(metric.quality()).isEqualTo(500);
    assertThat(metric.unit()).isEqualTo("ppm");
  }

  @Test
  void sequenceTimeAndLifeAreRead() {
    Message message = Tahu.message(255, Tahu.life(3), Tahu.data(1, MetricDataType.Double, 0.5));

    assertThat(message.sequence()).isEqualTo(255);
    assertThat(message.birth()).isEqualTo(3);
    assertThat(message.millis()).isEqualTo(Tahu.AT + 2_000);
    assertThat(message.metrics()).hasSize(1);
    assertThat(message.metrics().get(0).name()).isEmpty();
    assertThat(Tahu.message(-1, Tahu.life(3)).sequence()).isEqualTo(Message.NO_SEQUENCE);
  }

  @Test
  void tahuReadsOurRequestForARebirth() throws Exception {
    SparkplugBPayload read =
        new SparkplugBPayloadDecoder()
            .buildFromByteArray(SparkplugWriter.rebirth(Instant.ofEpochMilli(Tahu.AT)), null);

    assertThat(read.getMetrics()).hasSize(1);
    assertThat(read.getMetrics().get(0).getName()).isEqualTo("Node Control/Rebirth");
    assertThat(read.getMetrics().get(0).getDataType()).isEqualTo(MetricDataType.Boolean);
    assertThat(read.getMetrics().get(0).getValue()).isEqualTo(true);
    assertThat(
            new String(
                SparkplugWriter.state(SparkplugWriter.Host.ONLINE, Instant.ofEpochMilli(Tahu.AT)),
                StandardCharsets.UTF_8))
        .isEqualTo("{\"online\":true,\"timestamp\":1767225600000}");
  }

  @Test
  void refusesWhatIsNoPayloadAndWhatIsBeyondALimit() {
    assertRefused(new byte[] {0x12, 0x7f, 1}, RejectReason.UNREADABLE);
    assertRefused(new byte[SparkplugReader.MAX_BYTES + 1], RejectReason.TOO_LARGE);
    assertRefused(Payload.newBuilder().setSeq(256).build().toByteArray(), RejectReason.UNREADABLE);
    var many = Payload.newBuilder();
    for (int i = 0; i <= SparkplugReader.MAX_METRICS; i++) {
      many.addMetrics(Payload.Metric.newBuilder().setAlias(i));
    }
    assertRefused(many.build().toByteArray(), RejectReason.TOO_LARGE);
  }

  private static void assertRefused(byte[] payload, RejectReason reason) {
    assertThatThrownBy(() -> SparkplugReader.read(payload))
        .isInstanceOfSatisfying(WireException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
