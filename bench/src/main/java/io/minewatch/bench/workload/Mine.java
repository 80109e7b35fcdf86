package io.minewatch.bench.workload;

import io.minewatch.bench.script.Fault;
import io.minewatch.domain.plan.Plan;
import java.util.List;

/**
 * One mine of the workload.
 *
 * @param gateways positions first, then readings; the last one has the point of the last word
 * @param faults of one period of the script
 * @param underground how many of its people are underground, always the same
 */
public record Mine(Plan plan, List<Gateway> gateways, List<Fault> faults, int underground) {
  public Mine {
    gateways = List.copyOf(gateways);
    faults = List.copyOf(faults);
  }

  public String code() {
    return plan.mine().value();
  }
}
