package io.minewatch.ingest.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.Receipt;
import io.minewatch.domain.reading.Lane;
import io.minewatch.ingest.gateway.span.Span;
import io.minewatch.ingest.gateway.span.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Any interleaving of messages, confirmations, losses behind the confirmation, reconnects, stale
 * and repeated receipts, crashes of the jobs and restarts of the gateway: nothing is forgotten that
 * a job has not kept, nothing is under way twice, live messages keep their order, and once it is
 * calm everything arrives and is forgotten.
 */
class ForwardingPropertyTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int ROUNDS = 200;
  private static final int STEPS = 400;
  private static final double RATE = 5;

  private Random random;
  private ForwardRules rules;
  private Forwarding forwarding;
  private Instant now;
  private Map<Needed.By, Platform> jobs;
  private Map<Needed.By, Receipt> retained;
  private Spans disk;
  private Spans notedConfirmed;
  private List<Long> underWay;
  private long stored;
  private long forgotten;
  private long lastLive;
  private long backfillSent;
  private Instant backfillSince;
  private boolean connected;
  private String why;

  @Test
  void nothingIsLostAndNothingStaysForEver() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      begin(seed);
      for (int step = 0; step < STEPS; step++) {
        why = "seed " + seed + ", step " + step;
        disturb();
      }
      calmDown();
      assertThat(forgotten).as(why).isEqualTo(stored);
      assertThat(disk.isEmpty()).as(why).isTrue();
    }
  }

  private void begin(int seed) {
    random = new Random(seed);
    int window = 2 + random.nextInt(8);
    rules =
        new ForwardRules(
            random.nextInt(4) == 0 ? Needed.JUDGED : Needed.BOTH,
            Duration.ofSeconds(30),
            window,
            1 + random.nextInt(window - 1),
            RATE,
            new ForwardRules.Again(
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofMinutes(10),
                1 + random.nextInt(5),
                Duration.ofSeconds(10)));
    now = START;
    disk = new Spans();
    notedConfirmed = new Spans();
    jobs = new EnumMap<>(Needed.By.class);
    retained = new EnumMap<>(Needed.By.class);
    for (Needed.By by : Needed.By.values()) {
      jobs.put(by, new Platform(random));
    }
    stored = 0;
    forgotten = 0;
    restart();
  }

  private void restart() {
    forwarding = new Forwarding(rules, disk, notedConfirmed, Tally.ZERO);
    underWay = new ArrayList<>();
    connected = false;
    backfillSent = 0;
    backfillSince = now;
  }

  private void disturb() {
    now = now.plusMillis(random.nextInt(3_000));
    switch (random.nextInt(14)) {
      case 0, 1, 2, 3 -> store();
      case 4, 5 -> connect();
      case 6, 7, 8 -> answer();
      case 9 -> jobs.get(anyJob()).checkpoint();
      case 10 -> say(anyJob());
      case 11 -> now = now.plus(Duration.ofSeconds(random.nextInt(120)));
      case 12 -> trouble();
      default -> forget();
    }
    forwarding.tick(now);
    send();
  }

  private void trouble() {
    switch (random.nextInt(4)) {
      case 0 -> jobs.get(anyJob()).crash();
      case 1 -> restart();
      case 2 -> notedConfirmed = forwarding.confirmedSoFar();
      default -> disconnect();
    }
  }

  private Needed.By anyJob() {
    return random.nextBoolean() ? Needed.By.JUDGED : Needed.By.KEPT;
  }

  private void store() {
    disk.add(stored);
    forwarding.stored(stored++, now, now);
  }

  private void connect() {
    if (!connected) {
      connected = true;
      lastLive = -1;
      forwarding.connected(now);
      retained.forEach((by, receipt) -> forwarding.receipt(by, receipt, now));
    }
  }

  private void disconnect() {
    connected = false;
    forwarding.disconnected();
    underWay.forEach(sequence -> forwarding.failed(sequence, now));
    underWay.clear();
  }

  private void send() {
    for (Send next = forwarding.next(now); next != null; next = forwarding.next(now)) {
      assertThat(connected).as(why).isTrue();
      assertThat(disk.contains(next.sequence())).as(why).isTrue();
      assertThat(underWay).as(why).doesNotContain(next.sequence());
      underWay.add(next.sequence());
      assertThat(underWay.size()).as(why).isLessThanOrEqualTo(rules.window());
      if (next.lane() == Lane.LIVE) {
        assertThat(next.sequence()).as(why).isGreaterThan(lastLive);
        lastLive = next.sequence();
      } else {
        backfillSent++;
        double seconds = Duration.between(backfillSince, now).toMillis() / 1e3;
        assertThat((double) backfillSent).as(why).isLessThanOrEqualTo(RATE * (seconds + 1) + 1);
      }
    }
  }

  /** The broker confirms one; each job hears it, or does not. */
  private void answer() {
    if (underWay.isEmpty()) {
      return;
    }
    long sequence = underWay.remove(random.nextInt(underWay.size()));
    for (Platform job : jobs.values()) {
      if (random.nextInt(5) > 0) {
        job.hear(sequence);
      }
    }
    forwarding.confirmed(sequence, now);
  }

  private void say(Needed.By by) {
    Receipt receipt = jobs.get(by).receipt(now);
    retained.put(by, receipt);
    if (connected) {
      forwarding.receipt(by, receipt, now);
    }
  }

  private void forget() {
    Spans gone = forwarding.forget(1 + random.nextInt(10));
    for (Span span : gone.list()) {
      for (long n = span.from(); n <= span.through(); n++) {
        for (Needed.By by : rules.needed().by()) {
          assertThat(jobs.get(by).isSafe(n)).as(why + ", " + n + " at " + by).isTrue();
        }
        assertThat(disk.contains(n)).as(why).isTrue();
      }
    }
    disk.removeAll(gone);
    forgotten += gone.count();
  }

  private void calmDown() {
    for (int step = 0; step < 20_000 && !disk.isEmpty(); step++) {
      now = now.plusSeconds(5);
      connect();
      send();
      while (!underWay.isEmpty()) {
        long sequence = underWay.remove(0);
        jobs.values().forEach(job -> job.hear(sequence));
        forwarding.confirmed(sequence, now);
      }
      jobs.values().forEach(Platform::checkpoint);
      say(Needed.By.JUDGED);
      say(Needed.By.KEPT);
      forwarding.tick(now);
      forget();
    }
  }
}
