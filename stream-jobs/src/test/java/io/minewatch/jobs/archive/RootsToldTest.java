package io.minewatch.jobs.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.KeptRoots;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.WireException;
import io.minewatch.jobs.series.SeriesBatch;
import io.minewatch.series.root.RootKey;
import io.minewatch.series.root.RootSum;
import io.minewatch.series.root.Sealer;
import io.minewatch.series.store.ReadingLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of each hour is what the store then holds of it, whatever happened in between. */
class RootsToldTest extends ArchiveHarness {
  private static final long START = 1_767_225_600_000L;
  private static final long MINUTE = 60_000;
  private static final int MINUTES = 300;

  /** What a store keeps: at one place of one series one line. Outlives the job. */
  private final Map<String, String> store = new HashMap<>();

  /** What the broker sends again after a kill. */
  private final List<Envelope> unacknowledged = new ArrayList<>();

  private @Nullable OperatorSubtaskState saved;
  private @Nullable KeptRoots told;
  private long checkpoint;
  private long now = START;

  private void take(Envelope message) throws Exception {
    unacknowledged.add(message);
    send(message);
    written();
  }

  private void written() {
    for (SeriesBatch batch : batches()) {
      new String(batch.lines(), UTF_8)
          .lines()
          .forEach(
              line -> {
                String place = line.substring(0, line.indexOf(' '));
                store.put(place + line.substring(line.lastIndexOf(' ')), line);
              });
    }
    harness.getOutput().clear();
  }

  private void checkpoint() throws Exception {
    saved = harness.snapshot(++checkpoint, now);
    harness.notifyOfCompletedCheckpoint(checkpoint);
    unacknowledged.clear();
    harness.setProcessingTime(now);
    written();
    var out = harness.getSideOutput(ArchiveFunction.RECEIPTS);
    while (out != null && !out.isEmpty()) {
      hear(out.poll().getValue());
    }
  }

  private void hear(Outgoing message) throws WireException {
    if (message.topic().equals("mw/v1/140921021337/roots")) {
      assertThat(message.isRetained()).isTrue();
      told = Messages.read(message.payload(), KeptRoots.class);
    }
  }

  /** The process is gone; what no checkpoint held comes again, in another order. */
  private void kill(Random random) throws Exception {
    startAgain(KEY);
    List<Envelope> again = new ArrayList<>(unacknowledged);
    Collections.shuffle(again, random);
    for (Envelope each : again) {
      send(each);
      written();
    }
  }

  private void startAgain(@Nullable RootKey key) throws Exception {
    harness.close();
    harness = harness(key);
    if (saved != null) {
      harness.initializeState(saved);
    }
    harness.open();
    harness.setProcessingTime(now);
  }

  private Envelope gas(long sequence, long measured, Random random) {
    String pack =
        "[{\"n\":\"140921021337/gw-01/T1-0101\",\"u\":\"/100\",\"v\":%s,\"t\":%s}]"
            .formatted(random.nextDouble() * 3, measured / 1_000.0);
    return new Envelope(
        READINGS, pack.getBytes(UTF_8), ContentTypes.SENML_JSON, "s1", sequence, Lane.LIVE, now);
  }

  /** Late by minutes or hours, twice, told anew by a clock put back; the job is killed at will. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsToldIsWhatTheStoreHolds(long seed) throws Exception {
    Random random = new Random(seed);
    Map<Long, List<Envelope>> late = new HashMap<>();
    take(plan());
    for (int minute = 0; minute < MINUTES; minute++) {
      now = START + minute * MINUTE;
      long back = random.nextInt(20) == 0 ? MINUTE * random.nextInt(3) : 0;
      Envelope message = gas(minute, now - back, random);
      if (random.nextInt(6) == 0) {
        long wait = 1L + random.nextInt(100);
        late.computeIfAbsent(minute + wait, m -> new ArrayList<>()).add(message);
      } else {
        take(message);
      }
      for (Envelope each : late.getOrDefault((long) minute, List.of())) {
        take(received(each));
      }
      if (random.nextInt(10) == 0) {
        take(received(message)); // once more
      }
      if (random.nextInt(12) == 0) {
        kill(random);
      }
      if (random.nextInt(3) == 0) {
        checkpoint();
      }
    }
    now += 10 * MINUTE;
    checkpoint();
    now += 10 * MINUTE;
    checkpoint();

    assertThat(told).isNotNull();
    assertThat(told.hours())
        .extracting(hour -> hour.hour().toString())
        .contains("2026-01-01T02:00:00Z", "2026-01-01T03:00:00Z", "2026-01-01T04:00:00Z");
    assertThat(told.key()).isEqualTo(KEY.id());
    for (KeptRoots.Hour hour : told.hours()) {
      assertThat(hour.roots()).hasSize(1);
      KeptRoots.Root root = hour.roots().get(0);
      assertThat(root).as("%s", hour.hour()).isEqualTo(ofStore(hour.hour(), root.again()));
    }
  }

  private Envelope received(Envelope message) {
    return new Envelope(
        message.topic(),
        message.payload(),
        message.contentType(),
        message.session(),
        message.sequence(),
        message.lane(),
        now);
  }

  private KeptRoots.Root ofStore(Instant hour, long again) {
    Sealer sealer = KEY.sealer();
    Set<String> seen = new HashSet<>();
    RootSum sum = new RootSum();
    for (String line : store.values()) {
      ReadingLine reading = ReadingLine.of(line);
      if (reading != null
          && Math.floorDiv(reading.millis(), 60 * MINUTE) * 60 * MINUTE == hour.toEpochMilli()
          && seen.add(reading.millis() + " " + reading.value() + " " + reading.quality())) {
        sum.add(
            sealer.hash(
                new Sealer.Of(reading.mine(), reading.measure(), reading.point()),
                reading.value(),
                reading.quality(),
                reading.millis()));
      }
    }
    RootSum found = RootSum.of(sum.count(), again, sum.limbs());
    return new KeptRoots.Root(
        Measure.METHANE,
        sum.count(),
        again,
        sealer.seal("140921021337", Measure.METHANE, hour, found));
  }

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
