package io.minewatch.jobs.archive;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.ingest.source.MqttSlot;
import io.minewatch.jobs.series.SinkLimits;
import io.minewatch.series.root.RootKey;
import io.minewatch.series.server.SeriesServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the archive job is told.
 *
 * @param broker how to reach the broker; its client id is the prefix of all that the job uses
 * @param slots the mines of each slot; one empty list for one slot with all mines. Which slot has
 *     which place in the list must not change between runs: the broker keeps its messages under it
 * @param interval between checkpoints
 * @param rate messages a second that a slot must be able to take
 * @param rootKey by which what is written is summed up; null if it is not
 */
public record ArchiveSettings(
    MqttSettings broker,
    List<List<MineCode>> slots,
    Duration interval,
    int rate,
    SeriesServer series,
    SinkLimits limits,
    Waiting waiting,
    @Nullable RootKey rootKey) {
  /** Between checkpoints, usually: nobody waits for the archive but the broker's queue. */
  public static final Duration USUAL_INTERVAL = Duration.ofSeconds(2);

  /**
   * All that shares the gateway's numbers; and the status, which says what numbers will never come.
   */
  private static final List<Topic.Kind> HEARD =
      List.of(
          Topic.Kind.PLAN,
          Topic.Kind.READINGS,
          Topic.Kind.POSITIONS,
          Topic.Kind.OWN_ALARMS,
          Topic.Kind.STATUS);

  public ArchiveSettings {
    Objects.requireNonNull(broker, "broker");
    slots = slots.stream().map(List::copyOf).toList();
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(series, "series");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(waiting, "waiting");
  }

  /** One slot with all mines, everything else as usual. */
  public static ArchiveSettings of(MqttSettings broker, int rate, SeriesServer series) {
    return new ArchiveSettings(
        broker,
        List.of(List.of()),
        USUAL_INTERVAL,
        rate,
        series,
        SinkLimits.USUAL,
        Waiting.USUAL,
        null);
  }

  /** The same with data roots. */
  public ArchiveSettings withRootKey(RootKey key) {
    return new ArchiveSettings(broker, slots, interval, rate, series, limits, waiting, key);
  }

  /** The client slots at the broker, apart from those of the judge job. */
  List<MqttSlot> mqttSlots() {
    List<MqttSlot> all = new ArrayList<>();
    for (List<MineCode> mines : slots) {
      all.add(new MqttSlot(broker.clientId() + "-archive-" + all.size(), filters(mines)));
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
