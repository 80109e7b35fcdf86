package io.minewatch.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.minewatch.domain.feed.CallReceipt;
import io.minewatch.domain.feed.FindingsReceipt;
import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.KeptRoots;
import io.minewatch.domain.feed.OwnAlarms;
import io.minewatch.domain.feed.Receipt;
import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.withdrawal.Muster;
import io.minewatch.domain.withdrawal.OrderBook;
import io.minewatch.domain.withdrawal.OrderReceipt;
import io.minewatch.house.Mutations;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Spoilt messages of all that we read of the bus, but for readings and positions, see {@link
 * Mutations}.
 */
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
        Arguments.of(CallReceipt.class, List.of("call-receipt.json")),
        Arguments.of(Plan.class, List.of("plan.json", "plan-ground.json", "older/plan-1.json")),
        Arguments.of(OrderBook.class, List.of("orders.json")),
        Arguments.of(FindingsReceipt.class, List.of("findings-receipt.json")),
        Arguments.of(Receipt.class, List.of("receipt.json")),
        Arguments.of(
            Finding.class,
            List.of(
                "finding-opened.json",
                "finding-blind.json",
                "finding-people.json",
                "older/finding-1.json")),
        Arguments.of(Muster.class, List.of("muster.json")),
        Arguments.of(Summary.class, List.of("summary.json")),
        Arguments.of(KeptRoots.class, List.of("roots.json")));
  }

  /** Each message that somebody of ours reads, but for readings and positions. */
  @Test
  void noMessageThatIsReadIsLeftOut() {
    assertThat(messages().map(each -> each.get()[0])).doesNotHaveDuplicates().hasSize(12);
  }

  /** The size is looked at first: what refusing costs does not grow with what came. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  void anOversizeMessageIsRefusedUnparsed(Class<?> type, List<String> samples) {
    byte[] sample = Samples.bytes(samples.get(0));
    byte[] large = Arrays.copyOf(sample, 64 * 1024 * 1024);
    Arrays.fill(large, sample.length, large.length, (byte) ' '); // it could be read
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    assertThat(isRead(large, type)).isFalse();
    long before = threads.getThreadAllocatedBytes(thread);

    assertThatThrownBy(() -> Messages.read(large, type))
        .isInstanceOfSatisfying(
            WireException.class, e -> assertThat(e.reason()).isEqualTo(RejectReason.TOO_LARGE));

    assertThat(threads.getThreadAllocatedBytes(thread) - before).isLessThan(256 * 1024);
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
