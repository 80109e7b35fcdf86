package io.minewatch.jobs.archive;

import io.minewatch.domain.wire.Envelope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/** What the archive remembers of the mine at hand: its plan, what waits for it, its strangers. */
final class MineState {
  /**
   * Kinds and subjects of alarms of the mine's own systems until another plan comes; each is a
   * series of its own, however many alarms there are of it.
   */
  static final int MOST_OWN_ALARMS = 5_000;

  private final ValueState<byte[]> plan;
  private final ListState<Envelope> held;
  private final ValueState<Integer> heldCount;
  private final ValueState<Boolean> waited;
  private final Bound strangers;
  private final Bound ownAlarms;

  MineState(RuntimeContext flink, TypeInformation<Envelope> envelopes, int mostStrangers) {
    plan =
        flink.getState(
            new ValueStateDescriptor<>(
                "plan", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    held = flink.getListState(new ListStateDescriptor<>("held", envelopes));
    heldCount = flink.getState(new ValueStateDescriptor<>("held-count", Types.INT));
    waited = flink.getState(new ValueStateDescriptor<>("waited", Types.BOOLEAN));
    strangers = new Bound(flink, "strangers", "stranger-count", mostStrangers);
    ownAlarms = new Bound(flink, "own-alarms", "own-alarm-count", MOST_OWN_ALARMS);
  }

  /** The plan as it came, or null if none did. */
  byte @Nullable [] plan() throws IOException {
    return plan.value();
  }

  void takePlan(byte[] payload) throws IOException {
    // A retained plan comes again with each connection: that makes no room for more series.
    if (!Arrays.equals(payload, plan.value())) {
      ownAlarms.clear();
    }
    plan.update(payload);
    waited.clear();
    strangers.clear();
  }

  void forgetPlan() {
    plan.clear();
  }

  boolean waitedEnough() throws IOException {
    return waited.value() != null;
  }

  void stopWaiting() throws IOException {
    waited.update(true);
  }

  /** Keeps a message for later; returns how many wait now. */
  int hold(Envelope message) throws Exception {
    Integer before = heldCount.value();
    int now = before == null ? 1 : before + 1;
    heldCount.update(now);
    held.add(message);
    return now;
  }

  /** What waited, in its order; forgets it. */
  List<Envelope> takeHeld() throws Exception {
    List<Envelope> all = new ArrayList<>();
    Iterable<Envelope> kept = held.get();
    if (kept != null) {
      kept.forEach(all::add);
    }
    held.clear();
    heldCount.clear();
    return all;
  }

  /** Whether a point that no plan knows may be kept: if it was before, or if there is room. */
  boolean admitStranger(String point) {
    return strangers.admit(point);
  }

  /** The same of what an alarm of the mine's own systems is about. */
  boolean admitOwnAlarm(String about) {
    return ownAlarms.admit(about);
  }
}
