package io.minewatch.bench.textbook;

import io.minewatch.bench.textbook.SensorState.Excursion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Compares each reading of one sensor with the thresholds of that sensor. */
public final class ThresholdFunction extends KeyedProcessFunction<String, SensorReading, Alert> {
  private static final long NEVER = Long.MIN_VALUE;

  private final HashMap<String, List<Threshold>> thresholds;
  private transient ValueState<SensorState> states;

  @SuppressWarnings("NullAway.Init") // set by open
  public ThresholdFunction(Map<String, List<Threshold>> thresholds) {
    this.thresholds = new HashMap<>(thresholds);
  }

  @Override
  public void open(OpenContext context) {
    states = getRuntimeContext().getState(new ValueStateDescriptor<>("sensor", SensorState.class));
  }

  @Override
  public void processElement(SensorReading reading, Context context, Collector<Alert> out)
      throws Exception {
    SensorState known = states.value();
    SensorState state = known == null ? new SensorState() : known;
    if (reading.time <= state.lastTime) {
      return;
    }
    state.lastTime = reading.time;
    for (Threshold threshold : thresholds.getOrDefault(reading.sensor, List.of())) {
      judge(state, threshold, reading, out);
    }
    states.update(state);
  }

  private static void judge(
      SensorState state, Threshold threshold, SensorReading reading, Collector<Alert> out) {
    Excursion open = state.excursions.get(threshold.rule());
    boolean measures = reading.quality.equals("GOOD") || reading.quality.equals("OVER_RANGE");
    if (!measures) {
      if (open != null) {
        open.safeSince = NEVER;
        if (!open.blind && !reading.quality.equals("CALIBRATION")) {
          open.blind = true;
          out.collect(alert(reading, threshold, open, "BLIND"));
        }
      }
      return;
    }
    if (open == null) {
      if (!threshold.reached(reading.value, threshold.first())) {
        return;
      }
      open = new Excursion();
      open.onset = reading.time;
      open.peak = reading.value;
      state.excursions.put(threshold.rule(), open);
    } else if (isOver(open, threshold, reading)) {
      out.collect(alert(reading, threshold, open, "CLEARED"));
      state.excursions.remove(threshold.rule());
      return;
    }
    rise(open, threshold, reading, out);
  }

  private static boolean isOver(Excursion open, Threshold threshold, SensorReading reading) {
    if (!threshold.isSafe(reading.value)) {
      open.safeSince = NEVER;
      return false;
    }
    open.safeSince = open.safeSince == NEVER ? reading.time : open.safeSince;
    return reading.time - open.safeSince >= threshold.clearAfterMillis();
  }

  private static void rise(
      Excursion open, Threshold threshold, SensorReading reading, Collector<Alert> out) {
    open.peak =
        threshold.isHigh()
            ? Math.max(open.peak, reading.value)
            : Math.min(open.peak, reading.value);
    if (open.blind) {
      open.blind = false;
      out.collect(alert(reading, threshold, open, "SEEN"));
    }
    if (open.level == 0) {
      open.level = 1;
      out.collect(alert(reading, threshold, open, "OPENED"));
    }
    if (open.level == 1 && threshold.reached(reading.value, threshold.second())) {
      open.level = 2;
      out.collect(alert(reading, threshold, open, "RAISED"));
    }
  }

  private static Alert alert(
      SensorReading reading, Threshold threshold, Excursion open, String kind) {
    Alert alert = new Alert();
    alert.mine = reading.mine;
    alert.point = reading.point;
    alert.rule = threshold.rule();
    alert.fact = open.facts++;
    alert.kind = kind;
    alert.severity =
        severity(threshold.severities().get(open.level > 0 ? open.level - 1 : 0), kind);
    alert.onset = open.onset;
    alert.time = reading.time;
    alert.value = reading.value;
    alert.peak = open.peak;
    return alert;
  }

  private static String severity(String reached, String kind) {
    if (!kind.equals("BLIND")) {
      return reached;
    }
    return reached.equals("YELLOW") ? "ORANGE" : "RED";
  }
}
