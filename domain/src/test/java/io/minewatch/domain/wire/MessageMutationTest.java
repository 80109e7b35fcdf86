package io.minewatch.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.CallReceipt;
import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.OwnAlarms;
import io.minewatch.domain.withdrawal.OrderReceipt;
import io.minewatch.house.Mutations;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Spoilt messages of those that come from mines, see {@link Mutations}. */
class MessageMutationTest {
  private static final int MUTATIONS = Mutations.count(10_000);

  /** The parser's table of names and the binding's own buffers. */
  private static final long BYTES_AT_ALL = 2 * 1024 * 1024;

  private static final long BYTES_A_BYTE = 400;

  static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of(GatewayStatus.class, List.of("status.json", "status-health.json")),
        Arguments.of(OrderReceipt.class, List.of("order-receipt.json")),
        Arguments.of(OwnAlarms.class, List.of("own-alarms.json")),
        Arguments.of(CallReceipt.class, List.of("call-receipt.json")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  void aSpoiltMessageIsReadOrRefusedWithinItsBounds(Class<?> type, List<String> samples) {
    List<byte[]> bytes = samples.stream().map(Samples::bytes).toList();
    new Mutations(type.getSimpleName(), BYTES_AT_ALL, BYTES_A_BYTE)
        .run(bytes, MUTATIONS, payload -> isRead(payload, type));
  }

  private static boolean isRead(byte[] payload, Class<?> type) {
    try {
      assertThat(Messages.read(payload, type)).isNotNull();
      return true;
    } catch (WireException e) {
      return false;
    }
  }
}
