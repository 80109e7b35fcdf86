package io.minewatch.ingest.sparkplug.proto;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.wire.WireException;
import io.minewatch.house.Mutations;
import io.minewatch.ingest.sparkplug.Tahu;
import io.minewatch.ingest.sparkplug.message.Message;
import io.minewatch.ingest.sparkplug.message.NodeId;
import io.minewatch.ingest.sparkplug.message.SparkplugTopic;
import io.minewatch.ingest.sparkplug.names.PointNames;
import io.minewatch.ingest.sparkplug.node.EdgeNodes;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.PropertyDataType;
import org.eclipse.tahu.message.model.PropertySet.PropertySetBuilder;
import org.eclipse.tahu.message.model.PropertyValue;
import org.junit.jupiter.api.Test;

/** Spoilt births and data, read and followed, see {@link Mutations}. */
class MutationTest {
  private static final int MUTATIONS = Mutations.count(20_000);

  /** What the edge node's memory may hold beside: metrics that wait for a birth. */
  private static final long BYTES_AT_ALL = 2 * 1024 * 1024;

  /** A metric of two bytes is an object; one of our own, and an outcome. */
  private static final long BYTES_A_BYTE = 600;

  private static final List<SparkplugTopic.Type> TYPES = List.of(SparkplugTopic.Type.values());
  private static final NodeId NODE = new NodeId("g", "e");

  private static List<byte[]> samples() throws Exception {
    var properties =
        new PropertySetBuilder()
            .addProperty("engUnit", new PropertyValue<>(PropertyDataType.String, "ppm"))
            .addProperty("Quality", new PropertyValue<>(PropertyDataType.Int32, 192))
            .createPropertySet();
    byte[] birth =
        Tahu.bytes(
            0,
            Tahu.life(1),
            Tahu.born("CH4", 1, MetricDataType.Double, 0.5),
            Tahu.born("CO", 2, MetricDataType.UInt32, 24L).properties(properties),
            Tahu.born("fan/on", 3, MetricDataType.Boolean, true),
            Tahu.born("maker", 4, MetricDataType.String, "x"),
            Tahu.born("raw", 5, MetricDataType.Int8, (byte) -1).isHistorical(true));
    byte[] data =
        Tahu.bytes(
            1,
            Tahu.data(1, MetricDataType.Double, 0.6),
            Tahu.data(2, MetricDataType.UInt32, 25L),
            Tahu.data(5, MetricDataType.Int8, null));
    return List.of(birth, data);
  }

  @Test
  void aSpoiltPayloadIsReadOrRefusedWithinItsBounds() throws Exception {
    EdgeNodes nodes = new EdgeNodes(PointNames.own());
    AtomicLong count = new AtomicLong();
    new Mutations("SPARKPLUG", BYTES_AT_ALL, BYTES_A_BYTE)
        .run(
            samples(),
            MUTATIONS,
            payload -> {
              long i = count.getAndIncrement();
              SparkplugTopic.Type type = TYPES.get((int) (i / 2 % TYPES.size()));
              String device = type.name().startsWith("D") ? "d" : "";
              try {
                Message message = SparkplugReader.read(payload);
                assertThat(
                        nodes.take(
                            new SparkplugTopic(NODE, type, device),
                            message,
                            Instant.ofEpochMilli(Tahu.AT + i)))
                    .isNotNull();
                return true;
              } catch (WireException e) {
                assertThat(e.detail()).isNotEmpty();
                return false;
              }
            });
  }
}
