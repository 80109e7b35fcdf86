package io.minewatch.jobs.archive;

import io.minewatch.domain.feed.RejectReason;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts what is refused, by reason. */
final class CountedRefusals implements Sorting.Refusals {
  private final Map<RejectReason, Counter> refused = new EnumMap<>(RejectReason.class);

  CountedRefusals(MetricGroup operator) {
    MetricGroup metrics = operator.addGroup("minewatch");
    for (RejectReason reason : RejectReason.values()) {
      refused.put(
          reason, metrics.addGroup("reason", reason.name()).counter("readings_refused_total"));
    }
  }

  @Override
  public void add(RejectReason reason) {
    Objects.requireNonNull(refused.get(reason), "one for each").inc();
  }
}
