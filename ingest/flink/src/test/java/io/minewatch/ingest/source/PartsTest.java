package io.minewatch.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.ingest.record.Records;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class PartsTest {
  private static final MqttSettings SETTINGS =
      MqttSettings.of(URI.create("tcp://127.0.0.1:1883"), "judge", "judge", "secret");
  private static final MqttSlot SLOT = new MqttSlot("judge-0", List.of("mw/v1/+/+/readings", "x"));
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void aCheckpointCoversEverythingEmittedBeforeItAndTheCheckpointsThatFailed() {
    PendingAcks<String> pending = new PendingAcks<>();
    pending.emitted("a");
    pending.snapshot(1);
    pending.emitted("b");
    pending.snapshot(2);
    pending.emitted("c");
    assertThat(pending.completed(2)).containsExactly("a", "b");
    assertThat(pending.completed(1)).isEmpty();
    assertThat(pending.size()).isEqualTo(1);
    pending.snapshot(3);
    assertThat(pending.completed(3)).containsExactly("c");
    assertThat(pending.size()).isZero();
  }

  @Test
  void aSlotWhoseMessagesFoundNoRoomConnectsAnewWhenThereIsRoomAgain() {
    Inbox inbox = new Inbox();
    inbox.widen(2);
    MqttSettings nowhere = MqttSettings.of(URI.create("tcp://127.0.0.1:1"), "judge", "", "");
    try (SlotLink full = slotLink(nowhere, inbox)) {
      for (int i = 0; i < 4; i++) {
        inbox.put(new Inbox.Arrival(full, 0, null));
      }
      assertThat(inbox.refused()).isEqualTo(2);
      assertThat(inbox.overrun()).as("while it is full").isEmpty();
      inbox.poll();
      inbox.poll();
      assertThat(inbox.overrun()).containsExactly(full);
      assertThat(inbox.overrun()).as("once").isEmpty();
    }
  }

  private static SlotLink slotLink(MqttSettings base, Inbox inbox) {
    return new SlotLink(base, SLOT, inbox, new SlotWatch(SLOT.clientId(), 1, 1), Clock.systemUTC());
  }

  @Test
  void refusesAWindowThatIsTooSmallAndSaysHowLargeItMustBe() {
    assertThat(InFlight.needed(500, SECOND, SECOND)).isEqualTo(2_000);
    InFlight.require(2_000, 500, SECOND, SECOND);
    assertThatThrownBy(() -> InFlight.require(1_999, 500, SECOND, SECOND))
        .hasMessageContaining("receiveMaximum 1999 is too small")
        .hasMessageContaining("= 2000");
    assertThatThrownBy(() -> MqttSource.of(SETTINGS, List.of(SLOT), Duration.ofSeconds(10), 500))
        .hasMessageContaining("= 11000");
  }

  @Test
  void refusesSlotsThatCannotBe() {
    assertThatThrownBy(() -> new MqttSlot(" ", List.of("a"))).hasMessageContaining("client id");
    assertThatThrownBy(() -> new MqttSlot("a", List.of())).hasMessageContaining("nothing");
    assertThatThrownBy(() -> MqttSource.of(SETTINGS, List.of(), SECOND, 1))
        .hasMessageContaining("at least one slot");
    assertThatThrownBy(() -> MqttSource.of(SETTINGS, List.of(SLOT, SLOT), SECOND, 1))
        .hasMessageContaining("judge-0");
    assertThatThrownBy(
            () ->
                MqttSource.of(SETTINGS.withSessionExpiry(Duration.ZERO), List.of(SLOT), SECOND, 1))
        .hasMessageContaining("session");
  }

  @Test
  void canBeShippedToACluster() throws Exception {
    MqttSource source = MqttSource.of(SETTINGS, List.of(SLOT), SECOND, 100);
    assertThat(InstantiationUtil.clone(source).getProducedType()).isEqualTo(Records.ENVELOPE);
  }

  @Test
  void splitsAndMemoryComeBackFromTheirBytes() throws Exception {
    Versioned.Splits splits = new Versioned.Splits();
    SlotSplit split = new SlotSplit(SLOT);
    assertThat(splits.deserialize(splits.getVersion(), splits.serialize(split))).isEqualTo(split);
    assertThat(split.splitId()).isEqualTo("judge-0");
    Versioned.Known known = new Versioned.Known();
    SlotsKnown slots = new SlotsKnown(List.of("judge-0", "judge-1"));
    assertThat(known.deserialize(known.getVersion(), known.serialize(slots))).isEqualTo(slots);
  }

  @Test
  void unknownVersionsAndBytesTooManyAreErrors() throws Exception {
    Versioned.Splits splits = new Versioned.Splits();
    byte[] bytes = splits.serialize(new SlotSplit(SLOT));
    assertThatThrownBy(() -> splits.deserialize(2, bytes))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("unknown version 2");
    assertThatThrownBy(() -> splits.deserialize(1, Arrays.copyOf(bytes, bytes.length + 3)))
        .hasMessageContaining("3 bytes too many");
  }
}
