package io.minewatch.ingest.source;

import io.minewatch.domain.wire.Envelope;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.ingest.record.Records;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Messages of the broker as a stream, one record per message, emitted at once in the order in which
 * the broker delivers them to a slot. At least once: a message is acknowledged only after a
 * completed checkpoint that contains it, and until then comes again after a failure; whoever counts
 * must recognise repeats by session and sequence. The timestamp of a record is when it reached us.
 *
 * <p>Back-pressure is the in-flight window. It must hold: receiveMaximum ≥ rate per slot ×
 * (checkpoint interval + checkpoint duration) × 2. Checked here against the rate that is declared;
 * where more comes, or the window stays full, the log says so, and the metrics {@code
 * mqtt.messages_per_second} and {@code mqtt.slots_full}. A job without checkpoints acknowledges
 * nothing and stops after {@code receiveMaximum} messages.
 */
public final class MqttSource
    implements Source<Envelope, SlotSplit, SlotsKnown>, ResultTypeQueryable<Envelope> {
  /** What a checkpoint of a small heap state is allowed to last when nobody says otherwise. */
  public static final Duration CHECKPOINT_DURATION = Duration.ofSeconds(1);

  private final MqttSettings base;
  private final List<MqttSlot> slots;
  private final int rate;
  private final Clock clock;

  private MqttSource(MqttSettings base, List<MqttSlot> slots, int rate, Clock clock) {
    this.base = base;
    this.slots = slots;
    this.rate = rate;
    this.clock = clock;
  }

  /**
   * A source of these slots; a checkpoint is taken to last {@link #CHECKPOINT_DURATION} at most.
   *
   * @param base how to reach the broker; each slot uses its own client id instead
   * @param expectedRatePerSlot messages per second
   * @throws IllegalArgumentException if the window is too small, a slot is there twice or none is,
   *     no session is kept, or {@code base} carries a will
   */
  public static MqttSource of(
      MqttSettings base,
      List<MqttSlot> slots,
      Duration checkpointInterval,
      int expectedRatePerSlot) {
    InFlight.require(
        base.receiveMaximum(), expectedRatePerSlot, checkpointInterval, CHECKPOINT_DURATION);
    if (slots.isEmpty()) {
      throw new IllegalArgumentException("a source needs at least one slot");
    }
    Set<String> ids = new HashSet<>();
    for (MqttSlot slot : slots) {
      if (!ids.add(slot.clientId())) {
        throw new IllegalArgumentException("two slots have the client id " + slot.clientId());
      }
    }
    if (base.timing().sessionExpiry().isZero()) {
      throw new IllegalArgumentException(
          "without a session the broker keeps nothing for a restart");
    }
    if (base.will() != null) {
      throw new IllegalArgumentException("a source has no will");
    }
    return new MqttSource(base, List.copyOf(slots), expectedRatePerSlot, Clock.systemUTC());
  }

  /**
   * With another clock for the time of receipt.
   *
   * @param serializable travels with the job
   */
  public MqttSource withClock(Clock serializable) {
    return new MqttSource(base, slots, rate, serializable);
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<Envelope, SlotSplit> createReader(SourceReaderContext context) {
    return new SlotReader(base, rate, clock, context.metricGroup());
  }

  @Override
  public SplitEnumerator<SlotSplit, SlotsKnown> createEnumerator(
      SplitEnumeratorContext<SlotSplit> context) {
    return new SlotEnumerator(context, slots, null);
  }

  @Override
  public SplitEnumerator<SlotSplit, SlotsKnown> restoreEnumerator(
      SplitEnumeratorContext<SlotSplit> context, SlotsKnown before) {
    return new SlotEnumerator(context, slots, before);
  }

  @Override
  public SimpleVersionedSerializer<SlotSplit> getSplitSerializer() {
    return new Versioned.Splits();
  }

  @Override
  public SimpleVersionedSerializer<SlotsKnown> getEnumeratorCheckpointSerializer() {
    return new Versioned.Known();
  }

  @Override
  public TypeInformation<Envelope> getProducedType() {
    return Records.ENVELOPE;
  }
}
