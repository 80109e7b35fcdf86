package io.minewatch.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.domain.feed.CallOut;
import io.minewatch.domain.feed.CallReceipt;
import io.minewatch.domain.feed.FindingsReceipt;
import io.minewatch.domain.feed.GatewayHealth;
import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.OwnAlarms;
import io.minewatch.domain.feed.Receipt;
import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.feed.Rejection;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.withdrawal.Muster;
import io.minewatch.domain.withdrawal.OrderBook;
import io.minewatch.domain.withdrawal.OrderReceipt;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplesTest {
  static Stream<Arguments> samples() {
    return Stream.of(
        Arguments.of("status.json", GatewayStatus.class),
        Arguments.of("status-health.json", GatewayStatus.class),
        Arguments.of("plan.json", Plan.class),
        Arguments.of("plan-ground.json", Plan.class),
        Arguments.of("finding-opened.json", Finding.class),
        Arguments.of("finding-blind.json", Finding.class),
        Arguments.of("finding-people.json", Finding.class),
        Arguments.of("findings-receipt.json", FindingsReceipt.class),
        Arguments.of("older/plan-1.json", Plan.class),
        Arguments.of("older/finding-1.json", Finding.class),
        Arguments.of("orders.json", OrderBook.class),
        Arguments.of("order-receipt.json", OrderReceipt.class),
        Arguments.of("muster.json", Muster.class),
        Arguments.of("summary.json", Summary.class),
        Arguments.of("receipt.json", Receipt.class),
        Arguments.of("own-alarms.json", OwnAlarms.class),
        Arguments.of("call.json", CallOut.class),
        Arguments.of("call-receipt.json", CallReceipt.class),
        Arguments.of("rejected.json", Rejection.class));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsReadAndWrittenBackToTheSameValue(String name, Class<?> type) throws Exception {
    Object read = Messages.read(Samples.bytes(name), type);

    assertThat(Messages.read(Messages.write(read), type)).isEqualTo(read);
  }

  @Test
  void anOlderPlanStillSaysWhichLimitsAndWhatSilenceItHad() throws Exception {
    Plan plan = Messages.read(Samples.bytes("older/plan-1.json"), Plan.class);

    assertThat(plan.limits()).extracting(LimitRule::id).containsExactly("cn-coal-2025:536-2");
    assertThat(plan.points().get(0).rules()).containsExactly("cn-coal-2025:536-2");
    assertThat(plan.silence().periods()).isEqualTo(3);
    assertThat(plan.status()).isEqualTo(MineStatus.WORKING);
  }

  @Test
  void anOlderFindingIsAboutItsPointAndALimit() throws Exception {
    assertThat(Messages.read(Samples.bytes("older/finding-1.json"), Finding.class))
        .isEqualTo(Messages.read(Samples.bytes("finding-opened.json"), Finding.class));
  }

  @Test
  void anUnknownFieldOfANewerSenderIsPassedOver() throws Exception {
    String newer =
        new String(Samples.bytes("status.json"), StandardCharsets.UTF_8)
            .replaceFirst("\\{", "{\"later\": [1, {}], ");

    assertThat(Messages.read(newer.getBytes(StandardCharsets.UTF_8), GatewayStatus.class).state())
        .isEqualTo(GatewayStatus.State.ONLINE);
  }

  @Test
  void aStatusWithoutHealthIsReadAsOneOfAGatewayThatKeepsNoQueue() throws Exception {
    assertThat(Messages.read(Samples.bytes("status.json"), GatewayStatus.class).health()).isNull();
    GatewayHealth health =
        Messages.read(Samples.bytes("status-health.json"), GatewayStatus.class).health();
    assertThat(health.queuedMessages()).isEqualTo(5_400);
    assertThat(health.givenUpRanges())
        .containsExactly(
            new GatewayHealth.GivenUp(
                1_000,
                1_199,
                Instant.parse("2026-01-01T00:20:00Z"),
                Instant.parse("2026-01-01T00:23:19Z")));
  }

  @Test
  void whatARecordRefusesIsRefusedWithItsReason() {
    byte[] broken =
        new String(Samples.bytes("orders.json"), StandardCharsets.UTF_8)
            .replace("[\"face-0101\", \"return-0101\"]", "[]")
            .getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> Messages.read(broken, OrderBook.class))
        .isInstanceOfSatisfying(
            WireException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(RejectReason.UNREADABLE);
              assertThat(e.detail()).contains("o-20260101-0001").contains("no zone");
            });
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "+1000000000-12-31T23:59:59.999999999Z",
        "-1000000000-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z",
        "1969-12-31T23:59:59Z"
      })
  void aFarTimeOfAnOwnAlarmIsRefusedAndNotLaterMet(String far) {
    for (String field : List.of("begin", "end", "told")) {
      String text =
          "{\"told\": null, \"alarms\": [{\"kind\": \"DISTRESS\", \"subject\": \"card/7\","
              + " \"begin\": \"2026-01-01T00:00:00Z\", \"end\": null, \"detail\": {}}]}";
      String spoilt =
          text.replaceFirst("\"" + field + "\": [^,]+", "\"" + field + "\": \"" + far + "\"");
      assertThatThrownBy(
              () -> Messages.read(spoilt.getBytes(StandardCharsets.UTF_8), OwnAlarms.class))
          .isInstanceOfSatisfying(
              WireException.class, e -> assertThat(e.reason()).isEqualTo(RejectReason.UNREADABLE));
    }
  }

  @Test
  void aTimeThatMillisecondsCannotCountIsRefusedInEveryMessage() {
    String far =
        new String(Samples.bytes("status.json"), StandardCharsets.UTF_8)
            .replaceFirst("\"at\": \"[^\"]+\"", "\"at\": \"+1000000000-12-31T23:59:59Z\"");
    assertThat(far).contains("+1000000000");
    assertThatThrownBy(
            () -> Messages.read(far.getBytes(StandardCharsets.UTF_8), GatewayStatus.class))
        .isInstanceOf(WireException.class);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void brokenBytesAreRefused(String text) {
    assertThatThrownBy(() -> Messages.read(text.getBytes(StandardCharsets.UTF_8), Plan.class))
        .isInstanceOf(WireException.class);
  }

  static Stream<String> broken() {
    return Stream.of("", "null", "{", "[]", "{} {}", "\u0000", "{\"mine\": \"short\"}", "{}");
  }
}
