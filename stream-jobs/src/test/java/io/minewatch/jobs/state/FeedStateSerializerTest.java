package io.minewatch.jobs.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.judge.feed.Origin;
import io.minewatch.judge.tape.Unmoved;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class FeedStateSerializerTest {
  private final FeedStateSerializer serializer = new FeedStateSerializer();

  private static FeedState sample() {
    FeedState state = new FeedState();
    take(state, 0);
    take(state, 9);
    take(state, 5);
    state.timerIs(77);
    return state;
  }

  private static boolean take(FeedState state, long sequence) {
    GatewayId gateway = new GatewayId("gw-01");
    return state
        .gateways()
        .isNew(new Origin("t", gateway, "s1", sequence, Lane.LIVE, 1_000 + sequence));
  }

  private byte[] bytes(FeedState state) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(state, out);
    return out.getCopyOfBuffer();
  }

  @Test
  void theSameStateGivesTheSameBytesBeforeAndAfter() throws Exception {
    byte[] first = bytes(sample());
    FeedState read = serializer.deserialize(new DataInputDeserializer(first));

    assertThat(bytes(read)).isEqualTo(first);
    assertThat(read.timerAt()).isEqualTo(77);
    assertThat(take(read, 5)).isFalse();
    assertThat(take(read, 6)).isTrue();
  }

  @Test
  void aCopyDoesNotChangeWhileCountingGoesOn() throws Exception {
    FeedState state = sample();
    FeedState copy = serializer.copy(state);
    take(state, 6);

    assertThat(bytes(copy)).isEqualTo(bytes(sample())).isNotEqualTo(bytes(state));
  }

  /** It is written in one thread while another copies the same state and counts by the copy. */
  @Test
  void writingAStateChangesNoneOfItsCollections() throws Exception {
    FeedState state = sample();
    state.toldTimes().heard("gw-01/READINGS", 1_000, 1_000);
    state.gateways().of(new GatewayId("gw-01")).changedHoles();
    Unmoved before = Unmoved.of(state);

    bytes(state);

    assertThat(before.size()).isGreaterThan(2);
    assertThat(before.changed()).isEmpty();
  }

  @Test
  void anUnknownVersionStopsTheRestore() throws Exception {
    byte[] newer = bytes(sample());
    newer[3] = 99;

    assertThatThrownBy(() -> serializer.deserialize(new DataInputDeserializer(newer)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 99");
  }
}
