package io.minewatch.ingest.gateway.forward;

import io.minewatch.domain.feed.Receipt;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.gateway.span.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Hands for the tests of what is sent when; time is moved by them. */
abstract class ForwardingHands {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  static final ForwardRules RULES =
      new ForwardRules(Needed.BOTH, Duration.ofSeconds(30), 4, 2, 2, ForwardRules.Again.DEFAULT);

  Forwarding forwarding = fresh(RULES);
  Instant now = START;
  long stored;

  static Forwarding fresh(ForwardRules rules) {
    return new Forwarding(rules, new Spans(), new Spans(), Tally.ZERO);
  }

  void store(int count) {
    for (int i = 0; i < count; i++) {
      forwarding.stored(stored++, now, now);
    }
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  static Receipt receipt(long through, long... gaps) {
    List<Receipt.Gap> missing = new ArrayList<>();
    for (int i = 0; i < gaps.length; i += 2) {
      missing.add(new Receipt.Gap(gaps[i], gaps[i + 1]));
    }
    return new Receipt(
        new MineCode("140921021337"), new GatewayId("g1"), "s", through, missing, START);
  }

  void both(Receipt receipt) {
    forwarding.receipt(Needed.By.JUDGED, receipt, now);
    forwarding.receipt(Needed.By.KEPT, receipt, now);
  }

  List<String> send() {
    List<String> sent = new ArrayList<>();
    Send next = forwarding.next(now);
    while (next != null) {
      sent.add((next.lane() == Lane.LIVE ? "L" : "B") + next.sequence());
      next = forwarding.next(now);
    }
    return sent;
  }

  void confirm(long from, long through) {
    for (long n = from; n <= through; n++) {
      forwarding.confirmed(n, now);
    }
  }
}
