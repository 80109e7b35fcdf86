package io.minewatch.ingest.sparkplug.node;

import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Quality;
import io.minewatch.ingest.sparkplug.message.DataType;
import io.minewatch.ingest.sparkplug.message.Message;
import io.minewatch.ingest.sparkplug.message.Metric;
import io.minewatch.ingest.sparkplug.message.SparkplugTopic;
import io.minewatch.ingest.sparkplug.names.PointNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one birth said of the metrics of an edge node or a device. Replaced by the next birth. */
final class Source {
  /** Longest name of a metric. */
  static final int MAX_NAME = 256;

  private static final String CONTROLS = "Node Control/";
  private static final String DEVICE_CONTROLS = "Device Control/";

  private final Map<String, Known> byName = new HashMap<>();
  private final Map<Long, Known> byAlias = new HashMap<>();

  /**
   * A metric that was born.
   *
   * @param point null if it is none
   */
  record Known(String name, int type, PointNames.@Nullable Point point, String unit) {}

  private Source() {}

  /** Takes a birth and tells which of its metrics cannot be readings, and why. */
  static Source born(
      SparkplugTopic topic, Message birth, PointNames names, Outcome.Gathering gathering) {
    Source source = new Source();
    Set<Long> doubled = new HashSet<>();
    for (Metric metric : birth.metrics()) {
      if (metric.name().isEmpty() || metric.name().length() > MAX_NAME) {
        gathering.refuse(
            1, topic.source() + ": a metric is born with a name, of at most " + MAX_NAME);
        continue;
      }
      Known known = source.know(topic, metric, names, gathering);
      source.byName.put(metric.name(), known);
      if (metric.alias() != Metric.NO_ALIAS && source.byAlias.put(metric.alias(), known) != null) {
        doubled.add(metric.alias());
      }
    }
    for (long alias : doubled) {
      // Whose value it is can no longer be told: no value is better than another point's.
      source.byAlias.remove(alias);
      gathering.refuse(1, topic.source() + ": two metrics have the alias " + alias);
    }
    return source;
  }

  private Known know(
      SparkplugTopic topic, Metric metric, PointNames names, Outcome.Gathering gathering) {
    String name = metric.name();
    if (name.startsWith(CONTROLS) || name.startsWith(DEVICE_CONTROLS)) {
      return new Known(name, metric.type(), null, "");
    }
    PointNames.Answer answer = names.point(topic.node(), topic.device(), name);
    PointNames.Point point = answer.point();
    PointNames.NoPoint none = answer.none();
    if (none != null && !none.isLeftOut()) {
      gathering.refuse(1, topic.source() + ": " + none.reason());
    } else if (point != null && !DataType.isNumber(metric.type())) {
      gathering.refuse(
          1, topic.source() + "/" + name + ": data type " + metric.type() + " is no number");
      point = null;
    }
    return new Known(name, metric.type(), point, metric.unit());
  }

  /** The metric that is meant; null if the birth named none such. */
  @Nullable Known find(Metric metric) {
    return metric.name().isEmpty() ? byAlias.get(metric.alias()) : byName.get(metric.name());
  }

  int size() {
    return byName.size();
  }

  /** Makes readings of metrics that are found here; whoever is not is told by the caller. */
  void read(Metric metric, Known known, long sent, Outcome.Gathering gathering) {
    PointNames.Point point = known.point();
    if (point == null) {
      return; // told at the birth, or not wanted
    }
    double value = metric.number(known.type());
    Quality quality = Qualities.of(metric.quality());
    if (metric.form() == Metric.Form.OTHER) {
      gathering.refuseSilently();
      return;
    }
    if (Double.isNaN(value) && quality.needsNumber()) {
      quality = Quality.SENSOR_FAULT; // null: it is there, and measures nothing
    }
    String told = metric.unit().isEmpty() ? known.unit() : metric.unit();
    gathering.value(
        new PointValue(
            point.name(),
            value,
            point.unit().isEmpty() ? told : point.unit(),
            metric.millis() == Message.NO_TIME ? sent : metric.millis(),
            quality,
            metric.age() == Metric.Age.HISTORICAL ? Lane.BACKFILL : Lane.LIVE));
  }

  /** All points say that nothing is measured any more. */
  void died(Quality quality, long now, Outcome.Gathering gathering) {
    for (Known known : List.copyOf(byName.values())) {
      PointNames.Point point = known.point();
      if (point != null) {
        gathering.value(
            new PointValue(point.name(), Double.NaN, point.unit(), now, quality, Lane.LIVE));
      }
    }
  }
}
