package io.minewatch.ingest.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.ingest.gateway.span.Spans;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SendingTest extends ForwardingHands {
  @Test
  void sendsNothingWithoutAConnection() {
    store(2);
    assertThat(send()).isEmpty();
    forwarding.connected(now);
    assertThat(send()).containsExactly("L0", "L1");
    forwarding.disconnected();
    store(1);
    assertThat(send()).isEmpty();
  }

  @Test
  void neverHasMoreUnderWayThanTheWindow() {
    forwarding.connected(now);
    store(6);
    assertThat(send()).containsExactly("L0", "L1", "L2", "L3");
    confirm(1, 1);
    assertThat(send()).containsExactly("L4");
  }

  @Test
  void sendsLiveFirstAfterAnOutageAndTheBacklogBesideItAtItsRateInOrder() {
    store(5);
    pass(Duration.ofMinutes(10));
    store(1);
    forwarding.connected(now);
    both(receipt(-1));
    assertThat(send()).containsExactly("L5", "B0", "B1");
    confirm(0, 5);
    assertThat(send()).as("the rate is used up").isEmpty();
    pass(Duration.ofMillis(500));
    store(1);
    assertThat(send()).containsExactly("L6", "B2");
    pass(Duration.ofMinutes(1));
    assertThat(send()).as("one more may be under way").containsExactly("B3");
  }

  @Test
  void isLiveUntilItsAgeReachesTheSettingAndBackfillFromThenOn() {
    store(1);
    pass(Duration.ofSeconds(30).minusMillis(1));
    store(1);
    forwarding.connected(now);
    assertThat(send()).containsExactly("L0", "L1");
    forwarding.failed(0, now);
    forwarding.failed(1, now);
    pass(Duration.ofMillis(1));
    both(receipt(-1));
    assertThat(send()).containsExactly("L1", "B0");
  }

  @Test
  void doesNotSendWhatTheDiskGaveUp() {
    store(4);
    forwarding.gaveUp(Spans.of(0, 1));
    forwarding.connected(now);
    assertThat(send()).containsExactly("L2", "L3");
    forwarding.gaveUp(Spans.of(2, 2));
    confirm(2, 3);
    assertThat(forwarding.confirmedSoFar()).hasToString("3");
    assertThat(forwarding.heldCount()).isEqualTo(1);
  }

  @Test
  void beyondTheBoundOfWhatIsAsideTheBacklogWaitsAndWhatIsLiveGoes() {
    store(Forwarding.MOST_ASIDE + 1);
    forwarding.connected(now);
    both(receipt(-1));
    for (int i = 0; i < Forwarding.MOST_ASIDE; i++) {
      assertThat(forwarding.setAside(forwarding.next(now).sequence())).isTrue();
    }
    long beyond = forwarding.next(now).sequence();
    assertThat(forwarding.setAside(beyond)).isFalse();
    assertThat(forwarding.isWaiting(beyond)).isTrue();
    assertThat(forwarding.waitingCount()).isEqualTo(Forwarding.MOST_ASIDE + 1);
    store(1);
    assertThat(send()).containsExactly("L" + (beyond + 1), "B" + beyond);
  }

  @Test
  void whatTheDiskGaveUpIsAsideNoMore() {
    store(3);
    forwarding.connected(now);
    for (int i = 0; i < 2; i++) {
      assertThat(forwarding.setAside(forwarding.next(now).sequence())).isTrue();
    }
    forwarding.gaveUp(Spans.of(0, 0));
    assertThat(forwarding.waitingCount()).isEqualTo(2);
    forwarding.failed(0, now);
    forwarding.failed(1, now);
    assertThat(send()).containsExactly("L1", "L2");
  }

  @Test
  void whatCameInShortlyBeforeARestartIsStillLive() {
    forwarding = new Forwarding(RULES, Spans.of(0, 3), Spans.of(0, 1), Tally.ZERO);
    forwarding.isYoung(1, now, now);
    forwarding.isYoung(2, now.minusSeconds(31), now);
    forwarding.isYoung(3, now.minusSeconds(5), now);
    forwarding.connected(now);
    both(receipt(-1));
    assertThat(send()).as("1 was confirmed before").containsExactly("L3", "B2");
  }
}
