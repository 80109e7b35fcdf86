package io.minewatch.ingest.sparkplug;

import io.minewatch.ingest.sparkplug.message.Message;
import io.minewatch.ingest.sparkplug.proto.SparkplugReader;
import java.util.Date;
import java.util.List;
import org.eclipse.tahu.message.SparkplugBPayloadEncoder;
import org.eclipse.tahu.message.model.Metric;
import org.eclipse.tahu.message.model.Metric.MetricBuilder;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.SparkplugBPayload.SparkplugBPayloadBuilder;

/** An edge node by Eclipse Tahu's own encoder. */
@SuppressWarnings("JavaUtilDate") // it is what Tahu takes
public final class Tahu {
  /** When everything is measured. */
  public static final long AT = 1_767_225_600_000L;

  private Tahu() {}

  /** A metric with name and alias, as in a birth. */
  public static MetricBuilder born(String name, long alias, MetricDataType type, Object value) {
    return new MetricBuilder(name, type, value).alias(alias).timestamp(new Date(AT));
  }

  /** A metric by its alias alone, as in data. */
  public static MetricBuilder data(long alias, MetricDataType type, Object value) {
    return new MetricBuilder(alias, type, value).timestamp(new Date(AT + 1_000));
  }

  /** The bytes of a payload; a sequence below 0 is not told. */
  public static byte[] bytes(long sequence, MetricBuilder... metrics) {
    var payload = new SparkplugBPayloadBuilder().setTimestamp(new Date(AT + 2_000));
    if (sequence >= 0) {
      payload.setSeq(sequence);
    }
    try {
      for (MetricBuilder metric : metrics) {
        Metric made = metric.createMetric();
        payload.addMetric(made);
      }
      return new SparkplugBPayloadEncoder().getBytes(payload.createPayload(), false);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** The same, read by us. */
  public static Message message(long sequence, MetricBuilder... metrics) {
    try {
      return SparkplugReader.read(bytes(sequence, metrics));
    } catch (io.minewatch.domain.wire.WireException e) {
      throw new AssertionError(e);
    }
  }

  /** The metric that tells the life of an edge node. */
  public static MetricBuilder life(long number) {
    return new MetricBuilder("bdSeq", MetricDataType.Int64, number).timestamp(new Date(AT));
  }

  /** The metrics of a message that is read. */
  public static List<io.minewatch.ingest.sparkplug.message.Metric> read(MetricBuilder... metrics) {
    return message(0, metrics).metrics();
  }
}
