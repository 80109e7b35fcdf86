package io.minewatch.ingest.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.Receipt;
import io.minewatch.ingest.gateway.span.Spans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptsTest extends ForwardingHands {
  @Test
  void theBacklogWaitsForTheReceiptsThatSayWhatIsNotNeededAnyMore() {
    forwarding = new Forwarding(RULES, Spans.of(0, 9), new Spans(), Tally.ZERO);
    forwarding.connected(now);
    assertThat(send()).isEmpty();
    forwarding.receipt(Needed.By.JUDGED, receipt(7), now);
    assertThat(send()).as("the other one has not spoken").isEmpty();
    forwarding.receipt(Needed.By.KEPT, receipt(8), now);
    assertThat(forwarding.forget(100)).isEqualTo(Spans.of(0, 7));
    assertThat(send()).containsExactly("B8", "B9");
  }

  @Test
  void theBacklogDoesNotWaitForeverForReceipts() {
    forwarding = new Forwarding(RULES, Spans.of(0, 0), new Spans(), Tally.ZERO);
    forwarding.connected(now);
    pass(Duration.ofSeconds(10).minusMillis(1));
    assertThat(send()).isEmpty();
    pass(Duration.ofMillis(1));
    assertThat(send()).containsExactly("B0");
  }

  @Test
  void forgetsOnlyWhatBothReceiptsCoverAndTheirGapsAreNotCovered() {
    forwarding.connected(now);
    store(4);
    send();
    confirm(0, 3);
    forwarding.receipt(Needed.By.JUDGED, receipt(3, 1, 1), now);
    assertThat(forwarding.forget(100)).isEqualTo(new Spans());
    forwarding.receipt(Needed.By.KEPT, receipt(2), now);
    assertThat(forwarding.forget(100)).hasToString("0,2");
    assertThat(forwarding.heldCount()).isEqualTo(2);
  }

  @Test
  void forgetsByTheJudgesWordAloneOrByTheBrokersIfThatIsTheSetting() {
    forwarding = fresh(RULES.withNeeded(Needed.JUDGED));
    forwarding.connected(now);
    store(2);
    send();
    confirm(0, 1);
    forwarding.receipt(Needed.By.KEPT, receipt(1), now);
    assertThat(forwarding.forget(100).isEmpty()).isTrue();
    forwarding.receipt(Needed.By.JUDGED, receipt(0), now);
    assertThat(forwarding.forget(100)).hasToString("0");

    stored = 0;
    forwarding = fresh(RULES.withNeeded(Needed.NONE));
    forwarding.connected(now);
    store(2);
    send();
    assertThat(forwarding.forget(100).isEmpty()).isTrue();
    confirm(1, 1);
    assertThat(forwarding.forget(100)).hasToString("1");
  }

  @Test
  void sendsANamedGapAgainOnceThePatienceIsOverAndANewReceiptStillNamesIt() {
    forwarding.connected(now);
    store(3);
    send();
    confirm(0, 2);
    forwarding.receipt(Needed.By.JUDGED, receipt(2, 1, 1), now);
    assertThat(send()).as("the receipt may be older than the message").isEmpty();
    pass(Duration.ofSeconds(34));
    Receipt later = receipt(2, 1, 1);
    forwarding.receipt(Needed.By.JUDGED, later, now);
    assertThat(send()).as("the same receipt again says nothing new").isEmpty();
    forwarding.receipt(Needed.By.KEPT, receipt(2, 1, 1), now);
    assertThat(send()).containsExactly("B1");
    confirm(1, 1);
    assertThat(forwarding.tally()).isEqualTo(new Tally(3, 0, 1));
  }

  @Test
  void probesReceiptsThatStandStillMoreAndMoreSlowly() {
    forwarding =
        fresh(
            new ForwardRules(
                Needed.JUDGED,
                Duration.ofSeconds(30),
                400,
                300,
                1000,
                new ForwardRules.Again(
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(4),
                    2,
                    Duration.ofSeconds(10))));
    forwarding.connected(now);
    store(10);
    send();
    confirm(0, 9);
    forwarding.receipt(Needed.By.JUDGED, receipt(3), now);
    List<Long> probedAtSecond = new ArrayList<>();
    for (int second = 1; second <= 1_000; second++) {
      pass(Duration.ofSeconds(1));
      forwarding.tick(now);
      List<String> sent = send();
      if (!sent.isEmpty()) {
        probedAtSecond.add((long) second);
        assertThat(sent).containsExactly("B4", "B5", "B9");
        confirm(4, 5);
        confirm(9, 9);
      }
    }
    assertThat(probedAtSecond.size()).isBetween(3, 5);
    assertThat(probedAtSecond.get(0)).isGreaterThanOrEqualTo(60);
    forwarding.receipt(Needed.By.JUDGED, receipt(9), now);
    assertThat(forwarding.forget(100).count()).isEqualTo(10);
    forwarding.tick(now.plus(Duration.ofHours(1)));
    assertThat(send()).isEmpty();
  }

  @Test
  void aReceiptThatGoesBackMakesWhatIsStillThereCountAgain() {
    forwarding.connected(now);
    store(2);
    send();
    confirm(0, 1);
    forwarding.receipt(Needed.By.JUDGED, receipt(1), now);
    forwarding.receipt(Needed.By.JUDGED, receipt(0), now);
    forwarding.receipt(Needed.By.KEPT, receipt(1), now);
    assertThat(forwarding.forget(100)).hasToString("0");
  }

  @Test
  void whatTheBrokerConfirmedBeforeARestartIsSentAgainOnlyIfAReceiptMissesIt() {
    forwarding = new Forwarding(RULES, Spans.of(5, 9), Spans.of(0, 7), new Tally(8, 0, 0));
    forwarding.connected(now);
    both(receipt(9, 6, 6, 8, 9));
    assertThat(forwarding.forget(100)).hasToString("5,7");
    assertThat(send()).containsExactly("B6", "B8");
    confirm(6, 8);
    assertThat(forwarding.tally()).isEqualTo(new Tally(8, 1, 1));
  }
}
