package io.minewatch.bench.engine;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/**
 * Reads the counters that a running job keeps of itself, so that a job need not be changed to be
 * measured. One for the process.
 */
public final class Counters implements MetricReporter {
  private static final Map<Counter, String> KNOWN = new ConcurrentHashMap<>();

  /**
   * The sum over all subtasks of a running job.
   *
   * @param operator as named in the job
   * @param counter with its groups, for instance {@code minewatch.findings_total}
   */
  public static long sum(String operator, String counter) {
    return KNOWN.entrySet().stream()
        .filter(entry -> entry.getValue().contains("." + operator + "."))
        .filter(entry -> entry.getValue().endsWith("." + counter))
        .mapToLong(entry -> entry.getKey().getCount())
        .sum();
  }

  @Override
  public void open(MetricConfig config) {}

  @Override
  public void close() {}

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    if (metric instanceof Counter counter) {
      KNOWN.put(counter, group.getMetricIdentifier(name));
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
    if (metric instanceof Counter counter) {
      KNOWN.remove(counter);
    }
  }

  /** Named in the settings and in META-INF/services; Flink makes it. */
  public static final class Factory implements MetricReporterFactory {
    @Override
    public MetricReporter createMetricReporter(Properties properties) {
      return new Counters();
    }
  }
}
