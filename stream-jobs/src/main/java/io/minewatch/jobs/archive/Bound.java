package io.minewatch.jobs.archive;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/** Names of the mine at hand that become series of their own; no more than a limit. */
final class Bound {
  private final MapState<String, Boolean> admitted;
  private final ValueState<Integer> count;
  private final int most;

  Bound(RuntimeContext flink, String names, String count, int most) {
    this.most = most;
    admitted = flink.getMapState(new MapStateDescriptor<>(names, Types.STRING, Types.BOOLEAN));
    this.count = flink.getState(new ValueStateDescriptor<>(count, Types.INT));
  }

  /** Whether a name may be kept: if it was before, or if there is room. */
  boolean admit(String name) {
    try {
      if (admitted.contains(name)) {
        return true;
      }
      Integer before = count.value();
      int known = before == null ? 0 : before;
      if (known >= most) {
        return false;
      }
      admitted.put(name, true);
      count.update(known + 1);
      return true;
    } catch (Exception e) {
      throw new IllegalStateException("keyed state failed", e);
    }
  }

  void clear() {
    admitted.clear();
    count.clear();
  }
}
