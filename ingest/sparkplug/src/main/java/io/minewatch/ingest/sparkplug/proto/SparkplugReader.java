package io.minewatch.ingest.sparkplug.proto;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.wire.WireException;
import io.minewatch.ingest.sparkplug.message.DataType;
import io.minewatch.ingest.sparkplug.message.Message;
import io.minewatch.ingest.sparkplug.message.Metric;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;

/** Reads payloads. What is no number is kept as a metric without a value that can be used. */
public final class SparkplugReader {
  /** Largest payload that is looked at; a birth of 5,000 metrics is about 300 KB. */
  public static final int MAX_BYTES = 512 * 1024;

  /** Most metrics of one message. */
  public static final int MAX_METRICS = 10_000;

  /** Longest unit that is looked at. */
  private static final int MAX_UNIT = 64;

  /** Templates within templates; none is of use to us. */
  private static final int MAX_DEPTH = 8;

  private static final String BIRTH = "bdSeq";
  private static final String QUALITY = "Quality";
  private static final String UNIT = "engUnit";

  private SparkplugReader() {}

  /**
   * Reads a payload.
   *
   * @throws WireException if it is none, or beyond a limit
   */
  public static Message read(byte[] payload) throws WireException {
    if (payload.length > MAX_BYTES) {
      throw new WireException(
          RejectReason.TOO_LARGE, payload.length + " bytes, at most " + MAX_BYTES + " are read");
    }
    Payload told;
    try {
      CodedInputStream in = CodedInputStream.newInstance(payload);
      in.setRecursionLimit(MAX_DEPTH);
      told = Payload.parseFrom(in);
      in.checkLastTagWas(0);
    } catch (InvalidProtocolBufferException e) {
      throw new WireException(RejectReason.UNREADABLE, "no Sparkplug payload: " + e.getMessage());
    } catch (IOException e) {
      throw new WireException(RejectReason.UNREADABLE, String.valueOf(e.getMessage()));
    }
    return message(told);
  }

  /** How many metrics a payload that cannot be taken holds, as far as can be told, at least one. */
  public static int metrics(byte[] payload) {
    try {
      return payload.length > MAX_BYTES
          ? 1
          : Math.max(1, Payload.parseFrom(payload).getMetricsCount());
    } catch (InvalidProtocolBufferException e) {
      return 1;
    }
  }

  private static Message message(Payload told) throws WireException {
    if (told.getMetricsCount() > MAX_METRICS) {
      throw new WireException(
          RejectReason.TOO_LARGE,
          told.getMetricsCount() + " metrics, at most " + MAX_METRICS + " are read");
    }
    if (told.hasSeq() && (told.getSeq() < 0 || told.getSeq() >= Message.SEQUENCES)) {
      throw new WireException(
          RejectReason.UNREADABLE,
          "a sequence is 0 to 255, was " + Long.toUnsignedString(told.getSeq()));
    }
    long birth = Message.NO_BIRTH;
    List<Metric> metrics = new ArrayList<>(told.getMetricsCount());
    for (Payload.Metric metric : told.getMetricsList()) {
      if (metric.getName().equals(BIRTH)) {
        birth = metric.hasLongValue() ? metric.getLongValue() : metric.getIntValue();
      } else {
        metrics.add(metric(metric));
      }
    }
    return new Message(
        told.hasTimestamp() ? told.getTimestamp() : Message.NO_TIME,
        told.hasSeq() ? (int) told.getSeq() : Message.NO_SEQUENCE,
        birth,
        metrics);
  }

  private static Metric metric(Payload.Metric told) {
    Metric.Form form = told.getIsNull() ? Metric.Form.NOTHING : form(told);
    return new Metric(
        told.getName(),
        told.hasAlias() && told.getAlias() >= 0 ? told.getAlias() : Metric.NO_ALIAS,
        told.getDatatype(),
        form,
        bits(told),
        told.hasTimestamp() ? told.getTimestamp() : Message.NO_TIME,
        told.getIsHistorical() ? Metric.Age.HISTORICAL : Metric.Age.PRESENT,
        quality(told.getProperties()),
        unit(told.getProperties()));
  }

  private static Metric.Form form(Payload.Metric told) {
    return switch (told.getValueCase()) {
      case INT_VALUE, LONG_VALUE -> Metric.Form.WHOLE;
      case FLOAT_VALUE, DOUBLE_VALUE -> Metric.Form.REAL;
      case BOOLEAN_VALUE -> Metric.Form.TRUTH;
      case VALUE_NOT_SET -> Metric.Form.NOTHING;
      default -> Metric.Form.OTHER;
    };
  }

  private static long bits(Payload.Metric told) {
    return switch (told.getValueCase()) {
      case INT_VALUE -> told.getIntValue();
      case LONG_VALUE -> told.getLongValue();
      case FLOAT_VALUE -> Double.doubleToRawLongBits(told.getFloatValue());
      case DOUBLE_VALUE -> Double.doubleToRawLongBits(told.getDoubleValue());
      case BOOLEAN_VALUE -> told.getBooleanValue() ? 1 : 0;
      default -> 0;
    };
  }

  private static int quality(Payload.PropertySet properties) {
    int at = properties.getKeysList().indexOf(QUALITY);
    if (at < 0 || at >= properties.getValuesCount()) {
      return Metric.NO_QUALITY;
    }
    Payload.PropertyValue value = properties.getValues(at);
    boolean whole = value.hasIntValue() || value.getType() == DataType.INT32;
    return whole && value.getIntValue() >= 0 ? value.getIntValue() : Integer.MAX_VALUE;
  }

  private static String unit(Payload.PropertySet properties) {
    int at = properties.getKeysList().indexOf(UNIT);
    if (at < 0 || at >= properties.getValuesCount()) {
      return "";
    }
    String unit = properties.getValues(at).getStringValue();
    return unit.length() > MAX_UNIT ? "" : unit;
  }
}
