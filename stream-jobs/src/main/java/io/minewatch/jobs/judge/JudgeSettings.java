package io.minewatch.jobs.judge;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.ingest.source.MqttSlot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What the judge job is told.
 *
 * @param broker how to reach the broker; its client id is the prefix of all that the job uses
 * @param slots the mines of each slot; one empty list for one slot with all mines. Which slot has
 *     which place in the list must not change between runs: the broker keeps its messages under it
 * @param interval between checkpoints
 * @param rate messages a second that a slot must be able to take
 * @param limits how much is kept and told for one mine
 */
public record JudgeSettings(
    MqttSettings broker,
    List<List<MineCode>> slots,
    Duration interval,
    int rate,
    JudgeLimits limits) {
  /** Between checkpoints, usually: a gateway forgets only what a checkpoint holds. */
  public static final Duration USUAL_INTERVAL = Duration.ofSeconds(1);

  private static final List<Topic.Kind> HEARD =
      List.of(
          Topic.Kind.PLAN,
          Topic.Kind.ORDERS,
          Topic.Kind.READINGS,
          Topic.Kind.POSITIONS,
          Topic.Kind.OWN_ALARMS,
          Topic.Kind.STATUS,
          Topic.Kind.FINDINGS_RECEIPT);

  public JudgeSettings {
    Objects.requireNonNull(broker, "broker");
    slots = slots.stream().map(List::copyOf).toList();
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(limits, "limits");
  }

  /** One slot with all mines, everything else as usual. */
  public static JudgeSettings of(MqttSettings broker, int rate) {
    return new JudgeSettings(
        broker, List.of(List.of()), USUAL_INTERVAL, rate, JudgeLimits.DEFAULTS);
  }

  /**
   * The client slots at the broker, apart from those of the archive job. The mine of the test
   * readings is in the last one where none has it: without it the way of the alarms counts as cut.
   */
  List<MqttSlot> mqttSlots() {
    List<MqttSlot> all = new ArrayList<>();
    for (List<MineCode> mines : withCanary()) {
      all.add(new MqttSlot(broker.clientId() + "-judge-" + all.size(), filters(mines)));
    }
    return all;
  }

  private List<List<MineCode>> withCanary() {
    boolean heard =
        slots.stream().anyMatch(mines -> mines.isEmpty() || mines.contains(MineCode.CANARY));
    if (heard || slots.isEmpty()) {
      return slots;
    }
    List<List<MineCode>> all = new ArrayList<>(slots);
    List<MineCode> last = new ArrayList<>(slots.get(slots.size() - 1));
    last.add(MineCode.CANARY);
    all.set(all.size() - 1, last);
    return all;
  }

  private static List<String> filters(List<MineCode> mines) {
    List<String> filters = new ArrayList<>();
    for (Topic.Kind kind : HEARD) {
      if (mines.isEmpty()) {
        filters.add(Topic.filter(kind));
      }
      mines.forEach(mine -> filters.add(Topic.filter(kind, mine)));
    }
    return filters;
  }
}
