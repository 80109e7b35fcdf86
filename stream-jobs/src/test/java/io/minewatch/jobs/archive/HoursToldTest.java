package io.minewatch.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.KeptRoots;
import io.minewatch.domain.wire.Envelope;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Of which hours something is told, and of what in them it is said that it may be there twice. */
class HoursToldTest extends RootsStory {
  /** Nothing tells such a message from a new one: that it told a time anew is told. */
  @Test
  void ofAnUnnumberedGatewayWhatMayBeThereTwiceIsMarked() throws Exception {
    take(plan());
    now = START + MINUTE;
    take(gas(-1, now, new Random(1)));
    now = START + 60 * MINUTE;
    Envelope first = gas(-1, now, new Random(2));
    take(first);
    now += MINUTE;
    take(gas(-1, now, new Random(3)));
    take(first);
    take(gas(-1, now, new Random(3))); // the newest once more is known
    now += 70 * MINUTE;
    checkpoint();
    now += MINUTE;
    checkpoint();

    KeptRoots.Root root = told.hours().get(0).roots().get(0);
    assertThat(told.hours()).as("not the hour in which counting began").hasSize(1);
    assertThat(root.count()).isEqualTo(3);
    assertThat(root.again()).isEqualTo(1);
  }

  /** What was written without a key is in no sum: its hours would be told too low. */
  @Test
  void aKeyThatWasTakenOutAndPutBackBeginsAnew() throws Exception {
    take(plan());
    now = START + MINUTE;
    take(gas(0, now, new Random(1)));
    now = START + 61 * MINUTE;
    take(gas(1, now, new Random(2)));
    checkpoint();
    startAgain(null);
    now += MINUTE;
    take(gas(2, now, new Random(3)));
    checkpoint();
    startAgain(KEY);
    now += MINUTE;
    take(gas(3, now, new Random(4)));
    long back = now;
    now = START + 121 * MINUTE;
    take(gas(4, now, new Random(5)));
    now += 70 * MINUTE;
    checkpoint();
    now += MINUTE;
    checkpoint();

    assertThat(told).isNotNull();
    assertThat(told.since()).isEqualTo(Instant.ofEpochMilli(back));
    assertThat(told.hours())
        .extracting(hour -> hour.hour().toString())
        .containsOnly("2026-01-01T02:00:00Z");
  }

  /** What is older than a day is counted as behind, and makes no hour anew. */
  @Test
  void anHourIsForgottenAfterADay() throws Exception {
    take(plan());
    now = START + MINUTE;
    take(gas(0, now, new Random(1)));
    now = START + 60 * MINUTE;
    take(gas(1, now, new Random(1)));
    now += 26 * 60 * MINUTE;
    take(gas(2, now, new Random(2)));
    take(gas(3, START + 61 * MINUTE, new Random(3)));
    now += 70 * MINUTE;
    checkpoint();
    now += MINUTE;
    checkpoint();

    assertThat(told.hours())
        .extracting(hour -> hour.hour().toString())
        .containsOnly("2026-01-02T03:00:00Z");
  }
}
