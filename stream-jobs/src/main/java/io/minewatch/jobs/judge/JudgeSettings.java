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

  /** The client slots at the broker, apart from those of the archive job. */
  List<MqttSlot> mqttSlots() {
    List<MqttSlot> all = new ArrayList<>();
    for (List<MineCode> mines : slots) {
      all.add(new MqttSlot(broker.clientId() + "-judge-" + all.size(), filters(mines)));
    }
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
